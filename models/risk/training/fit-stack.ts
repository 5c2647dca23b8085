import type { Stack } from '../../../src/domain/risk/stack.ts';
import { sigmoid } from '../../../src/domain/risk/stack.ts';
import { seededRandom } from '../../random.ts';

/** Rows of member logits (`members[row * width + member]`) and what was found (0/1). */
export interface StackRows {
  readonly width: number;
  readonly members: Float32Array;
  readonly found: Uint8Array;
}

/** Solves the symmetric positive system `a x = b` in place (Cholesky); `a` row by row. */
function solve(a: Float64Array, b: Float64Array): Float64Array {
  const n = b.length;
  const at = (i: number, j: number): number => a[i * n + j] as number;
  for (let j = 0; j < n; j += 1) {
    for (let k = 0; k < j; k += 1) a[j * n + j] = at(j, j) - at(j, k) ** 2;
    a[j * n + j] = Math.sqrt(at(j, j));
    for (let i = j + 1; i < n; i += 1) {
      for (let k = 0; k < j; k += 1) a[i * n + j] = at(i, j) - at(i, k) * at(j, k);
      a[i * n + j] = at(i, j) / at(j, j);
    }
  }
  for (let i = 0; i < n; i += 1) {
    for (let k = 0; k < i; k += 1) b[i] = (b[i] as number) - at(i, k) * (b[k] as number);
    b[i] = (b[i] as number) / at(i, i);
  }
  for (let i = n - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < n; k += 1) b[i] = (b[i] as number) - at(k, i) * (b[k] as number);
    b[i] = (b[i] as number) / at(i, i);
  }
  return b;
}

/** Penalty on member weights (not on the intercept): keeps near-equal members from cancelling out. */
const RIDGE = 1;
const NEWTON_STEPS = 25;

/**
 * Logistic regression by Newton steps over the used members and the rows' weights;
 * returns [intercept, ...one weight a member], 0 for members not used.
 */
export function fitLogistic(
  rows: StackRows,
  used: readonly number[],
  weight: (row: number) => number,
): number[] {
  const n = used.length + 1;
  const beta = new Float64Array(n);
  const x = new Float64Array(n);
  for (let step = 0; step < NEWTON_STEPS; step += 1) {
    const hessian = new Float64Array(n * n);
    const gradient = new Float64Array(n);
    for (let i = 1; i < n; i += 1) {
      hessian[i * n + i] = RIDGE;
      gradient[i] = -RIDGE * (beta[i] as number);
    }
    hessian[0] = 1e-6;
    for (let row = 0; row < rows.found.length; row += 1) {
      const w = weight(row);
      if (w === 0) continue;
      x[0] = 1;
      used.forEach((m, i) => (x[i + 1] = rows.members[row * rows.width + m] as number));
      let logit = 0;
      for (let i = 0; i < n; i += 1) logit += (beta[i] as number) * (x[i] as number);
      const p = sigmoid(logit);
      const spread = w * Math.max(1e-9, p * (1 - p));
      const error = w * ((rows.found[row] as number) - p);
      for (let i = 0; i < n; i += 1) {
        gradient[i] = (gradient[i] as number) + error * (x[i] as number);
        for (let j = 0; j <= i; j += 1) {
          const add = spread * (x[i] as number) * (x[j] as number);
          hessian[i * n + j] = (hessian[i * n + j] as number) + add;
        }
      }
    }
    const move = solve(hessian, gradient);
    let size = 0;
    for (let i = 0; i < n; i += 1) {
      const capped = Math.max(-2, Math.min(2, move[i] as number));
      beta[i] = (beta[i] as number) + capped;
      size = Math.max(size, Math.abs(capped));
    }
    if (size < 1e-9) break;
  }
  const all = new Array<number>(rows.width + 1).fill(0);
  all[0] = beta[0] as number;
  used.forEach((m, i) => (all[m + 1] = beta[i + 1] as number));
  return all;
}

/** Fits on all rows, and again on `replicates` bootstrap samples of them. */
export function fitStack(
  rows: StackRows,
  used: readonly number[],
  replicates: number,
  seed: number,
): Stack {
  const [intercept = 0, ...weights] = fitLogistic(rows, used, () => 1);
  const random = seededRandom(seed);
  const count = rows.found.length;
  const drawn = Array.from({ length: replicates }, () => {
    const times = new Uint16Array(count);
    for (let i = 0; i < count; i += 1) {
      const row = Math.floor(random() * count);
      times[row] = (times[row] as number) + 1;
    }
    return fitLogistic(rows, used, (row) => times[row] as number).map(Math.fround);
  });
  return { intercept, weights, replicates: drawn };
}

/** Logits of every row from fits that did not see the row (`folds` folds in row order, seeded). */
export function crossFitted(
  rows: StackRows,
  used: readonly number[],
  folds: number,
  seed: number,
): Float64Array {
  const random = seededRandom(seed);
  const foldOf = Uint8Array.from(rows.found, () => Math.floor(random() * folds));
  const logits = new Float64Array(rows.found.length);
  for (let fold = 0; fold < folds; fold += 1) {
    const beta = fitLogistic(rows, used, (row) => (foldOf[row] === fold ? 0 : 1));
    foldOf.forEach((of, row) => {
      if (of !== fold) return;
      let logit = beta[0] as number;
      for (const m of used) {
        logit += (beta[m + 1] as number) * (rows.members[row * rows.width + m] as number);
      }
      logits[row] = logit;
    });
  }
  return logits;
}

/**
 * Calibrates a fixed mix of members: one slope for all of them and an intercept, on all rows and
 * on bootstrap samples. `mix` is [intercept, ...weights], as fitLogistic gives it.
 */
export function calibrateMix(
  rows: StackRows,
  mix: readonly number[],
  replicates: number,
  seed: number,
): Stack {
  const [, ...weights] = mix;
  const sums = Float32Array.from({ length: rows.found.length }, (_, row) =>
    weights.reduce((sum, w, m) => sum + w * (rows.members[row * rows.width + m] as number), 0),
  );
  const one = fitStack({ width: 1, members: sums, found: rows.found }, [0], replicates, seed);
  const spread = (slope: number): number[] => weights.map((w) => w * slope);
  return {
    intercept: one.intercept,
    weights: spread(one.weights[0] as number),
    replicates: one.replicates.map(([at = 0, slope = 0]) => [
      at,
      ...spread(slope).map(Math.fround),
    ]),
  };
}
