import type { ControlledCheckState } from '../../contracts/controlled.ts';
import type { DeskView, LaneSummary } from '../../contracts/risk.ts';
import { i18n } from '../../i18n/i18n.svelte.ts';

const bare = (share: number): string => (share * 100).toFixed(1);

/**
 * How far the look for controlled goods is: none must never look like none found. Null once every
 * line of the period is looked at.
 */
export function controlledGap(
  { controlled, total }: DeskView,
  check: ControlledCheckState,
): string | null {
  const m = i18n.m.clearance;
  if (!controlled) return m.controlledNoList;
  if (controlled.answered >= total) return null;
  if (check === 'running') return m.controlledRunning;
  if (check === 'failed') return m.controlledFailed(total - controlled.answered);
  if (controlled.answered === 0) return m.controlledNotYet;
  return m.controlledOpen(total - controlled.answered);
}

function controlledTruth(
  view: DeskView,
  { lines, noDocument, decided }: LaneSummary,
  gap: string | null,
): string {
  const m = i18n.m.clearance;
  if (gap !== null) return gap;
  const { model = false, unstated = 0 } = view.controlled ?? {};
  // Where no file states documents, that none is missing says nothing.
  const ruled = noDocument === 0 && unstated > 0 ? m.laneUnstated : m.laneNoDocument(noDocument);
  const found = [ruled, model ? m.laneHidden(lines - noDocument) : m.laneNoModel];
  return [...found, ...(decided > 0 ? [m.laneControlledDecided(decided)] : [])].join(' · ');
}

/** One line of truth of a lane; `gap`: of the look for controlled goods. */
export function laneTruth(view: DeskView, summary: LaneSummary, gap: string | null): string {
  const m = i18n.m.clearance;
  if (summary.lane === 'inspect')
    return m.laneDecided(summary.decided, summary.lines - summary.decided);
  if (summary.lane === 'controlled') return controlledTruth(view, summary, gap);
  if (summary.lane === 'review') return m.laneNovel(summary.novel);
  if (!summary.fraud) return '';
  const { value, low, high } = summary.fraud;
  return m.laneFraud(`${bare(value)} %`, bare(low), bare(high));
}
