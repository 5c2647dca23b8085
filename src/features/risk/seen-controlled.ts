import type { EventBody } from '../../contracts/events.ts';
import type { CaseView } from '../../contracts/risk.ts';

type Seen = EventBody<'decision-recorded'>['controlled'];

/** What stood before the officer's eyes of controlled goods, for the event; null: not looked at yet. */
export function seenControlled({ row }: CaseView): NonNullable<Seen> | null {
  if (!row.controlled) return null;
  const { ground, probability, suspect, list, model } = row.controlled;
  return { ground, probability, suspect, list, model };
}
