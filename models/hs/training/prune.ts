/** Keeps the largest weights of a model that is still being trained, and the others at 0 for good. */

/** Weights that compete in one softmax for one feature, and their Adagrad sums of squares. */
export interface Competing {
  readonly weights: Float32Array;
  readonly squares: Float32Array;
}

const BINS = 65_536;

/**
 * At most `limit` weights stay. Siblings moved by the same amount rank as before, so the middle one
 * of each block is first taken to be 0. A pruned weight gets an endless sum of squares: Adagrad
 * never moves it again, and what is trained after this makes up for what is gone.
 */
export function prune(blocks: () => Iterable<Competing>, limit: number): void {
  let most = 0;
  for (const { weights } of blocks()) {
    const middle = medianOf(weights);
    for (let i = 0; i < weights.length; i++) {
      weights[i]! -= middle;
      most = Math.max(most, Math.abs(weights[i]!));
    }
  }
  const least = magnitudeAt(blocks, limit, most);
  for (const { weights, squares } of blocks()) {
    for (let i = 0; i < weights.length; i++) {
      if (Math.abs(weights[i]!) >= least) continue;
      weights[i] = 0;
      squares[i] = Infinity;
    }
  }
}

/** The magnitude that `limit` weights reach, by counting them in bins: there are tens of millions. */
function magnitudeAt(blocks: () => Iterable<Competing>, limit: number, most: number): number {
  const counts = new Uint32Array(BINS + 1);
  for (const { weights } of blocks()) {
    for (const weight of weights) counts[Math.floor((Math.abs(weight) / most) * BINS)]! += 1;
  }
  let above = 0;
  for (let bin = BINS; bin > 0; bin--) {
    above += counts[bin]!;
    if (above > limit) return ((bin + 1) / BINS) * most;
  }
  return most / BINS;
}

function medianOf(weights: Float32Array): number {
  return weights.length < 2 ? 0 : Float32Array.from(weights).sort()[weights.length >> 1]!;
}
