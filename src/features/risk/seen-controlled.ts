import type { ControlledMark } from '../../contracts/controlled.ts';
import type { EventBody } from '../../contracts/events.ts';

type Seen = NonNullable<EventBody<'decision-recorded'>['controlled']>;

/** What stood before the officer's eyes of controlled goods, for the event; null: nothing did yet. */
export function seenControlled(shown: ControlledMark | null): Seen | null {
  if (!shown) return null;
  const { ground, probability, suspect, list, model } = shown;
  // As exact as answers are kept on the device: the two can be compared.
  const kept = probability === null ? null : Math.fround(probability);
  return { ground, probability: kept, suspect, list, model };
}
