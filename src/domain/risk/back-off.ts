/**
 * Hierarchical Bayes back-off: the rate of a key is pulled to the rate of its broader key,
 * p = (found + a * p_broader) / (count + a), from the chapter down to the exact pattern.
 * A key never seen passes its broader key's rate on unchanged.
 */
import type { BackoffLevel } from './explanation.ts';
import type { KeyHistory } from './history.ts';

/** From broad to exact; `a` counts the earlier lines the broader rate weighs as much as. */
export const BACK_OFF_CHAIN: readonly { level: BackoffLevel; fraud: number; critical: number }[] = [
  { level: 'chapter', fraud: 20, critical: 50 },
  { level: 'heading', fraud: 20, critical: 30 },
  { level: 'goods', fraud: 10, critical: 10 },
  { level: 'goods-origin', fraud: 5, critical: 5 },
  { level: 'context', fraud: 3, critical: 3 },
  { level: 'unit-price-context', fraud: 1, critical: 1 },
  { level: 'pattern', fraud: 0.5, critical: 0.5 },
];

/** One step of the chain; lies between `broader` and found / count. */
export function shrink(found: number, count: number, broader: number, strength: number): number {
  return (found + strength * broader) / (count + strength);
}

/** Rates are kept off 0 and 1 so that their log-odds stay finite (+-9.2). */
const LEAST_RATE = 1e-4;

export function logOdds(rate: number): number {
  const p = Math.min(1 - LEAST_RATE, Math.max(LEAST_RATE, rate));
  return Math.log(p / (1 - p));
}

interface ChainLink {
  readonly key: number;
  readonly count: Uint32Array;
  readonly found: Uint32Array;
  readonly strength: number;
}

/** The chain's tables; `key` is the position of the level's key among the histories. */
export interface BackOff {
  readonly prior: number;
  readonly links: readonly ChainLink[];
}

export function openBackOff(
  histories: readonly KeyHistory[],
  target: 'fraud' | 'critical',
  prior: number,
): BackOff {
  const links = BACK_OFF_CHAIN.map((step) => {
    const key = histories.findIndex((h) => h.spec.name === step.level);
    const history = histories[key];
    if (history === undefined) throw new RangeError(`no history of "${step.level}"`);
    return { key, count: history.count, found: history[target], strength: step[target] };
  });
  return { prior, links };
}

/** Rate of one line; `entries[key * length + line]` as in EntryMatrix. */
export function backOffRate(
  backOff: BackOff,
  entries: Int32Array,
  length: number,
  line: number,
): number {
  let rate = backOff.prior;
  for (const link of backOff.links) {
    const entry = entries[link.key * length + line] ?? 0;
    if (entry > 0) {
      rate = shrink(link.found[entry] ?? 0, link.count[entry] ?? 0, rate, link.strength);
    }
  }
  return rate;
}
