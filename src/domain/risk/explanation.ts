/**
 * Why a line has its score. Contributions are in log-odds and add up exactly:
 * base + sum of reason weights = logit, and 1 / (1 + exp(-logit)) = probability.
 */

/** What a reason speaks of. The words for each key live in src/i18n. */
export const REASON_KEYS = [
  'pattern', // the exact template: goods, route, rate, mass and price
  'goods-price', // HS6 with this exact price
  'goods-mass', // HS6 with this exact net mass
  'price', // exact price, whatever the goods
  'mass', // exact mass, whatever the goods
  'unit-price', // price per kg and its deviation from the usual of the goods
  'unit-price-context', // price per kg within goods and route
  'context', // goods, route, tax rate and type
  'goods-origin',
  'goods-departure',
  'goods-tax',
  'goods-mass-band',
  'goods', // HS6, HS4, HS2
  'route',
  'origin',
  'departure',
  'tax',
  'amount', // size of mass, price and rate
  'season', // date
  'importer',
  'seller',
  'declarant',
  'courier',
  'network', // the neural member as a whole
  'history', // the back-off tables as a whole
] as const;
export type ReasonKey = (typeof REASON_KEYS)[number];

/** Facts under a reason; each is present only where it was used. */
export interface ReasonFacts {
  /** Earlier lines with the same key, and how many were fraud. */
  readonly earlier?: number;
  readonly fraud?: number;
  /** Value of this line and the usual one (KRW/kg, kg, KRW or %). */
  readonly value?: number;
  readonly usual?: number;
}

export interface Reason {
  readonly key: ReasonKey;
  readonly weight: number;
  readonly facts: ReasonFacts;
}

/** The most specific level of the back-off tables that knows lines like this one. */
export const BACKOFF_LEVELS = [
  'pattern',
  'unit-price-context',
  'context',
  'goods-origin',
  'goods',
  'heading',
  'chapter',
] as const;
export type BackoffLevel = (typeof BACKOFF_LEVELS)[number];

export interface Explanation {
  readonly base: number;
  /** Largest first by size. */
  readonly reasons: readonly Reason[];
  readonly logit: number;
  readonly probability: number;
  /** 95 % interval of the calibrated probability. */
  readonly low: number;
  readonly high: number;
  readonly backoff: {
    readonly level: BackoffLevel;
    readonly earlier: number;
    readonly fraud: number;
  } | null;
}
