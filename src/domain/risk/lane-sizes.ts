import { CAPACITIES } from './capacity.ts';
import type { Lane } from './lane.ts';
import { inspectedCount, mayBeFast, rankByRisk } from './lanes.ts';
import type { Thresholds } from './model.ts';
import type { LineScores } from './score.ts';

export type LaneSizes = Readonly<Record<Lane, number>>;

/**
 * Lines in each lane at each of CAPACITIES, as assignLanes would put them. `suspected`: 1 = answered
 * *check this* on controlled goods, by line.
 */
export function laneSizes(
  scores: LineScores,
  limits: Thresholds,
  suspected: Uint8Array,
): readonly LaneSizes[] {
  const order = rankByRisk(scores.logit);
  // How many of each there are from a rank on to the last.
  const controlledFrom = new Uint32Array(order.length + 1);
  const fastFrom = new Uint32Array(order.length + 1);
  for (let rank = order.length - 1; rank >= 0; rank -= 1) {
    const line = order[rank] ?? 0;
    const controlled = suspected[line] === 1;
    const fast = !controlled && mayBeFast(scores, line, limits);
    controlledFrom[rank] = (controlledFrom[rank + 1] ?? 0) + (controlled ? 1 : 0);
    fastFrom[rank] = (fastFrom[rank + 1] ?? 0) + (fast ? 1 : 0);
  }
  return CAPACITIES.map((capacity) => {
    const inspect = inspectedCount(order.length, capacity);
    const controlled = controlledFrom[inspect] ?? 0;
    const fast = fastFrom[inspect] ?? 0;
    return { inspect, controlled, review: order.length - inspect - controlled - fast, fast };
  });
}
