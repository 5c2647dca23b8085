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
  #turn = 0;

  constructor(hs: Reader) {
    this.#hs = hs;
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
      if (read.ok) this.#takeOnlyLeaf(read.value.leaves);
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
    this.view = null;
    this.fault = null;
  }

  /** Where the tariff has one code below, its digits are known: nothing is guessed. */
  #takeOnlyLeaf(leaves: readonly HsLeaf[]): void {
    const [only] = leaves;
    if (only && leaves.length === 1) this.leaf = only.code;
  }

  async #read(text: string, code: HsCode, rival: HsCode | null): Promise<Result<CodeView>> {
    const [path, rivalPath, leaves, reasons] = await Promise.all([
      this.#hs.path({}, code),
      rival === null ? succeed([]) : this.#hs.path({}, rival),
      this.#hs.leaves({}, text, code),
      this.#hs.explain({}, text, code, rival),
    ]);
    if (!path.ok) return path;
    if (!leaves.ok) return leaves;
    if (!reasons.ok) return reasons;
    return succeed({
      ...{ text, code, rival, path: path.value, reasons: reasons.value },
      rivalPath: rivalPath.ok ? rivalPath.value : [],
      leaves: leaves.value,
    });
  }
}
