import { assignLanes, waitingLanes, type LaneAssignment } from '../../src/domain/risk/lanes.ts';
import { laneSizes, type LaneSizes } from '../../src/domain/risk/lane-sizes.ts';
import type { Thresholds } from '../../src/domain/risk/model.ts';
import type { Period, RankedScores } from './period.ts';

/** How a draw is made: a number for each handle, and the share below which a fast line is drawn. */
interface Draw {
  readonly numbers: Float64Array;
  readonly share: number;
}

export interface Ranking {
  readonly assignment: LaneAssignment;
  /** Rank of each place, 1 = highest; 0 = no score. Null: no line has one. */
  readonly ranks: Uint32Array | null;
}

/** Flags of some of the places, in their order. */
function pickPlaces(flags: Uint8Array, places: Uint32Array): Uint8Array {
  return Uint8Array.from(places, (place) => flags[place] ?? 0);
}

/** Lanes of a period that nothing ranks: what is perhaps controlled, and what waits for review. */
export function unrankedLanes(suspected: Uint8Array): LaneAssignment {
  return {
    lane: waitingLanes(suspected),
    drawn: new Uint8Array(suspected.length),
    order: Uint32Array.from(suspected.keys()),
    inspected: 0,
  };
}

/**
 * Lanes and ranks by place in the period; `suspected` goes by place too. A place without a score
 * waits behind all others in the order and without a rank: what could not be scored is neither safe
 * nor risky. What is perhaps controlled is so without a score.
 */
export function rankLanes(
  period: Period,
  { places, scores }: RankedScores,
  capacity: number,
  limits: Thresholds,
  draw: Draw,
  suspected: Uint8Array,
): Ranking {
  const numbers = Float64Array.from(
    places,
    (place) => draw.numbers[period.lines[place] ?? -1] ?? 1,
  );
  const ranked = assignLanes(
    scores,
    capacity,
    limits,
    { numbers, share: draw.share },
    pickPlaces(suspected, places),
  );
  const total = period.lines.length;
  const order = new Uint32Array(total);
  const ranks = new Uint32Array(total);
  ranked.order.forEach((line, rank) => {
    const place = places[line] ?? 0;
    order[rank] = place;
    ranks[place] = rank + 1;
  });
  if (places.length === total) return { assignment: ranked, ranks };
  const { lane, drawn } = unrankedLanes(suspected);
  places.forEach((place, line) => {
    lane[place] = ranked.lane[line] ?? 0;
    drawn[place] = ranked.drawn[line] ?? 0;
  });
  let next = places.length;
  for (let place = 0; place < total; place += 1) {
    if (ranks[place] === 0) order[next++] = place;
  }
  return { assignment: { lane, drawn, order, inspected: ranked.inspected }, ranks };
}

/** Sizes of the lanes at each capacity, lines without a score included. */
export function sizeLanes(
  period: Period,
  { places, scores }: RankedScores,
  limits: Thresholds,
  suspected: Uint8Array,
): readonly LaneSizes[] {
  const ranked = pickPlaces(suspected, places);
  const sizes = laneSizes(scores, limits, ranked);
  const sum = (flags: Uint8Array): number => flags.reduce((total, flag) => total + flag, 0);
  const controlled = sum(suspected) - sum(ranked);
  const review = period.lines.length - places.length - controlled;
  return sizes.map((each) => ({
    ...each,
    controlled: each.controlled + controlled,
    review: each.review + review,
  }));
}
