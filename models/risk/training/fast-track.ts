import type { Thresholds } from '../../../src/domain/risk/model.ts';

/** Calibrated scores of lines with their outcomes. */
export interface OutcomeRows {
  readonly probability: ArrayLike<number>;
  readonly critical: ArrayLike<number>;
  readonly novel: ArrayLike<number>;
  readonly fraud: ArrayLike<number>;
  readonly grave: ArrayLike<number>;
}

export interface FastTrack {
  readonly lines: number;
  readonly share: number;
  readonly fraud: number;
  readonly fraudRate: number;
  readonly critical: number;
}

/** Upper bound of a share after `hits` of `n`, one-sided 95 % (Wilson score). */
export function upperBound(hits: number, n: number): number {
  if (n === 0) return 1;
  const z = 1.645;
  const p = hits / n;
  const middle = p + (z * z) / (2 * n);
  const half = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return (middle + half) / (1 + (z * z) / n);
}

/** What the fast track lets through under some limits. */
export function fastTrackOf(rows: OutcomeRows, limits: Thresholds): FastTrack {
  let lines = 0;
  let fraud = 0;
  let critical = 0;
  for (let i = 0; i < rows.fraud.length; i += 1) {
    if (
      rows.novel[i] === 1 ||
      (rows.probability[i] as number) > limits.fastProbability ||
      (rows.critical[i] as number) > limits.fastCritical
    ) {
      continue;
    }
    lines += 1;
    fraud += rows.fraud[i] as number;
    critical += rows.grave[i] as number;
  }
  return { lines, share: lines / rows.fraud.length, fraud, fraudRate: fraud / lines, critical };
}

/** Most fraud the fast lane may hold: the bound that must stay below, and the lane it is for. */
export const MOST_FRAUD = 0.002;
/** Share of all lines past which the lane is not widened, however clean it is. */
const MOST_SHARE = 0.6;

/**
 * Limits that let the most lines pass while the upper bound of their fraud share is at most
 * MOST_FRAUD and no critical case passes. The limit on the critical score is the middle (in
 * log-odds) between the fast lines' highest and the lowest score of a known critical case.
 */
export function chooseLimits(rows: OutcomeRows): Thresholds {
  const count = rows.fraud.length;
  const all = Array.from({ length: count }, (_, i) => i).filter((i) => rows.novel[i] === 0);
  const graveScores = all.filter((i) => rows.grave[i] === 1).map((i) => rows.critical[i] as number);
  const leastGrave = Math.min(...graveScores, 1);
  const lines = all
    .filter((i) => (rows.critical[i] as number) < leastGrave)
    .sort((i, j) => (rows.probability[i] as number) - (rows.probability[j] as number));
  let fraud = 0;
  let best = 0;
  let highest = 0;
  lines.forEach((line, at) => {
    fraud += rows.fraud[line] as number;
    const share = (at + 1) / count;
    if (share <= MOST_SHARE && upperBound(fraud, at + 1) <= MOST_FRAUD) {
      best = rows.probability[line] as number;
      highest = Math.max(...[highest, rows.critical[line] as number]);
    }
  });
  const logit = (p: number): number => Math.log(p / (1 - p));
  const middle = (logit(Math.max(highest, 1e-6)) + logit(Math.min(leastGrave, 0.999999))) / 2;
  const fastCritical = 1 / (1 + Math.exp(-middle));
  return { fastProbability: best, fastCritical };
}
