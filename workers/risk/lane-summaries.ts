import type { DeskView, LaneSummary } from '../../src/contracts/risk.ts';
import { expectedShare } from '../../src/domain/risk/capacity.ts';
import type { LaneAssignment } from '../../src/domain/risk/lanes.ts';
import { LANES } from '../../src/domain/risk/lane.ts';
import type { RiskModel } from '../../src/domain/risk/model.ts';
import type { LineScores } from '../../src/domain/risk/score.ts';
import type { ControlledAnswers } from './controlled-answers.ts';
import type { Period } from './period.ts';

/** Places of the period in each lane, ascending. */
function placesByLane(period: Period, lanes: LaneAssignment): readonly Uint32Array[] {
  const all = Uint32Array.from(period.lines.keys());
  return LANES.map((_, index) => all.filter((place) => lanes.lane[place] === index));
}

/** The part of a lane's summary that holds until lines, model, period or capacity change. */
export type LaneShape = Omit<LaneSummary, 'decided'> & { readonly places: Uint32Array };

/** A line without a score says nothing of a lane's share. */
function withScore(places: Uint32Array, { probability }: LineScores): Uint32Array {
  return places.filter((place) => Number.isFinite(probability[place]));
}

export function shapeLanes(
  model: RiskModel | null,
  period: Period,
  lanes: LaneAssignment,
  noDocument: Uint8Array,
): readonly LaneShape[] {
  const { scores } = period;
  return placesByLane(period, lanes).map((places, index) => ({
    lane: LANES[index] ?? 'review',
    lines: places.length,
    novel: scores ? places.filter((place) => scores.novel[place] === 1).length : 0,
    fraud: model && scores ? expectedShare(model, scores, withScore(places, scores)) : null,
    drawn: places.filter((place) => lanes.drawn[place] === 1).length,
    noDocument: places.filter((place) => noDocument[period.lines[place] ?? 0] === 1).length,
    places,
  }));
}

export function summariseLane(
  { places, ...shape }: LaneShape,
  period: Period,
  decided: Uint8Array,
): LaneSummary {
  const done = places.filter((place) => decided[period.lines[place] ?? 0] === 1);
  return { ...shape, decided: done.length };
}

/** How far the look for controlled goods is among the period's lines; null without a list. */
export function countAnswers(
  { working, current, suspected, unstated }: ControlledAnswers,
  period: Period,
): DeskView['controlled'] {
  if (!working) return null;
  const { standing, model } = working;
  const count = (flags: Uint8Array): number =>
    period.lines.reduce((sum, handle) => sum + (flags[handle] ?? 0), 0);
  return {
    ...{ standing, model: model !== null },
    ...{ answered: count(current), check: count(suspected), unstated: count(unstated) },
  };
}
