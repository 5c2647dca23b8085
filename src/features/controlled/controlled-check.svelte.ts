import type { ControlledSummary, ControlledWorker } from '../../contracts/controlled.ts';
import type { Fault } from '../../contracts/fault.ts';
import type { Called } from '../../platform/workers/call.ts';

type CheckState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly done: number; readonly of: number }
  | { readonly kind: 'ready'; readonly summary: ControlledSummary }
  /** The officer stopped it: what is answered is kept, the rest waits. */
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly fault: Fault };

interface CheckTools {
  readonly controlled: Pick<Called<ControlledWorker>, 'checkLines'>;
  /** A tablet without lines never starts the worker. */
  readonly hasLines: () => Promise<boolean>;
  /** Answers have changed: what shows them reads them again. */
  readonly changed: () => Promise<void>;
}

/**
 * The check of the imported lines for controlled goods. It runs in the background: at the start of
 * the app, after each import, after each check of goods texts and when a pack comes or goes.
 */
export class ControlledChecks {
  state = $state.raw<CheckState>({ kind: 'idle' });
  readonly #tools: CheckTools;
  #stop: AbortController | null = null;
  #again = false;
  #written = false;

  constructor(tools: CheckTools) {
    this.#tools = tools;
  }

  /** Answers what is not answered yet. Called while it runs, it goes round once more. */
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
        if (await this.#tools.hasLines()) await this.#check(stop.signal);
      } while (this.#again && !stop.signal.aborted);
    } catch (error) {
      // A bug: the screen says that the check broke off, and the window tells what broke.
      this.state = { kind: 'failed', fault: { code: 'worker-lost' } };
      throw error;
    } finally {
      this.#stop = null;
    }
    if (this.#written) await this.#tellChanged();
  }

  /** Answers were written, in this tab or another. The list is not moved under a run. */
  async written(): Promise<void> {
    this.#written = true;
    if (!this.#stop) await this.#tellChanged();
  }

  stop(): void {
    this.#stop?.abort();
  }

  async #tellChanged(): Promise<void> {
    this.#written = false;
    await this.#tools.changed();
  }

  async #check(signal: AbortSignal): Promise<void> {
    const progress = ({ done, of }: { done: number; of: number }): void => {
      this.state = { kind: 'running', done, of };
    };
    const checked = await this.#tools.controlled.checkLines({ signal, progress });
    if (checked.ok) this.state = { kind: 'ready', summary: checked.value };
    else if (checked.fault.code === 'cancelled') this.state = { kind: 'stopped' };
    else this.state = { kind: 'failed', fault: checked.fault };
  }
}
