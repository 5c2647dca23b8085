import type { EventBody } from '../../contracts/events.ts';
import type { CaseView } from '../../contracts/risk.ts';
import { readControlledMark } from '../../platform/database/controlled.ts';
import type { HaechiDatabase } from '../../platform/database/database.ts';

type Seen = EventBody<'decision-recorded'>['controlled'];

/**
 * What stood before the officer's eyes of controlled goods, for the event; null: not looked at yet. The
 * page follows the stored answer, which may be newer than the list's row.
 */
export async function seenControlled(
  database: HaechiDatabase,
  { row }: CaseView,
): Promise<NonNullable<Seen> | null> {
  // What cannot be read here fails aloud when the decision is written.
  const stored = await readControlledMark(database, row.id).catch(() => null);
  const mark = stored ?? row.controlled;
  if (!mark) return null;
  const { ground, probability, suspect, list, model } = mark;
  return { ground, probability, suspect, list, model };
}
