import type { EventBody } from '../../contracts/events.ts';
import type { CaseView } from '../../contracts/risk.ts';

type Seen = EventBody<'decision-recorded'>['seen'];

/**
 * The score as the officer had it before the eyes, for the event, with the pack that gave it: the
 * list may have been cut with another one since. Null where there was none.
 */
export function seenScore({ row, explanation, pack }: CaseView): Seen {
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
