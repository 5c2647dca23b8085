/** Logistic regression by Newton's method, each kind of query weighing what it is told to. */
import type { LogisticHead } from '../../../../src/domain/documents/signatures/judge.ts';
import type { Kind } from '../rates.ts';

export interface Example {
  readonly kind: Kind;
  readonly features: readonly number[];
}

/**
 * Genuine and imitated signatures weigh alike, so that the probability is that of an even chance
 * beforehand; random ones are easy and only hold the far end in place.
 */
const SHARES: Readonly<Record<Kind, number>> = { genuine: 1, skilled: 1, random: 0.2 };
const RIDGE = 1e-3;
const STEPS = 15;

export function fitHead(examples: readonly Example[]): LogisticHead {
  const size = examples[0]?.features.length ?? 0;
  const means = column(size, (k) => averageOf(examples, k));
  const spreads = column(size, (k) => spreadOf(examples, k, means[k]!));
  const counts = { genuine: 0, skilled: 0, random: 0 };
  for (const { kind } of examples) counts[kind] += 1;
  const rows = examples.map(({ kind, features }) => ({
    x: Float64Array.from([...features.map((one, k) => (one - means[k]!) / spreads[k]!), 1]),
    genuine: kind === 'genuine' ? 1 : 0,
    weight: SHARES[kind] / counts[kind],
  }));
  const theta = new Float64Array(size + 1);
  for (let step = 0; step < STEPS; step += 1) newton(rows, theta);
  const weights = Float32Array.from(means, (_, k) => theta[k]! / spreads[k]!);
  const intercept = theta[size]! - means.reduce((sum, mean, k) => sum + mean * weights[k]!, 0);
  return { weights, intercept };
}

interface Row {
  readonly x: Float64Array;
  readonly genuine: number;
  readonly weight: number;
}

function newton(rows: readonly Row[], theta: Float64Array): void {
  const n = theta.length;
  const slope = new Float64Array(n);
  const curve = Array.from({ length: n }, () => new Float64Array(n));
  for (const { x, genuine, weight } of rows) {
    let odds = 0;
    for (let i = 0; i < n; i += 1) odds += theta[i]! * x[i]!;
    const p = 1 / (1 + Math.exp(-odds));
    for (let i = 0; i < n; i += 1) {
      slope[i]! += weight * (p - genuine) * x[i]!;
      for (let j = 0; j < n; j += 1) curve[i]![j]! += weight * p * (1 - p) * x[i]! * x[j]!;
    }
  }
  for (let i = 0; i < n - 1; i += 1) {
    slope[i]! += RIDGE * theta[i]!;
    curve[i]![i]! += RIDGE;
  }
  const step = solve(curve, slope);
  for (let i = 0; i < n; i += 1) theta[i]! -= step[i]!;
}

/** Gauss and Jordan with row exchange; the matrix is positive thanks to the ridge. */
function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const n = right.length;
  const rows = matrix.map((row, i) => Float64Array.from([...row, right[i]!]));
  for (let c = 0; c < n; c += 1) {
    let pivot = c;
    for (let r = c; r < n; r += 1) {
      if (Math.abs(rows[r]![c]!) > Math.abs(rows[pivot]![c]!)) pivot = r;
    }
    [rows[c], rows[pivot]] = [rows[pivot]!, rows[c]!];
    for (let r = 0; r < n; r += 1) {
      if (r === c) continue;
      const factor = rows[r]![c]! / rows[c]![c]!;
      for (let k = c; k <= n; k += 1) rows[r]![k]! -= factor * rows[c]![k]!;
    }
  }
  return Float64Array.from({ length: n }, (_, i) => rows[i]![n]! / rows[i]![i]!);
}

function column(size: number, value: (k: number) => number): Float64Array {
  return Float64Array.from({ length: size }, (_, k) => value(k));
}

function averageOf(examples: readonly Example[], k: number): number {
  return examples.reduce((sum, { features }) => sum + features[k]!, 0) / examples.length;
}

function spreadOf(examples: readonly Example[], k: number, mean: number): number {
  const square = examples.reduce((sum, { features }) => sum + (features[k]! - mean) ** 2, 0);
  return Math.sqrt(square / examples.length) + 1e-9;
}
