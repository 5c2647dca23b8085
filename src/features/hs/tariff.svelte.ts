import type { Fault, Result } from '../../contracts/fault.ts';
import type { HsNode, HsWorker } from '../../contracts/hs.ts';
import type { HsCode } from '../../domain/hs/code.ts';
import type { Called } from '../../platform/workers/call.ts';
import { OPEN_SYLLABLE_PAUSE } from './question.svelte.ts';

/** Searched when the typing pauses, ms. */
const PAUSE = 150;
/** Results that are listed; more words narrow them down. */
export const RESULTS = 60;

type Reader = Pick<Called<HsWorker>, 'browse' | 'path' | 'search'>;

/** One place in the tree of the tariff. */
export interface TariffPlace {
  /** Section first, the code itself last; empty: all sections. */
  readonly path: readonly HsNode[];
  readonly children: readonly HsNode[];
}

/** The nomenclature as it is browsed and searched. */
export class Tariff {
  query = $state('');
  found = $state.raw<readonly HsNode[] | null>(null);
  place = $state.raw<TariffPlace | null>(null);
  fault = $state.raw<Fault | null>(null);
  readonly #hs: Reader;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  constructor(hs: Reader) {
    this.#hs = hs;
  }

  /** The code that is open, or null at the sections. */
  get code(): HsCode | null {
    return this.place?.path.at(-1)?.code ?? null;
  }

  /** Opens a code, or all sections. A search stays: back leads to its results. */
  async open(code: HsCode | null): Promise<void> {
    const turn = ++this.#turn;
    await this.#orFail(turn, async () => {
      const [path, children] = await Promise.all([
        code === null ? null : this.#hs.path({}, code),
        this.#hs.browse({}, code),
      ]);
      if (turn !== this.#turn) return;
      if (path && !path.ok) this.#failed(path);
      else if (!children.ok) this.#failed(children);
      else {
        this.fault = null;
        this.place = { path: path?.value ?? [], children: children.value };
      }
    });
  }

  /**
   * Finds codes by the beginning of their number or by words of their names. `composing`: the last
   * syllable is not finished, and no name holds it.
   */
  search(query: string, composing = false): void {
    this.query = query;
    clearTimeout(this.#timer);
    const turn = ++this.#turn;
    if (query.trim() === '') {
      this.found = null;
      void this.open(null);
      return;
    }
    const pause = composing ? OPEN_SYLLABLE_PAUSE : PAUSE;
    this.#timer = setTimeout(() => void this.#find(turn), pause);
  }

  /** Back from a code to what was found. */
  toFound(): void {
    this.#turn += 1;
    this.place = null;
    this.fault = null;
  }

  async #find(turn: number): Promise<void> {
    await this.#orFail(turn, async () => {
      const found = await this.#hs.search({}, this.query.trim(), RESULTS);
      if (turn !== this.#turn) return;
      this.place = null;
      if (!found.ok) this.#failed(found);
      else {
        this.fault = null;
        this.found = found.value;
      }
    });
  }

  #failed(result: Result<unknown> & { readonly ok: false }): void {
    this.fault = result.fault;
    this.place = null;
  }

  async #orFail(turn: number, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      // A bug: the panel says so, and the window tells what broke.
      if (turn === this.#turn) this.fault = { code: 'worker-lost' };
      throw error;
    }
  }
}
