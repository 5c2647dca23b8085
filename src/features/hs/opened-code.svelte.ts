import { succeed, type Fault, type Result } from '../../contracts/fault.ts';
import type { HsLeaf, HsNode, HsReasons, HsWorker } from '../../contracts/hs.ts';
import type { HsCode } from '../../domain/hs/code.ts';
import type { Called } from '../../platform/workers/call.ts';

/** All that is shown of a code: where it stands, what is below it, and what speaks for it. */
export interface CodeView {
  readonly text: string;
  readonly code: HsCode;
  readonly rival: HsCode | null;
  /** Section first, the code last. */
  readonly path: readonly HsNode[];
  readonly rivalPath: readonly HsNode[];
  readonly leaves: readonly HsLeaf[];
  readonly reasons: HsReasons;
}

type Reader = Pick<Called<HsWorker>, 'explain' | 'leaves' | 'path'>;

/** The subheading that is open beside the candidates, against the one it is weighed with. */
export class OpenedCode {
  code = $state.raw<HsCode | null>(null);
  rival = $state.raw<HsCode | null>(null);
  /** The 10-digit code chosen below it; null: six digits are enough. */
  leaf = $state.raw<HsCode | null>(null);
  view = $state.raw<CodeView | null>(null);
  fault = $state.raw<Fault | null>(null);
  readonly #hs: Reader;
  readonly #expired: () => boolean;
  #turn = 0;
  /** The code whose only leaf was offered. */
  #settled: HsCode | null = null;

  /** `expired`: the edition of the tariff is past, so that its last digits may have changed. */
  constructor(hs: Reader, expired: () => boolean) {
    this.#hs = hs;
    this.#expired = expired;
  }

  /** Shows a subheading; a 10-digit code chosen below it stays while the text is typed on. */
  async open(text: string, code: HsCode, rival: HsCode | null): Promise<void> {
    const turn = ++this.#turn;
    if (code !== this.code) this.leaf = null;
    this.code = code;
    this.rival = rival;
    try {
      const read = await this.#read(text, code, rival);
      if (turn !== this.#turn) return;
      this.fault = read.ok ? null : read.fault;
      this.view = read.ok ? read.value : null;
      if (read.ok) this.#settleLeaf(code, read.value.leaves);
    } catch (error) {
      // A bug: the screen says so, and the window tells what broke.
      if (turn === this.#turn) this.fault = { code: 'worker-lost' };
      throw error;
    }
  }

  close(): void {
    this.#turn += 1;
    this.code = null;
    this.rival = null;
    this.leaf = null;
    this.#settled = null;
    this.view = null;
    this.fault = null;
  }

  /**
   * Where a tariff in force has one code below, its digits are known: nothing is guessed. Once for
   * each code opened: who then wants six digits keeps them. A leaf that is not there is dropped.
   */
  #settleLeaf(code: HsCode, leaves: readonly HsLeaf[]): void {
    if (this.leaf !== null && !leaves.some((leaf) => leaf.code === this.leaf)) this.leaf = null;
    const [only] = leaves;
    const first = this.#settled !== code;
    this.#settled = code;
    if (first && only && leaves.length === 1 && !this.#expired()) this.leaf = only.code;
  }

  async #read(text: string, code: HsCode, rival: HsCode | null): Promise<Result<CodeView>> {
    const rivalPath = rival === null ? succeed([]) : await this.#hs.path({}, rival);
    // A code of an older edition has no words to be held against: the suggestion stands alone.
    const known = rivalPath.ok ? rival : null;
    const [path, leaves, reasons] = await Promise.all([
      this.#hs.path({}, code),
      this.#hs.leaves({}, text, code),
      this.#hs.explain({}, text, code, known),
    ]);
    if (!path.ok) return path;
    if (!leaves.ok) return leaves;
    if (!reasons.ok) return reasons;
    return succeed({
      ...{ text, code, rival: known, path: path.value, reasons: reasons.value },
      rivalPath: rivalPath.ok ? rivalPath.value : [],
      leaves: leaves.value,
    });
  }
}
