import type { EventBody } from '../../contracts/events.ts';
import type { DeskRow, DeskView } from '../../contracts/risk.ts';
import type { Explanation } from '../../domain/risk/explanation.ts';

type Seen = EventBody<'decision-recorded'>['seen'];

/** The score as the officer had it before the eyes, for the event; null where there was none. */
export function seenScore(
  row: DeskRow,
  explanation: Explanation | null,
  pack: DeskView['pack'],
): Seen {
  if (row.probability === null || !pack) return null;
  const reasons = explanation?.reasons ?? (row.topReason ? [row.topReason] : []);
  return {
    probability: row.probability,
    novel: row.novel,
    lane: row.lane,
    random: row.random,
    reasons: reasons.slice(0, 40).map(({ key, weight }) => ({ key, weight })),
    pack: pack.id,
    version: pack.version,
  };
}
