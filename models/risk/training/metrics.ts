/**
 * Figures of a ranking, as defined in the model card: scores sorted from high to low, stable;
 * k = max(1, floor(rows * share)).
 */
export const SHARES = [1, 2, 5, 10, 20, 30] as const;

/** Line numbers from the highest score to the lowest; equal scores keep file order. */
export function rankLines(scores: ArrayLike<number>): Uint32Array {
  const order = Uint32Array.from({ length: scores.length }, (_, i) => i);
  return order.sort((i, j) => (scores[j] as number) - (scores[i] as number) || i - j);
}

/** Area under the ROC curve; equal scores count half. NaN when one class is missing. */
export function areaUnderRoc(scores: ArrayLike<number>, found: ArrayLike<number>): number {
  const order = rankLines(scores);
  let positives = 0;
  let above = 0;
  let pairs = 0;
  for (let i = 0; i < order.length;) {
    let j = i;
    let tied = 0;
    const score = scores[order[i] as number];
    while (j < order.length && scores[order[j] as number] === score) {
      tied += found[order[j] as number] as number;
      j += 1;
    }
    const negatives = j - i - tied;
    pairs += negatives * (above + tied / 2);
    above += tied;
    positives += tied;
    i = j;
  }
  return pairs / (positives * (order.length - positives));
}

/** Average precision: mean over positives of the precision at their rank. */
export function averagePrecision(scores: ArrayLike<number>, found: ArrayLike<number>): number {
  let hits = 0;
  let sum = 0;
  rankLines(scores).forEach((line, rank) => {
    if (found[line] !== 1) return;
    hits += 1;
    sum += hits / (rank + 1);
  });
  return hits === 0 ? NaN : sum / hits;
}

/** Precision and recall among the highest `share` percent. */
export function atShare(
  scores: ArrayLike<number>,
  found: ArrayLike<number>,
  share: number,
): { precision: number; recall: number } {
  const k = Math.max(1, Math.floor((scores.length * share) / 100));
  let hits = 0;
  let all = 0;
  rankLines(scores).forEach((line, rank) => {
    const positive = found[line] as number;
    all += positive;
    if (rank < k) hits += positive;
  });
  return { precision: hits / k, recall: hits / all };
}

export function logLoss(probabilities: ArrayLike<number>, found: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < found.length; i += 1) {
    const p = Math.min(1 - 1e-9, Math.max(1e-9, probabilities[i] as number));
    sum -= Math.log(found[i] === 1 ? p : 1 - p);
  }
  return sum / found.length;
}

/** Mean prediction and actual share in ten groups of equal size, from low to high. */
export function deciles(
  probabilities: ArrayLike<number>,
  found: ArrayLike<number>,
): { predicted: number; actual: number; rows: number }[] {
  const order = rankLines(probabilities).reverse();
  return Array.from({ length: 10 }, (_, d) => {
    const part = order.subarray(
      Math.floor((d * order.length) / 10),
      Math.floor(((d + 1) * order.length) / 10),
    );
    const mean = (of: ArrayLike<number>): number =>
      part.reduce((sum, line) => sum + (of[line] as number), 0) / part.length;
    return { predicted: mean(probabilities), actual: mean(found), rows: part.length };
  });
}

/** Expected calibration error over the ten groups. */
export function calibrationError(
  probabilities: ArrayLike<number>,
  found: ArrayLike<number>,
): number {
  return deciles(probabilities, found).reduce(
    (sum, d) => sum + (Math.abs(d.predicted - d.actual) * d.rows) / found.length,
    0,
  );
}
