import { sigmoid } from '../../../src/domain/risk/stack.ts';
import { crossFitted } from './fit-stack.ts';
import type { StackRows } from './fit-stack.ts';
import { seededRandom } from '../../random.ts';

/**
 * The rule by which a member earns its place: with it, the cross-fitted log loss on the fitting
 * rows must be lower than without it in at least this share of paired bootstrap samples.
 */
export const LEAST_SURENESS = 0.9;
const SAMPLES = 500;
const FOLDS = 10;

export interface MemberTrial {
  readonly member: string;
  /** Share of bootstrap samples in which the others do worse without it. */
  readonly sureness: number;
  /** Log loss without it minus with it; above 0 it helps. */
  readonly gain: number;
  readonly kept: boolean;
}

function losses(rows: StackRows, used: readonly number[], seed: number): Float64Array {
  const logits = crossFitted(rows, used, FOLDS, seed);
  return logits.map((logit, row) => {
    const p = Math.min(1 - 1e-9, Math.max(1e-9, sigmoid(logit)));
    return -Math.log(rows.found[row] === 1 ? p : 1 - p);
  });
}

/** Share of bootstrap samples of the rows in which the mean difference is above 0. */
function surenessOf(difference: Float64Array, seed: number): number {
  const random = seededRandom(seed);
  let above = 0;
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    let sum = 0;
    for (let i = 0; i < difference.length; i += 1) {
      sum += difference[Math.floor(random() * difference.length)] as number;
    }
    if (sum > 0) above += 1;
  }
  return above / SAMPLES;
}

/** Backward elimination: drops the least useful member until all that remain pass the rule. */
export function chooseMembers(
  rows: StackRows,
  names: readonly string[],
  candidates: readonly number[],
  seed: number,
): { used: number[]; trials: MemberTrial[] } {
  let used = [...candidates];
  const dropped: MemberTrial[] = [];
  for (;;) {
    const whole = losses(rows, used, seed);
    const trials = used.map((member): MemberTrial => {
      const rest = used.filter((m) => m !== member);
      const difference = losses(rows, rest, seed).map((loss, row) => loss - (whole[row] as number));
      const gain = difference.reduce((sum, d) => sum + d, 0) / difference.length;
      const sureness = surenessOf(difference, seed);
      const name = names[member] as string;
      return { member: name, sureness, gain, kept: sureness >= LEAST_SURENESS };
    });
    const worst = trials.reduce((a, b) => (b.sureness < a.sureness ? b : a));
    if (worst.kept || used.length === 1) {
      return { used, trials: [...trials.map((t) => ({ ...t, kept: true })), ...dropped] };
    }
    dropped.push(worst);
    used = used.filter((m) => names[m] !== worst.member);
  }
}
