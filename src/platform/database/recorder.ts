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

  constructor(database: HaechiDatabase, context: () => LogContext) {
    this.#database = database;
    this.#context = context;
  }

  async record<K extends EventKind>(
    event: NewEvent<K>,
    also?: () => Promise<void>,
  ): Promise<Result<LogEvent>> {
    try {
      return succeed(await appendEvent(this.#database, this.#context(), event, also));
    } catch (error) {
      return storageFault(error);
    }
  }
}
