/** Pruned linear scores in one byte a weight: what the hierarchical and the flat model share. */
import type { EncodedText } from './vocabulary.ts';

export interface SparseLinear {
  /** First weight of each feature; one more entry closes the last. */
  readonly from: Uint32Array;
  /** Node or class each weight adds to. */
  readonly target: Uint16Array;
  readonly weight: Int8Array;
  /** What one step of a weight is worth. */
  readonly step: number;
  readonly bias: Float32Array;
}

/** Scores of all targets, written over `into` (length of the bias). */
export function scoreLinear(model: SparseLinear, text: EncodedText, into: Float32Array): void {
  into.set(model.bias);
  const { from, target, weight, step } = model;
  for (let i = 0; i < text.index.length; i++) {
    const feature = text.index[i]!;
    const value = text.value[i]! * step;
    for (let w = from[feature]!; w < from[feature + 1]!; w++) {
      into[target[w]!]! += value * weight[w]!;
    }
  }
}
