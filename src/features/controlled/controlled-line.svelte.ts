import { liveQuery } from 'dexie';
import type { ControlledCase, ControlledWorker } from '../../contracts/controlled.ts';
import type { Fault, Result } from '../../contracts/fault.ts';
import type { HsWorker, WordSpan } from '../../contracts/hs.ts';
import type { HaechiDatabase } from '../../platform/database/database.ts';
import type { Called } from '../../platform/workers/call.ts';
import { declaredSix } from './controlled-words.ts';

type LineState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly opened: ControlledCase }
  | { readonly kind: 'failed'; readonly fault: Fault };

export interface LineTools {
  readonly controlled: Pick<Called<ControlledWorker>, 'openLine'>;
  readonly hs: Pick<Called<HsWorker>, 'explain'>;
  readonly database: HaechiDatabase;
}

/**
 * Whether the open declaration should have been declared for review. The check runs in the
 * background: when its answer changes, the line is opened again.
 */
export class ControlledLine {
  state = $state.raw<LineState>({ kind: 'loading' });
  /** Words of the goods text that speak for the suspected code (> 0) or the declared one (< 0). */
  spans = $state.raw<readonly WordSpan[]>([]);
  readonly #tools: LineTools;
  #declaration = '';
  #turn = new AbortController();

  constructor(tools: LineTools) {
    this.#tools = tools;
  }

  /** Shows one declaration from now on; returns how to stop. */
  follow(declaration: string): () => void {
    this.#declaration = declaration;
    this.#turn.abort();
    this.state = { kind: 'loading' };
    let seen: string | undefined;
    const reading = liveQuery(() => this.#stored(declaration));
    const following = reading.subscribe({
      next: (stored) => {
        if (stored === seen) return;
        seen = stored;
        void this.#open();
      },
      // The answer comes from the worker, which says what is wrong with the storage.
      error: () => void this.#open(),
    });
    return () => {
      following.unsubscribe();
      this.#turn.abort();
    };
  }

  /** Once more, after a failure. */
  again(): void {
    this.state = { kind: 'loading' };
    void this.#open();
  }

  /** What the background check wrote of the declaration, as one text to compare; empty: nothing. */
  async #stored(declaration: string): Promise<string> {
    const { controlledChecks } = this.#tools.database;
    const chunk = await controlledChecks.where('ids').equals(declaration).last();
    if (!chunk) return '';
    const at = chunk.ids.indexOf(declaration);
    const answer = [chunk.ground[at], chunk.suspect[at], chunk.probability[at]];
    return [chunk.basis, ...answer].join(' ');
  }

  /** The answer before stays in view until the next is there; what is late is dropped. */
  async #open(): Promise<void> {
    this.#turn.abort();
    const { signal } = (this.#turn = new AbortController());
    const opened = await this.#orFail(
      signal,
      this.#tools.controlled.openLine({ signal }, this.#declaration),
    );
    if (signal.aborted) return;
    this.spans = [];
    if (!opened.ok) {
      this.state = { kind: 'failed', fault: opened.fault };
      return;
    }
    this.state = { kind: 'ready', opened: opened.value };
    await this.#explain(opened.value, signal);
  }

  /** The words come after the answer; without them the text stands plain. */
  async #explain({ text, suspect, code }: ControlledCase, signal: AbortSignal): Promise<void> {
    if (text === null || suspect === null) return;
    const reasons = await this.#tools.hs.explain(
      { signal },
      text,
      suspect,
      declaredSix(code, suspect),
    );
    if (!signal.aborted && reasons.ok) this.spans = reasons.value.spans;
  }

  /** A bug leaves no section that waits for ever: it says that it failed, and the window what broke. */
  async #orFail<T>(signal: AbortSignal, work: Promise<Result<T>>): Promise<Result<T>> {
    try {
      return await work;
    } catch (error) {
      if (!signal.aborted) this.state = { kind: 'failed', fault: { code: 'worker-lost' } };
      throw error;
    }
  }
}
