/**
 * What inspecting the highest `capacity` percent would catch. Two sources of doubt are added:
 * the calibration (bootstrap replicates of the stack) and chance (each line is fraud or not,
 * with its probability; Bernoulli variance p(1-p)).
 */
import { estimate, varianceOf } from './estimate.ts';
import type { Estimate } from './estimate.ts';
import { inspectedCount, rankByRisk } from './lanes.ts';
import type { RiskModel } from './model.ts';
import type { LineScores } from './score.ts';
import { stackOf } from './score.ts';
import { FRAUD_MEMBERS, replicateLogit, sigmoid } from './stack.ts';

export const CAPACITIES = Array.from({ length: 30 }, (_, i) => i + 1);

export interface CapacityPoint {
  readonly capacity: number;
  readonly inspected: number;
  /** Share of the expected fraud that is caught, 0..1: all lines, and lines of novel patterns. */
  readonly caught: Estimate;
  readonly caughtNovel: Estimate;
  /** Expected number of fraud cases among the inspected. */
  readonly hits: Estimate;
}

/** Expected fraud and its Bernoulli variance in each percent of the order, novel lines apart. */
interface Sums {
  /** `fraud[novel * 31 + step]`: step s holds ranks up to capacity s + 1; step 30 the rest. */
  readonly fraud: Float64Array;
  readonly variance: Float64Array;
}

const STEPS = CAPACITIES.length + 1;

/** Step of each rank, as the sizes of capacities 1..30 cut the order. */
function stepOfRanks(length: number): Uint8Array {
  const steps = new Uint8Array(length).fill(STEPS - 1);
  for (let step = CAPACITIES.length - 1; step >= 0; step -= 1) {
    steps.fill(step, 0, inspectedCount(length, CAPACITIES[step] as number));
  }
  return steps;
}

function sumSteps(
  order: Uint32Array,
  steps: Uint8Array,
  novel: Uint8Array,
  probability: (line: number) => number,
): Sums {
  const fraud = new Float64Array(2 * STEPS);
  const variance = new Float64Array(2 * STEPS);
  for (let rank = 0; rank < order.length; rank += 1) {
    const line = order[rank] as number;
    const p = probability(line);
    const at = (novel[line] as number) * STEPS + (steps[rank] as number);
    fraud[at] = (fraud[at] as number) + p;
    variance[at] = (variance[at] as number) + p * (1 - p);
  }
  return { fraud, variance };
}

/** Sum over steps from..to (excluded) of the chosen halves (0 known, 1 novel). */
function between(sums: Float64Array, halves: readonly number[], from: number, to: number): number {
  let sum = 0;
  for (const half of halves) {
    for (let step = from; step < to; step += 1) sum += sums[half * STEPS + step] as number;
  }
  return sum;
}

function share(sums: Sums, halves: readonly number[], step: number): number {
  const inside = between(sums.fraud, halves, 0, step + 1);
  const all = inside + between(sums.fraud, halves, step + 1, STEPS);
  return all > 0 ? inside / all : 0;
}

/** Variance of inside / (inside + outside) by the delta method. */
function shareVariance(sums: Sums, halves: readonly number[], step: number): number {
  const inside = between(sums.fraud, halves, 0, step + 1);
  const outside = between(sums.fraud, halves, step + 1, STEPS);
  const all = inside + outside;
  if (all === 0) return 0;
  const chance =
    outside ** 2 * between(sums.variance, halves, 0, step + 1) +
    inside ** 2 * between(sums.variance, halves, step + 1, STEPS);
  return chance / all ** 4;
}

function replicateSums(
  model: Pick<RiskModel, 'known' | 'novel'>,
  scores: LineScores,
  order: Uint32Array,
  steps: Uint8Array,
): Sums[] {
  const count = Math.min(model.known.replicates.length, model.novel.replicates.length);
  const { fraud } = scores.members;
  return Array.from({ length: count }, (_, r) =>
    sumSteps(order, steps, scores.novel, (line) => {
      const replicate = stackOf(model, scores.novel[line] as number).replicates[r] ?? [0];
      return sigmoid(replicateLogit(replicate, fraud, line * FRAUD_MEMBERS.length));
    }),
  );
}

const ALL = [0, 1];
const NOVEL = [1];

/** The curve for capacities 1..30 %; empty when there are no lines. */
export function capacityCurve(
  model: Pick<RiskModel, 'known' | 'novel'>,
  scores: LineScores,
): CapacityPoint[] {
  if (scores.length === 0) return [];
  const order = rankByRisk(scores.logit);
  const steps = stepOfRanks(scores.length);
  const sums = sumSteps(order, steps, scores.novel, (line) => scores.probability[line] as number);
  const replicates = replicateSums(model, scores, order, steps);
  return CAPACITIES.map((capacity, step) => {
    const inspected = inspectedCount(scores.length, capacity);
    const caught = (halves: readonly number[]): Estimate => {
      const doubt = varianceOf(replicates.map((r) => share(r, halves, step)));
      const variance = doubt + shareVariance(sums, halves, step);
      return estimate(share(sums, halves, step), variance, 0, 1);
    };
    const found = (s: Sums): number => between(s.fraud, ALL, 0, step + 1);
    const chance = between(sums.variance, ALL, 0, step + 1);
    const hits = estimate(found(sums), varianceOf(replicates.map(found)) + chance, 0, inspected);
    return { capacity, inspected, caught: caught(ALL), caughtNovel: caught(NOVEL), hits };
  });
}

/** Expected share of fraud among some lines, with the doubt of calibration and of chance. */
export function expectedShare(
  model: Pick<RiskModel, 'known' | 'novel'>,
  scores: LineScores,
  lines: Uint32Array,
): Estimate {
  if (lines.length === 0) return { value: 0, low: 0, high: 0 };
  const one = new Uint8Array(lines.length);
  const sums = sumSteps(lines, one, scores.novel, (line) => scores.probability[line] as number);
  const mean = (s: Sums): number => between(s.fraud, ALL, 0, STEPS) / lines.length;
  const doubt = varianceOf(replicateSums(model, scores, lines, one).map(mean));
  const chance = between(sums.variance, ALL, 0, STEPS) / lines.length ** 2;
  return estimate(mean(sums), doubt + chance, 0, 1);
}
