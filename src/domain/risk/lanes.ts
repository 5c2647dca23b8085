import { LANES } from './lane.ts';
import type { Thresholds } from './model.ts';
import type { LineScores } from './score.ts';
import { sipHash, sipKey } from './sip-hash.ts';

/** Line numbers from the highest risk to the lowest; equal risks keep their order. */
export function rankByRisk(logit: Float32Array): Uint32Array {
  const order = Uint32Array.from({ length: logit.length }, (_, line) => line);
  return order.sort((i, j) => (logit[j] as number) - (logit[i] as number) || i - j);
}

/** Lines that `capacity` percent of all lines come to; at least one when there is any. */
export function inspectedCount(lines: number, capacity: number): number {
  return lines === 0 ? 0 : Math.max(1, Math.floor((lines * capacity) / 100));
}

/** A known pattern with both probabilities within the pack's limits. A novel line never is. */
export function mayBeFast(scores: LineScores, line: number, limits: Thresholds): boolean {
  return (
    scores.novel[line] === 0 &&
    (scores.probability[line] as number) <= limits.fastProbability &&
    (scores.critical[line] as number) <= limits.fastCritical
  );
}

/**
 * A number in [0, 1) for each declaration, from its id and the office's secret: nobody without the
 * secret can tell which ids are drawn, and the same id is drawn again after a reload.
 * `secret` is 32 random bytes, of which SipHash takes 16: a keyed hash at about a sixth of the cost
 * of SHA-256, which matters when a week's ids are drawn at once.
 */
export function drawNumbers(ids: readonly string[], secret: Uint8Array): Float64Array {
  const key = sipKey(secret);
  return Float64Array.from(ids, (id) => {
    const byteAt = (at: number): number => (id.charCodeAt(at >> 1) >> (8 * (at & 1))) & 255;
    return sipHash(key, id.length * 2, byteAt) / 4_294_967_296;
  });
}

/** Share of the fast lane that is inspected anyway. */
export const RANDOM_SHARE = 0.02;

/** How a draw is made: numbers of drawNumbers, and the share below which a fast line is drawn. */
export interface RandomDraw {
  readonly numbers: Float64Array;
  readonly share: number;
}

export interface LaneAssignment {
  /** Index into LANES, by line. */
  readonly lane: Uint8Array;
  /** 1 = in the fast lane, drawn at random for inspection. */
  readonly drawn: Uint8Array;
  /** Line numbers by risk, highest first; the first `inspected` are in the inspect lane. */
  readonly order: Uint32Array;
  readonly inspected: number;
}

/** Lanes of lines that are not up for inspection and not known to be of little risk. */
export function waitingLanes(suspected: Uint8Array): Uint8Array {
  const [controlled, review] = [LANES.indexOf('controlled'), LANES.indexOf('review')];
  return suspected.map((is) => (is === 1 ? controlled : review));
}

/**
 * Assigns every line to a lane: the top `capacity` percent, then lines whose goods are perhaps
 * controlled, then the fast track, then review. `suspected`: 1 = answered *check this*, by line.
 */
export function assignLanes(
  scores: LineScores,
  capacity: number,
  limits: Thresholds,
  draw: RandomDraw,
  suspected: Uint8Array,
): LaneAssignment {
  const order = rankByRisk(scores.logit);
  const inspected = inspectedCount(scores.length, capacity);
  const lane = waitingLanes(suspected);
  const drawn = new Uint8Array(scores.length);
  order.forEach((line, rank) => {
    if (rank < inspected) {
      lane[line] = LANES.indexOf('inspect');
    } else if (suspected[line] !== 1 && mayBeFast(scores, line, limits)) {
      lane[line] = LANES.indexOf('fast');
      drawn[line] = (draw.numbers[line] as number) < draw.share ? 1 : 0;
    }
  });
  return { lane, drawn, order, inspected };
}
