import { succeed, type Result } from '../../contracts/fault.ts';
import type { EventKind } from '../../contracts/events.ts';
import type { LogEvent } from '../../domain/events/chain.ts';
import type { HaechiDatabase } from './database.ts';
import { storageFault } from '../packs/storage-fault.ts';
import { appendEvent, type LogContext, type NewEvent } from './event-log.ts';

/** Records what the officer does; a screen says "recorded" only after the value has come back. */
export class Recorder {
  readonly #database: HaechiDatabase;
  readonly #context: () => LogContext;
  readonly #recorded: () => void;

  /** `recorded` is called after each event that is on the device. */
  constructor(
    database: HaechiDatabase,
    context: () => LogContext,
    recorded: () => void = () => undefined,
  ) {
    this.#database = database;
    this.#context = context;
    this.#recorded = recorded;
  }

  async record<K extends EventKind>(
    event: NewEvent<K>,
    also?: () => Promise<void>,
  ): Promise<Result<LogEvent>> {
    try {
      const sealed = await appendEvent(this.#database, this.#context(), event, also);
      this.#recorded();
      return succeed(sealed);
    } catch (error) {
      return storageFault(error);
    }
  }
}
