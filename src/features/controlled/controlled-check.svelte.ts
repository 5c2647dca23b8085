import type { ControlledCheckState, ControlledWorker } from '../../contracts/controlled.ts';
import type { Called } from '../../platform/workers/call.ts';

interface CheckTools {
  readonly controlled: Pick<Called<ControlledWorker>, 'checkLines' | 'reload'>;
  /** A tablet without lines never starts the worker. */
  readonly hasLines: () => Promise<boolean>;
  /** Answers, or what they must rest on, have changed: what shows them reads them again. */
  readonly changed: () => Promise<void>;
}

/**
 * The check of the imported lines for controlled goods. It runs in the background: at the start of
 * the app, after each import, after each check of goods texts and when a pack comes or goes.
 */
export class ControlledChecks {
  state = $state.raw<ControlledCheckState>('idle');
  readonly #tools: CheckTools;
  #running = false;
  #again = false;
  #written = false;

  constructor(tools: CheckTools) {
    this.#tools = tools;
  }

  /** Answers what is not answered yet. Called while it runs, it goes round once more. */
  async run(): Promise<void> {
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#running = true;
    try {
      do {
        this.#again = false;
        if (await this.#tools.hasLines()) await this.#check();
      } while (this.#again);
    } catch (error) {
      // A bug: the screen says that the check broke off, and the window tells what broke.
      this.state = 'failed';
      throw error;
    } finally {
      this.#running = false;
    }
    if (this.#written) await this.#tellChanged();
  }

  /** Answers were written, in this tab or another. The list is not moved under a run. */
  async written(): Promise<void> {
    this.#written = true;
    if (!this.#running) await this.#tellChanged();
  }

  /** Another list or model works, put there by this tab or another: no answer rests on it yet. */
  async swapped(): Promise<void> {
    if (!(await this.#tools.hasLines())) return;
    await this.#tools.controlled.reload({});
    // The list says so at once: the check may take long, or fail.
    await Promise.all([this.#tools.changed(), this.run()]);
  }

  async #tellChanged(): Promise<void> {
    this.#written = false;
    await this.#tools.changed();
  }

  async #check(): Promise<void> {
    this.state = 'running';
    const checked = await this.#tools.controlled.checkLines({});
    this.state = checked.ok ? 'ready' : 'failed';
  }
}
