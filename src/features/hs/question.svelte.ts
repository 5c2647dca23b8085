import type { Fault } from '../../contracts/fault.ts';
import type { HsAnswer, HsWorker } from '../../contracts/hs.ts';
import { parseHs, type HsCode } from '../../domain/hs/code.ts';
import type { Called } from '../../platform/workers/call.ts';

/** Asked when the typing pauses, ms. */
const PAUSE = 120;
/** A Hangul syllable stays open until the next key: it is read once the officer waits this long, ms. */
export const OPEN_SYLLABLE_PAUSE = 600;
/** Longest text that is kept in the box, characters: a long invoice fits, a file does not. */
export const TEXT_KEPT = 20_000;

/** An answer with the text it is about. */
export interface Answered {
  readonly text: string;
  readonly answer: HsAnswer;
}

interface QuestionTools {
  readonly hs: Pick<Called<HsWorker>, 'suggest'>;
  /** The code that was declared for the goods, if any: the answer says how it stands to it. */
  readonly declared?: () => HsCode | null;
  /** A new answer is there, or none any more. */
  readonly answered: (answered: Answered | null) => void;
}

/** The text in the box and the answer to it. The last answer stays in view until the next is there. */
export class Question {
  text = $state('');
  /** More was pasted than is kept. */
  tooLong = $state(false);
  asking = $state(false);
  answered = $state.raw<Answered | null>(null);
  fault = $state.raw<Fault | null>(null);
  /** A code typed instead of goods. */
  readonly code = $derived(parseHs(this.text) ?? null);

  readonly #tools: QuestionTools;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  constructor(tools: QuestionTools) {
    this.#tools = tools;
  }

  /** What stands in the box now; `composing`: its last syllable is not finished. */
  type(text: string, composing: boolean): void {
    this.#keep(text);
    this.#ask(composing ? OPEN_SYLLABLE_PAUSE : PAUSE);
  }

  /** A whole text at once (an example, a line, a declaration): the answer before is not about it. */
  put(text: string): void {
    this.#keep(text);
    this.#drop();
    this.#ask(0);
  }

  /** Once more: a pack has come, a pick was recorded, or the worker was lost. */
  again(): void {
    this.#ask(0);
  }

  #keep(text: string): void {
    this.tooLong = text.length > TEXT_KEPT;
    this.text = text.slice(0, TEXT_KEPT);
  }

  #ask(pause: number): void {
    clearTimeout(this.#timer);
    // What is on its way is about an older text.
    this.#turn += 1;
    if (this.text.trim() === '' || this.code !== null) {
      this.asking = false;
      this.#drop();
      return;
    }
    this.asking = true;
    const turn = this.#turn;
    this.#timer = setTimeout(() => void this.#send(turn), pause);
  }

  #drop(): void {
    this.fault = null;
    if (this.answered === null) return;
    this.answered = null;
    this.#tools.answered(null);
  }

  async #send(turn: number): Promise<void> {
    const { text } = this;
    try {
      const result = await this.#tools.hs.suggest({}, text, this.#tools.declared?.() ?? null);
      if (turn !== this.#turn) return;
      this.asking = false;
      this.fault = result.ok ? null : result.fault;
      this.answered = result.ok ? { text, answer: result.value } : null;
      this.#tools.answered(this.answered);
    } catch (error) {
      // A bug: the screen says that there is no answer, and the window tells what broke.
      if (turn === this.#turn) {
        this.asking = false;
        this.fault = { code: 'worker-lost' };
      }
      throw error;
    }
  }
}
