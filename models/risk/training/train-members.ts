import type { LineTable } from '../../../src/domain/risk/declaration.ts';
import type { Feature } from '../../../src/domain/risk/features.ts';
import type { Forest } from '../../../src/domain/risk/forest.ts';
import type { KeyHistory } from '../../../src/domain/risk/history.ts';
import { encodeLines, keyAt, learn } from '../../../src/domain/risk/knowledge.ts';
import type { EncodedLines, Knowledge } from '../../../src/domain/risk/knowledge.ts';
import type { Network } from '../../../src/domain/risk/network.ts';
import {
  CRITICAL_FEATURES,
  EVERY_FEATURE,
  GOODS_KEYS,
  NETWORK_EMBEDDINGS,
  NETWORK_FEATURES,
  NOVEL_FEATURES,
  TREE_FEATURES,
} from './feature-sets.ts';
import { foundAtLeast } from './found.ts';
import { growForest } from './grow-forest.ts';
import type { GrowOptions } from './grow-forest.ts';
import { outOfFold, patternFolds, randomFolds } from './out-of-fold.ts';
import type { FeatureRows } from './out-of-fold.ts';
import { trainNetwork } from './train-network.ts';

export const FOLDS = 8;

export const TREES: GrowOptions = {
  trees: 100,
  depth: 5,
  learningRate: 0.12,
  lambda: 5,
  leastHessian: 3,
  featureShare: 0.5,
  rowShare: 1,
  bins: 64,
  seed: 1,
};

/** Regularised harder: a line of an unknown pattern tells little (AUC about 0.6). */
const NOVEL_TREES: GrowOptions = {
  trees: 60,
  depth: 4,
  learningRate: 0.08,
  lambda: 10,
  leastHessian: 5,
  featureShare: 0.4,
  rowShare: 0.7,
  bins: 48,
  seed: 2,
};

const CRITICAL_TREES: GrowOptions = {
  trees: 60,
  depth: 3,
  learningRate: 0.08,
  lambda: 3,
  leastHessian: 1,
  featureShare: 0.4,
  rowShare: 1,
  bins: 64,
  seed: 3,
};

function columnsOf(rows: FeatureRows, features: readonly Feature[]): Float32Array[] {
  return features.map((wanted) => {
    const at = rows.features.findIndex((f) => f.kind === wanted.kind && f.of === wanted.of);
    const column = rows.columns[at];
    if (column === undefined) throw new RangeError(`no ${wanted.kind} of "${wanted.of}"`);
    return column;
  });
}

/** How often each line's exact pattern occurs in training. */
export function patternCounts(knowledge: Knowledge, encoded: EncodedLines): Float32Array {
  const pattern = knowledge.histories[knowledge.patternKey] as KeyHistory;
  const first = knowledge.patternKey * encoded.length;
  return Float32Array.from(
    encoded.entries.subarray(first, first + encoded.length),
    (entry) => pattern.count[entry] as number,
  );
}

/** Forests of several seeds as one: leaves divided, so that the sum is their mean. */
function bagForests(forests: readonly Forest[]): Forest {
  const [first] = forests;
  if (first === undefined) throw new RangeError('no forests');
  const join = <T extends Uint8Array | Float32Array>(pick: (f: Forest) => T): number[] =>
    forests.flatMap((f) => [...pick(f)]);
  return {
    ...first,
    trees: first.trees * forests.length,
    nodeFeature: Uint8Array.from(join((f) => f.nodeFeature)),
    nodeBin: Uint8Array.from(join((f) => f.nodeBin)),
    leaf: Float32Array.from(join((f) => f.leaf), (v) => v / forests.length),
    cover: Float32Array.from(join((f) => f.cover)),
  };
}

export interface TrainedMembers {
  readonly knowledge: Knowledge;
  readonly trees: Forest;
  readonly novelTrees: Forest;
  readonly criticalTrees: Forest;
  readonly network: Network;
  /** Number of training lines whose pattern the other folds do not know. */
  readonly trainNovel: number;
}

const NOVEL_BAGS = 3;

/** Trains every member on the lines of one table. */
export function trainMembers(
  table: LineTable,
  say: (what: string) => void,
): TrainedMembers {
  const fraud = foundAtLeast(table, 'fraud');
  const critical = foundAtLeast(table, 'critical');
  const knowledge = learn(table, GOODS_KEYS);
  const encoded = encodeLines(knowledge, table);
  const even = new Float32Array(table.length).fill(1);
  say('histories');
  const mixed = outOfFold(table, GOODS_KEYS, EVERY_FEATURE, randomFolds(table.length, FOLDS, 11));
  say('out-of-fold features');
  const apart = outOfFold(table, GOODS_KEYS, NOVEL_FEATURES, patternFolds(table, FOLDS, 12));
  say('features with every pattern unknown');
  const grow = (rows: FeatureRows, features: readonly Feature[], found: Uint8Array, weight: Float32Array, options: GrowOptions): Forest =>
    growForest({ features, columns: columnsOf(rows, features), found, weight }, options);
  const trees = grow(mixed, TREE_FEATURES, fraud, even, TREES);
  say('trees');
  const onePerPattern = patternCounts(knowledge, encoded).map((count) => 1 / count);
  const novelTrees = bagForests(
    Array.from({ length: NOVEL_BAGS }, (_, bag) =>
      grow(apart, NOVEL_FEATURES, fraud, onePerPattern, { ...NOVEL_TREES, seed: NOVEL_TREES.seed + bag }),
    ),
  );
  say('trees for novel patterns');
  const criticalTrees = grow(mixed, CRITICAL_FEATURES, critical, even, CRITICAL_TREES);
  say('trees for critical cases');
  const network = trainNetwork(
    {
      features: NETWORK_FEATURES,
      columns: columnsOf(mixed, NETWORK_FEATURES),
      embeddings: NETWORK_EMBEDDINGS.map(({ key, width }) => {
        const at = keyAt(knowledge.histories, key);
        const entries = encoded.entries.slice(at * table.length, (at + 1) * table.length);
        return { key, width, entries, rows: (knowledge.histories[at] as KeyHistory).table.size + 1 };
      }),
      fraud,
      critical,
      weight: even,
    },
    { hidden: [24, 16], epochs: 10, batch: 256, learningRate: 0.005, decay: 0.05, forget: 0.1, critical: 1, seed: 4 },
  );
  say('network');
  const trainNovel = mixed.novel.reduce((sum, n) => sum + n, 0);
  return { knowledge, trees, novelTrees, criticalTrees, network, trainNovel };
}
