import { fail, succeed, type Result } from '../../contracts/fault.ts';
import type { EventKind } from '../../contracts/events.ts';
import type { LogEvent } from '../../domain/events/chain.ts';
import type { HaechiDatabase } from './database.ts';
import { storageFault } from '../packs/storage-fault.ts';
import { appendEvent, type LogContext, type NewEvent } from './event-log.ts';

export interface RecorderTools {
  readonly database: HaechiDatabase;
  readonly context: () => LogContext;
  /** Makes sure that somebody answers for the event; false: the officer would not say who. */
  readonly identify?: (kind: EventKind) => Promise<boolean>;
  /** Called after each event that is on the device. */
  readonly recorded?: () => void;
}

/** Records what the officer does; a screen says "recorded" only after the value has come back. */
export class Recorder {
  readonly #tools: RecorderTools;

  constructor(tools: RecorderTools) {
    this.#tools = tools;
  }

  /** Faults: cancelled (nobody answers for it), storage-full, storage-refused. */
  async record<K extends EventKind>(
    event: NewEvent<K>,
    also?: () => Promise<void>,
  ): Promise<Result<LogEvent>> {
    const named = (await this.#tools.identify?.(event.kind)) ?? true;
    if (!named) return fail('cancelled');
    try {
      const sealed = await appendEvent(this.#tools.database, this.#tools.context(), event, also);
      this.#tools.recorded?.();
      return succeed(sealed);
    } catch (error) {
      return storageFault(error);
    }
  }
}
