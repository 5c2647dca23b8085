import * as v from 'valibot';
import { sealEvent, type LogEvent } from '../../domain/events/chain.ts';
import { EVENT_BODIES, type EventBody, type EventKind } from '../../contracts/events.ts';
import type { HaechiDatabase, StoredEvent } from './database.ts';
import { PROJECTIONS, project } from './projections.ts';

/** Who acts, on which device, and where ids and times come from (arguments, so tests can fix them). */
export interface LogContext {
  readonly actor: string;
  readonly device: string;
  readonly now: () => Date;
  readonly newId: () => string;
}

export interface NewEvent<K extends EventKind> {
  readonly kind: K;
  readonly subject: string;
  readonly body: EventBody<K>;
}

/**
 * Appends one event and updates what the screen shows from it, in one transaction: both are on
 * the device when the promise resolves, or neither is. `also` writes the data the event speaks of
 * (the lines of an import) in that same transaction; it may only await database calls.
 */
export async function appendEvent<K extends EventKind>(
  database: HaechiDatabase,
  context: LogContext,
  event: NewEvent<K>,
  also?: () => Promise<void>,
): Promise<LogEvent> {
  const body = v.parse(EVENT_BODIES[event.kind], event.body);
  return database.transaction('rw', database.tables, async () => {
    const last = await database.events.orderBy('seq').last();
    const sealed = sealEvent({
      id: context.newId(),
      kind: event.kind,
      subject: event.subject,
      body,
      actor: context.actor,
      device: context.device,
      at: context.now().toISOString(),
      prev: last?.hash ?? '',
    });
    await database.events.add(sealed);
    await project(database, sealed);
    await also?.();
    return sealed;
  });
}

/** The whole log, oldest first. */
export async function readLog(database: HaechiDatabase): Promise<StoredEvent[]> {
  return database.events.orderBy('seq').toArray();
}

/** Throws away what is derived from the log and derives it again. */
export async function rebuildProjections(database: HaechiDatabase): Promise<void> {
  await database.transaction('rw', database.tables, async () => {
    for (const name of PROJECTIONS) await database.table(name).clear();
    for (const event of await readLog(database)) await project(database, event);
  });
}
