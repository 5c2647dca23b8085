import type { LineTable } from '../../../src/domain/risk/declaration.ts';
import type { Feature } from '../../../src/domain/risk/features.ts';
import type { Forest } from '../../../src/domain/risk/forest.ts';
import type { KeySpec } from '../../../src/domain/risk/keys.ts';
import type { KeyHistory } from '../../../src/domain/risk/history.ts';
import { encodeLines, keyAt, learn } from '../../../src/domain/risk/knowledge.ts';
import type { EncodedLines, Knowledge } from '../../../src/domain/risk/knowledge.ts';
import type { Network } from '../../../src/domain/risk/network.ts';
import {
  CRITICAL_FEATURES,
  EVERY_FEATURE,
  GOODS_KEYS,
  historyFeatures,
  NETWORK_EMBEDDINGS,
  NOVEL_FEATURES,
  TREE_FEATURES,
} from './feature-sets.ts';
import { foundAtLeast } from './found.ts';
import { growForest } from '../../forest/grow-forest.ts';
import type { GrowOptions } from '../../forest/grow-forest.ts';
import { outOfFold, patternFolds, randomFolds } from './out-of-fold.ts';
import type { FeatureRows } from './out-of-fold.ts';
import { trainNetwork } from './train-network.ts';
import type { NetworkOptions } from './train-network.ts';

export const FOLDS = 8;

export const TREES: GrowOptions = {
  trees: 72,
  depth: 5,
  learningRate: 0.15,
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
  trees: 48,
  depth: 3,
  learningRate: 0.1,
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
    leaf: Float32Array.from(
      join((f) => f.leaf),
      (v) => v / forests.length,
    ),
    cover: Float32Array.from(join((f) => f.cover)),
  };
}

const NETWORK: NetworkOptions = {
  hidden: [24, 16],
  epochs: 4,
  batch: 256,
  learningRate: 0.003,
  decay: 1,
  forget: 0.3,
  seed: 4,
};

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

/** The two members for novel patterns, trained on lines whose pattern the other folds do not know. */
export function trainNovelMembers(
  table: LineTable,
  knowledge: Knowledge,
  encoded: EncodedLines,
  bags: number,
  traders: readonly KeySpec[] = [],
): { novelTrees: Forest; network: Network } {
  const features = [...NOVEL_FEATURES, ...traderFeatures(traders)];
  const specs = [...GOODS_KEYS, ...traders];
  const apart = outOfFold(table, specs, features, patternFolds(table, FOLDS, 12));
  const found = foundAtLeast(table, 'fraud');
  // Each template weighs the same, however often it is repeated.
  const counts = patternCounts(knowledge, encoded);
  const templates = counts.reduce((sum, count) => sum + 1 / count, 0);
  const once = counts.map((count) => 1 / count);
  const columns = columnsOf(apart, features);
  const forests = Array.from({ length: bags }, (_, bag) =>
    growForest(
      { features, columns, found, weight: once },
      { ...NOVEL_TREES, seed: NOVEL_TREES.seed + bag },
    ),
  );
  const embeddings = NETWORK_EMBEDDINGS.map(({ key, width }) => {
    const at = keyAt(knowledge.histories, key);
    const entries = encoded.entries.slice(at * table.length, (at + 1) * table.length);
    return { key, width, entries, rows: (knowledge.histories[at] as KeyHistory).table.size + 1 };
  });
  const network = trainNetwork(
    {
      features,
      columns,
      embeddings,
      fraud: found,
      weight: once.map((w) => (w * table.length) / templates),
    },
    NETWORK,
  );
  return { novelTrees: bagForests(forests), network };
}

function traderFeatures(traders: readonly KeySpec[]): Feature[] {
  return historyFeatures(['fraud-rate', 'lines'], traders);
}

/** Trains every member on the lines of one table; `traders` are the entity keys that earned a place. */
export function trainMembers(
  table: LineTable,
  traders: readonly KeySpec[],
  say: (what: string) => void,
): TrainedMembers {
  const even = new Float32Array(table.length).fill(1);
  const specs = [...GOODS_KEYS, ...traders];
  const extra = traderFeatures(traders);
  const knowledge = learn(table, specs);
  const encoded = encodeLines(knowledge, table);
  const mixed = outOfFold(
    table,
    specs,
    [...EVERY_FEATURE, ...extra],
    randomFolds(table.length, FOLDS, 11),
  );
  const trainNovel = mixed.novel.reduce((sum, n) => sum + n, 0);
  say('out-of-fold features');
  const grow = (features: readonly Feature[], found: Uint8Array, options: GrowOptions): Forest =>
    growForest({ features, columns: columnsOf(mixed, features), found, weight: even }, options);
  const trees = grow([...TREE_FEATURES, ...extra], foundAtLeast(table, 'fraud'), TREES);
  say('trees');
  const criticalTrees = grow(CRITICAL_FEATURES, foundAtLeast(table, 'critical'), CRITICAL_TREES);
  say('trees for critical cases');
  const novel = trainNovelMembers(table, knowledge, encoded, NOVEL_BAGS, traders);
  say('trees and network for novel patterns');
  return { knowledge, trees, criticalTrees, ...novel, trainNovel };
}
