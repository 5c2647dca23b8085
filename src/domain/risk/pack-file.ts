/** What a risk pack's model.json holds, checked down to the single number: it comes from outside. */
import * as v from 'valibot';
import type { FeatureKind } from './features.ts';
import { FeatureLayout, ForestLayout } from './forest-file.ts';
import { ARRAY_TYPES } from '../tables/named-arrays.ts';
import { CRITICAL_MEMBERS, FRAUD_MEMBERS } from './stack.ts';

/** Format this code reads and writes; another one is refused. */
export const RISK_PACK_FORMAT = 1;

export const FEATURE_KINDS: readonly FeatureKind[] = [
  'fraud-rate',
  'critical-rate',
  'lines',
  'pattern-rate',
  'patterns',
  'quantity',
];

const Finite = v.pipe(v.number(), v.finite());
const Share = v.pipe(Finite, v.minValue(0), v.maxValue(1));
const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const Name = v.pipe(v.string(), v.maxLength(64));
/** Items of one array: a pack is at most 64 MiB. */
const MOST_ITEMS = 2 ** 26;

const NetworkLayout = v.object({
  features: v.pipe(v.array(FeatureLayout), v.maxLength(1_024)),
  embeddings: v.pipe(v.array(v.object({ key: Name, width: whole(1, 256) })), v.maxLength(64)),
  /** Outputs of each layer, the last one 1. */
  layers: v.pipe(v.array(whole(1, 4_096)), v.minLength(1), v.maxLength(16)),
});
export type NetworkLayout = v.InferOutput<typeof NetworkLayout>;

/** A blend of `members`; a replicate is [intercept, ...weights]. */
const stackOf = (members: number) =>
  v.object({
    intercept: Finite,
    weights: v.pipe(v.array(Finite), v.length(members)),
    replicates: v.pipe(v.array(v.pipe(v.array(Finite), v.length(members + 1))), v.maxLength(1_000)),
  });

export const RiskModelFile = v.object({
  format: v.literal(RISK_PACK_FORMAT),
  version: Name,
  keys: v.pipe(
    v.array(v.object({ name: Name, size: whole(0, MOST_ITEMS) })),
    v.minLength(1),
    v.maxLength(64),
  ),
  priors: v.object({ fraud: Share, critical: Share, patternFraud: Share }),
  forests: v.object({
    trees: ForestLayout,
    novelTrees: v.nullable(ForestLayout),
    criticalTrees: ForestLayout,
  }),
  network: v.nullable(NetworkLayout),
  stacks: v.object({
    known: stackOf(FRAUD_MEMBERS.length),
    novel: stackOf(FRAUD_MEMBERS.length),
    critical: stackOf(CRITICAL_MEMBERS.length),
  }),
  thresholds: v.object({ fastProbability: Share, fastCritical: Share }),
  arrays: v.record(
    v.string(),
    v.object({
      type: v.picklist(ARRAY_TYPES),
      at: whole(0, MOST_ITEMS),
      length: whole(0, MOST_ITEMS),
    }),
  ),
});
export type RiskModelFile = v.InferOutput<typeof RiskModelFile>;
