import type { HsAnswer, HsWorker } from '../../contracts/hs.ts';
import type { HsCode } from '../../domain/hs/code.ts';
import type { Called } from '../../platform/workers/call.ts';

/** One line of a pasted invoice with its answer, once it is there, and what was picked for it. */
export interface ListedLine {
  readonly text: string;
  /** null: on its way; `failed`: the worker gave none. */
  readonly answer: HsAnswer | 'failed' | null;
  readonly picked: HsCode | null;
}

/** The lines of an invoice, answered one after the other. Only the open one is in the box. */
export class LineList {
  lines = $state.raw<readonly ListedLine[]>([]);
  /** Index of the line in the box; null: the list itself is shown. */
  open = $state<number | null>(null);
  readonly #hs: Pick<Called<HsWorker>, 'suggest'>;
  #stop: AbortController | null = null;
  /** The text as it was pasted: it comes back when the list is left. */
  #whole = '';

  constructor(hs: Pick<Called<HsWorker>, 'suggest'>) {
    this.#hs = hs;
  }

  /** Asks for every line in turn; a list begun before is given up. */
  async begin(whole: string, texts: readonly string[]): Promise<void> {
    this.#stop?.abort();
    const stop = new AbortController();
    this.#stop = stop;
    this.#whole = whole;
    this.open = null;
    this.lines = texts.map((text) => ({ text, answer: null, picked: null }));
    for (const [index, text] of texts.entries()) {
      const result = await this.#hs.suggest({ signal: stop.signal }, text);
      if (stop.signal.aborted) return;
      this.#change(index, { answer: result.ok ? result.value : 'failed' });
    }
  }

  /** The open line was recorded under this code: the list is shown again, with its tick. */
  picked(code: HsCode): void {
    if (this.open === null) return;
    this.#change(this.open, { picked: code });
    this.open = null;
  }

  /** Leaves the list; the whole text, for the box. */
  end(): string {
    this.#stop?.abort();
    this.lines = [];
    this.open = null;
    return this.#whole;
  }

  #change(index: number, patch: Partial<ListedLine>): void {
    this.lines = this.lines.map((line, i) => (i === index ? { ...line, ...patch } : line));
  }
}
