/** Keeps each weight that was not pruned in one byte. */
import type { SparseLinear } from '../../../src/domain/hs/suggest/sparse-linear.ts';

/** Weights of one feature for a run of targets that compete in one softmax. */
export interface DenseBlock {
  readonly feature: number;
  readonly first: number;
  readonly weights: Float32Array;
}

/** Rarer extremes than one in 10,000 are cut to the largest value a byte holds. */
const EXTREME = 1e-4;

export function packLinear(
  features: number,
  blocks: Iterable<DenseBlock>,
  bias: Float32Array,
): SparseLinear {
  const owner: number[] = [];
  const target: number[] = [];
  const weight: number[] = [];
  for (const { feature, first, weights } of blocks) {
    weights.forEach((own, j) => {
      if (own === 0) return;
      owner.push(feature);
      target.push(first + j);
      weight.push(own);
    });
  }
  const sizes = Float32Array.from(weight, Math.abs).sort();
  const step = (sizes[Math.floor(sizes.length * (1 - EXTREME))] ?? 1) / 127;
  const kept = [...weight.keys()].filter((i) => Math.round(weight[i]! / step) !== 0);
  kept.sort((a, b) => owner[a]! - owner[b]! || target[a]! - target[b]!);
  const from = new Uint32Array(features + 1);
  for (const i of kept) from[owner[i]! + 1]! += 1;
  for (let f = 0; f < features; f++) from[f + 1]! += from[f]!;
  return {
    ...{ from, step, bias },
    target: Uint16Array.from(kept, (i) => target[i]!),
    weight: Int8Array.from(kept, (i) => clamp(Math.round(weight[i]! / step))),
  };
}

function clamp(steps: number): number {
  return Math.max(-127, Math.min(127, steps));
}
