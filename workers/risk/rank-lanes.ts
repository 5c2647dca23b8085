import { assignLanes, type LaneAssignment } from '../../src/domain/risk/lanes.ts';
import { LANES } from '../../src/domain/risk/lane.ts';
import type { Thresholds } from '../../src/domain/risk/model.ts';
import type { Period, RankedScores } from './period.ts';

/** How a draw is made: a number for each handle, and the share below which a fast line is drawn. */
interface Draw {
  readonly numbers: Float64Array;
  readonly share: number;
}

export interface RankedPlaces {
  readonly assignment: LaneAssignment;
  /** Rank of each place, 1 = highest; 0 = no score. */
  readonly ranks: Uint32Array;
}

/**
 * Lanes and ranks by place in the period. A place without a score waits for review, behind all
 * others in the order and without a rank: what could not be scored is neither safe nor risky.
 */
export function rankLanes(
  period: Period,
  { places, scores }: RankedScores,
  capacity: number,
  limits: Thresholds,
  draw: Draw,
): RankedPlaces {
  const numbers = Float64Array.from(
    places,
    (place) => draw.numbers[period.lines[place] ?? -1] ?? 1,
  );
  const ranked = assignLanes(scores, capacity, limits, { numbers, share: draw.share });
  const total = period.lines.length;
  const order = new Uint32Array(total);
  const ranks = new Uint32Array(total);
  ranked.order.forEach((line, rank) => {
    const place = places[line] ?? 0;
    order[rank] = place;
    ranks[place] = rank + 1;
  });
  if (places.length === total) return { assignment: ranked, ranks };
  const lane = new Uint8Array(total).fill(LANES.indexOf('review'));
  const drawn = new Uint8Array(total);
  places.forEach((place, line) => {
    lane[place] = ranked.lane[line] ?? LANES.indexOf('review');
    drawn[place] = ranked.drawn[line] ?? 0;
  });
  let next = places.length;
  for (let place = 0; place < total; place += 1) {
    if (ranks[place] === 0) order[next++] = place;
  }
  return { assignment: { lane, drawn, order, inspected: ranked.inspected }, ranks };
}
