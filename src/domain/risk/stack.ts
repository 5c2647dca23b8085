/**
 * Members joined in log-odds: logit = intercept + sum of weight * member logit. Being linear,
 * it keeps explanations additive; being a logistic fit, it is calibrated on what it was fitted on.
 */
export const FRAUD_MEMBERS = ['history', 'trees', 'novel-trees', 'network'] as const;
export const CRITICAL_MEMBERS = ['history', 'trees'] as const;

export interface Stack {
  readonly intercept: number;
  /** One weight a member, 0 where the member was dropped. */
  readonly weights: readonly number[];
  /** [intercept, ...weights] of fits on bootstrap samples of the fitting rows. */
  readonly replicates: readonly (readonly number[])[];
}

export function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

/** Log-odds of one line; `members[at ..]` holds its member logits. */
export function stackLogit(stack: Stack, members: Float32Array, at: number): number {
  let logit = stack.intercept;
  for (let m = 0; m < stack.weights.length; m += 1) {
    logit += (stack.weights[m] as number) * (members[at + m] as number);
  }
  return logit;
}

/** The same under one bootstrap replicate. */
export function replicateLogit(
  replicate: readonly number[],
  members: Float32Array,
  at: number,
): number {
  let logit = replicate[0] as number;
  for (let m = 1; m < replicate.length; m += 1) {
    logit += (replicate[m] as number) * (members[at + m - 1] as number);
  }
  return logit;
}

/** Value below which `share` of the sorted values lie, between neighbours by straight line. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const low = sorted[below] ?? NaN;
  const high = sorted[Math.min(sorted.length - 1, below + 1)] ?? NaN;
  return low + (high - low) * (at - below);
}

/** 95 % interval of one line's probability over the replicates; holds the probability itself. */
export function probabilityInterval(
  stack: Stack,
  members: Float32Array,
  at: number,
): { low: number; high: number } {
  const middle = sigmoid(stackLogit(stack, members, at));
  if (stack.replicates.length === 0) return { low: middle, high: middle };
  const drawn = Float64Array.from(stack.replicates, (r) => sigmoid(replicateLogit(r, members, at)));
  drawn.sort();
  return {
    low: Math.min(middle, quantile(drawn, 0.025)),
    high: Math.max(middle, quantile(drawn, 0.975)),
  };
}
