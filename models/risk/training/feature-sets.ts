import type { Feature, FeatureKind } from '../../../src/domain/risk/features.ts';
import { KEY_SPECS, PATTERN_KEY } from '../../../src/domain/risk/keys.ts';
import type { KeySpec } from '../../../src/domain/risk/keys.ts';
import { QUANTITIES } from '../../../src/domain/risk/quantities.ts';
import type { QuantityName } from '../../../src/domain/risk/quantities.ts';

/** Keys of goods and of templates. Entities are tried by the training and kept only if they help. */
export const GOODS_KEYS = KEY_SPECS.filter((s) => s.role !== 'entity');
export const ENTITY_KEYS = KEY_SPECS.filter((s) => s.role === 'entity');

export function historyFeatures(
  kinds: readonly Exclude<FeatureKind, 'quantity'>[],
  specs: readonly KeySpec[],
): Feature[] {
  return specs.flatMap((s) => kinds.map((kind) => ({ kind, of: s.name })));
}

export function quantityFeatures(names: readonly QuantityName[]): Feature[] {
  return QUANTITIES.filter((q) => names.includes(q.name)).map((q) => ({
    kind: 'quantity',
    of: q.name,
  }));
}

export const SIZES: readonly QuantityName[] = [
  'log-mass',
  'log-price',
  'log-unit-price',
  'tax-rate',
  'unit-price-deviation',
  'mass-deviation',
];

/** Fact sheet, section 4: 23 keys x (rate, count) + 6 quantities. */
export const TREE_FEATURES: readonly Feature[] = [
  ...historyFeatures(['fraud-rate', 'lines'], GOODS_KEYS),
  ...quantityFeatures(SIZES),
];

/** A novel line has no pattern; what distinct templates say counts beside what lines say. */
const NOVEL_KEYS = GOODS_KEYS.filter((s) => s.name !== PATTERN_KEY);
export const NOVEL_FEATURES: readonly Feature[] = [
  ...historyFeatures(['fraud-rate', 'lines', 'pattern-rate', 'patterns'], NOVEL_KEYS),
  ...quantityFeatures(SIZES),
];

export const CRITICAL_FEATURES: readonly Feature[] = [
  ...historyFeatures(['critical-rate', 'fraud-rate', 'lines'], GOODS_KEYS),
  ...quantityFeatures(SIZES),
];

/** Codes the network learns vectors for. */
export const NETWORK_EMBEDDINGS = [
  { key: 'heading', width: 4 },
  { key: 'origin', width: 3 },
  { key: 'departure', width: 3 },
  { key: 'tax-type', width: 3 },
] as const;

export const EVERY_FEATURE: readonly Feature[] = [
  ...historyFeatures(
    ['fraud-rate', 'critical-rate', 'lines', 'pattern-rate', 'patterns'],
    GOODS_KEYS,
  ),
  ...quantityFeatures(QUANTITIES.map((q) => q.name)),
];
