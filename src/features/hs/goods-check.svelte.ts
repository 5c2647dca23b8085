import type { Fault } from '../../contracts/fault.ts';
import type { CheckSummary, GoodsCheck, HsWorker } from '../../contracts/hs.ts';
import type { Called } from '../../platform/workers/call.ts';

type CheckState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly done: number; readonly of: number }
  | { readonly kind: 'ready'; readonly summary: CheckSummary }
  /** The officer stopped it: what is checked is kept, the rest waits. */
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly fault: Fault };

/** Lines that are listed; an officer works through the surest ones first. */
const LISTED = 2000;

/**
 * The check of the imported goods texts against their declared codes. It runs in the background,
 * from the start of the app and after each import; the screens follow how far it is.
 */
export class GoodsChecks {
  state = $state.raw<CheckState>({ kind: 'idle' });
  /** Checked lines that do not agree, surest first. */
  found = $state.raw<readonly GoodsCheck[]>([]);
  readonly #hs: Pick<Called<HsWorker>, 'checkDeclarations' | 'disagreements'>;
  #stop: AbortController | null = null;
  readonly #finished: () => void;
  #again = false;

  /** `finished`: what rests on the checked texts goes on. */
  constructor(
    hs: Pick<Called<HsWorker>, 'checkDeclarations' | 'disagreements'>,
    finished: () => void = () => undefined,
  ) {
    this.#hs = hs;
    this.#finished = finished;
  }

  /** Checks what is not checked yet. Called while it runs (a file came in), it goes round once more. */
  async run(): Promise<void> {
    if (this.#stop) {
      this.#again = true;
      return;
    }
    const stop = new AbortController();
    this.#stop = stop;
    try {
      do {
        this.#again = false;
        await this.#check(stop.signal);
      } while (this.#again && !stop.signal.aborted);
    } catch (error) {
      // A bug: the screen says that the check broke off, and the window tells what broke.
      this.state = { kind: 'failed', fault: { code: 'worker-lost' } };
      throw error;
    } finally {
      this.#stop = null;
    }
    this.#finished();
  }

  /** Lines that differ: all of them once the check is done, else those that are listed. */
  get differing(): number {
    if (this.state.kind !== 'ready') return this.found.length;
    const { counts } = this.state.summary;
    return counts.conflict + counts['near-miss'];
  }

  stop(): void {
    this.#stop?.abort();
  }

  /** Reads what earlier checks have found. */
  async load(): Promise<void> {
    const found = await this.#hs.disagreements({}, LISTED);
    if (found.ok) this.found = found.value;
  }

  async #check(signal: AbortSignal): Promise<void> {
    const progress = ({ done, of }: { done: number; of: number }): void => {
      this.state = { kind: 'running', done, of };
    };
    const checked = await this.#hs.checkDeclarations({ signal, progress });
    if (checked.ok) this.state = { kind: 'ready', summary: checked.value };
    else if (checked.fault.code === 'cancelled') this.state = { kind: 'stopped' };
    else this.state = { kind: 'failed', fault: checked.fault };
    await this.load();
  }
}
