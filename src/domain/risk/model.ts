import { openBackOff } from './back-off.ts';
import type { BackOff } from './back-off.ts';
import { openForest } from './score-forest.ts';
import type { OpenForest } from './score-forest.ts';
import type { Forest } from './forest.ts';
import type { Knowledge } from './knowledge.ts';
import { openNetwork } from './network-inputs.ts';
import type { OpenNetwork } from './network-inputs.ts';
import type { Network } from './network.ts';
import type { Stack } from './stack.ts';

/** Limits of the fast lane: a known pattern with both probabilities at or below them. */
export interface Thresholds {
  readonly fastProbability: number;
  readonly fastCritical: number;
}

/** What a pack holds, as plain data. A member that did not earn its place is null. */
export interface RiskModelParts {
  readonly version: string;
  readonly knowledge: Knowledge;
  readonly trees: Forest;
  readonly novelTrees: Forest | null;
  readonly criticalTrees: Forest;
  readonly network: Network | null;
  readonly known: Stack;
  readonly novel: Stack;
  readonly critical: Stack;
  readonly thresholds: Thresholds;
}

/** A pack ready to score: look-up columns worked out once. */
export interface RiskModel extends Omit<
  RiskModelParts,
  'trees' | 'novelTrees' | 'criticalTrees' | 'network'
> {
  readonly backOff: { readonly fraud: BackOff; readonly critical: BackOff };
  readonly trees: OpenForest;
  readonly novelTrees: OpenForest | null;
  readonly criticalTrees: OpenForest;
  readonly network: OpenNetwork | null;
}

export function openRiskModel(parts: RiskModelParts): RiskModel {
  const { knowledge } = parts;
  const backOff = (target: 'fraud' | 'critical'): BackOff =>
    openBackOff(knowledge.histories, target, knowledge.priors[target]);
  return {
    ...parts,
    backOff: { fraud: backOff('fraud'), critical: backOff('critical') },
    trees: openForest(parts.trees, knowledge),
    novelTrees: parts.novelTrees ? openForest(parts.novelTrees, knowledge) : null,
    criticalTrees: openForest(parts.criticalTrees, knowledge),
    network: parts.network ? openNetwork(parts.network, knowledge) : null,
  };
}
