import type { ReasonKey } from './explanation.ts';
import type { KeyHistory } from './history.ts';
import { QUANTITIES } from './quantities.ts';

/** Smoothed share and number of earlier lines (or of distinct templates), or a plain quantity. */
export type FeatureKind =
  'fraud-rate' | 'critical-rate' | 'lines' | 'pattern-rate' | 'patterns' | 'quantity';

export interface Feature {
  readonly kind: FeatureKind;
  /** Name of the key, or of the quantity. */
  readonly of: string;
}

/** Base rates of the training lines, which unknown keys fall back on. */
export interface Priors {
  readonly fraud: number;
  readonly critical: number;
  readonly patternFraud: number;
}

/** Earlier lines that the prior weighs as much as (fact sheet: 3). */
const PRIOR_LINES = 3;
const PRIOR_LINES_CRITICAL = 10;
const PRIOR_PATTERNS = 3;

/** Value of a history feature for one entry of its key. */
export function historyValue(
  kind: Exclude<FeatureKind, 'quantity'>,
  history: KeyHistory,
  entry: number,
  priors: Priors,
): number {
  const count = history.count[entry] ?? 0;
  const patterns = history.patterns[entry] ?? 0;
  switch (kind) {
    case 'fraud-rate':
      return ((history.fraud[entry] ?? 0) + PRIOR_LINES * priors.fraud) / (count + PRIOR_LINES);
    case 'critical-rate':
      return (
        ((history.critical[entry] ?? 0) + PRIOR_LINES_CRITICAL * priors.critical) /
        (count + PRIOR_LINES_CRITICAL)
      );
    case 'lines':
      return Math.log1p(count);
    case 'pattern-rate':
      return (
        ((history.fraudPatterns[entry] ?? 0) + PRIOR_PATTERNS * priors.patternFraud) /
        (patterns + PRIOR_PATTERNS)
      );
    case 'patterns':
      return Math.log1p(patterns);
  }
}

/** Values of a history feature for all entries of its key (index 0: unknown key), float32. */
export function historyValues(
  kind: Exclude<FeatureKind, 'quantity'>,
  history: KeyHistory,
  priors: Priors,
): Float32Array {
  return Float32Array.from({ length: history.count.length }, (_, entry) =>
    historyValue(kind, history, entry, priors),
  );
}

/** What a feature speaks of, for grouping its contributions. */
export function reasonOf(feature: Feature, histories: readonly KeyHistory[]): ReasonKey {
  const reason =
    feature.kind === 'quantity'
      ? QUANTITIES.find((q) => q.name === feature.of)?.reason
      : histories.find((h) => h.spec.name === feature.of)?.spec.reason;
  if (reason === undefined) throw new RangeError(`no ${feature.kind} of "${feature.of}"`);
  return reason;
}
