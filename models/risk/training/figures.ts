import type { Figure } from '../../../src/contracts/pack.ts';
import type { ByShare, GroupFigures } from '../../../src/contracts/risk-card.ts';
import { rankLines, SHARES } from './metrics.ts';
import { seededRandom } from '../../random.ts';

/** Here every figure has its interval. */
type MeasuredFigure = Readonly<Record<keyof Figure, number>>;

interface Walk {
  readonly baseRate: number;
  readonly auc: number;
  readonly ap: number;
  readonly brier: number;
  readonly precisionAt: readonly number[];
  readonly recallAt: readonly number[];
}

/** Lines in the top `share` percent of `rows`; at least one. */
function cutAt(rows: number, share: number): number {
  return Math.max(1, Math.floor((rows * share) / 100));
}

/** All figures in one walk down the ranking; `times[line]` = how often the sample holds a line. */
function walk(
  order: Uint32Array,
  scores: ArrayLike<number>,
  found: ArrayLike<number>,
  times: Uint16Array,
): Walk {
  let rows = 0;
  let positives = 0;
  for (let line = 0; line < times.length; line += 1) {
    rows += times[line] as number;
    positives += (times[line] as number) * (found[line] as number);
  }
  const cuts = SHARES.map((share) => cutAt(rows, share));
  const hitsAt = cuts.map(() => 0);
  let rank = 0;
  let hits = 0;
  let precisions = 0;
  let pairs = 0;
  let squares = 0;
  for (const line of order) {
    const y = found[line] as number;
    const error = ((scores[line] as number) - y) ** 2;
    for (let t = times[line] as number; t > 0; t -= 1) {
      rank += 1;
      hits += y;
      squares += error;
      if (y === 1) precisions += hits / rank;
      else pairs += hits;
      for (let c = 0; c < cuts.length; c += 1) if (rank === cuts[c]) hitsAt[c] = hits;
    }
  }
  return {
    baseRate: positives / rows,
    auc: pairs / (positives * (rows - positives)),
    ap: precisions / positives,
    brier: squares / rows,
    precisionAt: hitsAt.map((h, c) => h / (cuts[c] as number)),
    recallAt: hitsAt.map((h) => h / positives),
  };
}

const SAMPLES = 400;

/** A figure with its 95 % bootstrap interval over lines. */
function figure(value: number, drawn: number[]): MeasuredFigure {
  const sorted = drawn.filter(Number.isFinite).sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? value;
  const round = (v: number): number => Math.round(v * 1e5) / 1e5;
  return {
    value: round(value),
    low: round(Math.min(value, at(0.025))),
    high: round(Math.max(value, at(0.975))),
  };
}

/**
 * Lower end of Wilson's 95 % interval for `n` hits in `n` tries: n / (n + z²). Samples of nothing
 * but hits show no doubt at all, which is not the same as none.
 */
function allHitsLow(tries: number): number {
  return Math.round((tries / (tries + 1.96 ** 2)) * 1e5) / 1e5;
}

/** Figures with intervals; `probabilities` also give the ranking (equal ones keep line order). */
export function groupFigures(
  probabilities: ArrayLike<number>,
  found: ArrayLike<number>,
  seed: number,
  samples = SAMPLES,
): GroupFigures {
  const order = rankLines(probabilities);
  const count = found.length;
  const whole = walk(order, probabilities, found, new Uint16Array(count).fill(1));
  const random = seededRandom(seed);
  const drawn = Array.from({ length: samples }, () => {
    const times = new Uint16Array(count);
    for (let i = 0; i < count; i += 1) {
      const line = Math.floor(random() * count);
      times[line] = (times[line] as number) + 1;
    }
    return walk(order, probabilities, found, times);
  });
  const plain = (key: 'baseRate' | 'auc' | 'ap' | 'brier'): Figure =>
    figure(
      whole[key],
      drawn.map((d) => d[key]),
    );
  const atShare = (key: 'precisionAt' | 'recallAt', c: number): MeasuredFigure =>
    figure(
      whole[key][c] as number,
      drawn.map((d) => d[key][c] as number),
    );
  const byShare = (make: (c: number, share: number) => Figure): ByShare =>
    Object.fromEntries(SHARES.map((share, c) => [String(share), make(c, share)]));
  return {
    rows: count,
    baseRate: plain('baseRate'),
    auc: plain('auc'),
    ap: plain('ap'),
    brier: plain('brier'),
    precisionAt: byShare((c, share) => {
      const precision = atShare('precisionAt', c);
      return precision.low < 1 ? precision : { ...precision, low: allHitsLow(cutAt(count, share)) };
    }),
    recallAt: byShare((c) => atShare('recallAt', c)),
  };
}
