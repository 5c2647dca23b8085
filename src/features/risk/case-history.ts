import * as v from 'valibot';
import { EVENT_BODIES, type Decision } from '../../contracts/events.ts';
import type { HaechiDatabase, StoredEvent } from '../../platform/database/database.ts';

/** One thing done to a declaration, as the event log has it. */
export type HistoryEntry =
  | {
      readonly kind: 'decided';
      readonly event: string;
      readonly decision: Decision;
      readonly remark: string;
      readonly at: string;
      readonly actor: string;
    }
  | {
      readonly kind: 'withdrawn';
      readonly event: string;
      /** What was taken back; null when that event is not in this log. */
      readonly decision: Decision | null;
      readonly at: string;
      readonly actor: string;
    };

export interface CaseHistory {
  /** Newest first. */
  readonly entries: readonly HistoryEntry[];
  /** The last decision that was not taken back. */
  readonly standing: Extract<HistoryEntry, { kind: 'decided' }> | null;
}

/** Decisions and withdrawals on one declaration, from the log itself. */
export async function readCaseHistory(
  database: HaechiDatabase,
  declaration: string,
): Promise<CaseHistory> {
  return caseHistory(await database.events.where('subject').equals(declaration).sortBy('seq'));
}

/** The same from events that are at hand, oldest first. */
export function caseHistory(events: readonly StoredEvent[]): CaseHistory {
  const decided = new Map<string, Extract<HistoryEntry, { kind: 'decided' }>>();
  const withdrawn = new Set<string>();
  const entries: HistoryEntry[] = [];
  for (const { id, kind, body, at, actor } of events) {
    if (kind === 'decision-recorded') {
      const { decision, remark } = v.parse(EVENT_BODIES['decision-recorded'], body);
      const entry = { kind: 'decided' as const, event: id, decision, remark, at, actor };
      decided.set(id, entry);
      entries.push(entry);
    } else if (kind === 'decision-withdrawn') {
      const taken = v.parse(EVENT_BODIES['decision-withdrawn'], body).withdrawn;
      withdrawn.add(taken);
      const decision = decided.get(taken)?.decision ?? null;
      entries.push({ kind: 'withdrawn', event: id, decision, at, actor });
    }
  }
  const standing = [...decided.values()].findLast((entry) => !withdrawn.has(entry.event));
  return { entries: entries.reverse(), standing: standing ?? null };
}
