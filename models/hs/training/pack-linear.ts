/** Prunes trained weights to the ones that matter and keeps each in one byte. */
import type { SparseLinear } from '../../../src/domain/hs/suggest/sparse-linear.ts';

/** Weights of one feature for a run of targets that compete in one softmax. */
export interface DenseBlock {
  readonly feature: number;
  readonly first: number;
  readonly weights: Float32Array;
}

/** Rarer extremes than one in 20,000 are cut to the largest value a byte holds. */
const EXTREME = 1 / 20_000;

/** Keeps at most `limit` weights, the largest. */
export function packLinear(
  features: number,
  targets: number,
  blocks: Iterable<DenseBlock>,
  bias: Float32Array,
  limit: number,
): SparseLinear {
  const found: { target: number[]; weight: number[] } = { target: [], weight: [] };
  const owner: number[] = [];
  for (const { feature, first, weights } of blocks) {
    // Siblings moved by the same amount rank as before: the middle one is taken to be 0.
    const middle = medianOf(weights);
    weights.forEach((weight, j) => {
      if (Math.abs(weight - middle) < 0.02) return;
      owner.push(feature);
      found.target.push(first + j);
      found.weight.push(weight - middle);
    });
  }
  const sizes = Float32Array.from(found.weight, Math.abs).sort();
  const least = sizes[Math.max(0, sizes.length - limit)] ?? 0;
  const most = sizes[Math.floor(sizes.length * (1 - EXTREME))] ?? 1;
  const step = most / 127;
  const kept = [...found.weight.keys()].filter(
    (i) => Math.abs(found.weight[i]!) >= least && Math.round(found.weight[i]! / step) !== 0,
  );
  kept.sort((a, b) => owner[a]! - owner[b]! || found.target[a]! - found.target[b]!);
  const from = new Uint32Array(features + 1);
  for (const i of kept) from[owner[i]! + 1]! += 1;
  for (let f = 0; f < features; f++) from[f + 1]! += from[f]!;
  if (targets > 65_536) throw new Error('targets do not fit two bytes');
  return {
    ...{ from, step, bias },
    target: Uint16Array.from(kept, (i) => found.target[i]!),
    weight: Int8Array.from(kept, (i) => clamp(Math.round(found.weight[i]! / step))),
  };
}

function clamp(steps: number): number {
  return Math.max(-127, Math.min(127, steps));
}

function medianOf(weights: Float32Array): number {
  return weights.length < 2 ? 0 : Float32Array.from(weights).sort()[weights.length >> 1]!;
}
