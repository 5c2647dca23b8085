/** Opens the files of a risk pack. Files are untrusted until every size and index has been checked. */
import * as v from 'valibot';
import type { Feature } from './features.ts';
import type { Forest } from './forest.ts';
import { readForest, type FeatureLayout, type ForestLayout } from './forest-file.ts';
import type { KeyHistory } from './history.ts';
import { openKeyTable } from './key-table.ts';
import { KEY_SPECS } from './keys.ts';
import { keyAt } from './knowledge.ts';
import type { Knowledge } from './knowledge.ts';
import { openRiskModel } from './model.ts';
import type { RiskModel } from './model.ts';
import { arrayReader, PackContentError } from '../tables/named-arrays.ts';
import type { ArrayReader } from '../tables/named-arrays.ts';
import { asciiText } from '../tables/ascii-text.ts';
import type { Network } from './network.ts';
import { FEATURE_KINDS, RISK_PACK_FORMAT, RiskModelFile } from './pack-file.ts';
import type { NetworkLayout } from './pack-file.ts';
import { QUANTITIES } from './quantities.ts';

export const MODEL_FILE = 'model.json';
export const ARRAYS_FILE = 'arrays.bin';

function corrupt(message: string): PackContentError {
  return new PackContentError('corrupt', message);
}

function readHistory(read: ArrayReader, name: string, size: number): KeyHistory {
  const spec = KEY_SPECS.find((s) => s.name === name);
  if (spec === undefined) throw new PackContentError('unsupported', `no key "${name}" in this app`);
  const at = (column: string): string => `${name}.${column}`;
  const counts = (column: string): Uint32Array => read.counts(at(column), size + 1);
  const table = openKeyTable(read.integers(at('a'), size), read.integers(at('b'), size));
  return {
    spec,
    table,
    count: counts('count'),
    fraud: counts('fraud'),
    critical: counts('critical'),
    patterns: counts('patterns'),
    fraudPatterns: read.floats(at('fraud-patterns'), size + 1),
  };
}

/** Position of a key the pack must hold. */
function placeOf(histories: readonly KeyHistory[], name: string): number {
  if (!histories.some((h) => h.spec.name === name)) throw corrupt(`no history of "${name}"`);
  return keyAt(histories, name);
}

function readKnowledge(file: RiskModelFile, read: ArrayReader): Knowledge {
  const histories = file.keys.map((key) => readHistory(read, key.name, key.size));
  const goodsKey = placeOf(histories, 'goods');
  const goods = (histories[goodsKey] as KeyHistory).table.size + 1;
  return {
    histories,
    usual: {
      logMass: read.floats('usual.log-mass', goods),
      logUnitPrice: read.floats('usual.log-unit-price', goods),
    },
    priors: file.priors,
    patternKey: placeOf(histories, 'pattern'),
    goodsKey,
  };
}

/** Features whose key or quantity this app works out; refuses the others. */
function readFeatures(layout: readonly FeatureLayout[], knowledge: Knowledge): Feature[] {
  return layout.map((feature) => {
    const kind = FEATURE_KINDS.find((k) => k === feature.kind);
    const known =
      kind === 'quantity'
        ? QUANTITIES.some((q) => q.name === feature.of)
        : knowledge.histories.some((h) => h.spec.name === feature.of);
    if (kind === undefined || !known) {
      throw new PackContentError(
        'unsupported',
        `no ${feature.kind} of "${feature.of}" in this app`,
      );
    }
    return { kind, of: feature.of };
  });
}

function readNetwork(layout: NetworkLayout, read: ArrayReader, knowledge: Knowledge): Network {
  const features = readFeatures(layout.features, knowledge);
  const width = features.length;
  const embeddings = layout.embeddings.map((e) => {
    const rows =
      (knowledge.histories[placeOf(knowledge.histories, e.key)] as KeyHistory).table.size + 1;
    const vectors = read.floats(`network.embedding.${e.key}`, rows * e.width);
    return { key: e.key, rows, width: e.width, vectors };
  });
  let inputs = width + embeddings.reduce((sum, e) => sum + e.width, 0);
  const layers = layout.layers.map((outputs, i) => {
    const kernel = read.floats(`network.layer${i}.kernel`, inputs * outputs);
    const layer = { inputs, outputs, kernel, bias: read.floats(`network.layer${i}.bias`, outputs) };
    inputs = outputs;
    return layer;
  });
  if (inputs !== 1) throw corrupt(`network answers ${inputs} values, not 1`);
  return {
    features,
    mean: read.floats('network.mean', width),
    scale: read.floats('network.scale', width),
    embeddings,
    layers,
  };
}

function parseModelFile(bytes: ArrayBuffer): RiskModelFile {
  let file: unknown;
  try {
    file = JSON.parse(asciiText(bytes));
  } catch {
    throw corrupt(`${MODEL_FILE} is not JSON`);
  }
  // Another format may be shaped otherwise: it is told apart before the rest is read.
  const head = v.safeParse(v.object({ format: v.number() }), file);
  if (head.success && head.output.format !== RISK_PACK_FORMAT) {
    throw new PackContentError('unsupported', `format ${head.output.format}`);
  }
  const parsed = v.safeParse(RiskModelFile, file);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw corrupt(`${MODEL_FILE}: ${v.getDotPath(issue) ?? 'all of it'}: ${issue.message}`);
}

/**
 * Opens a pack from its files by name (model.json, arrays.bin; others are ignored).
 * Throws PackContentError when files are missing, damaged or of another format.
 */
export function openRiskPack(files: ReadonlyMap<string, ArrayBuffer>): RiskModel {
  const head = files.get(MODEL_FILE);
  const arrays = files.get(ARRAYS_FILE);
  if (head === undefined || arrays === undefined) {
    throw new PackContentError('incomplete', `needs ${MODEL_FILE} and ${ARRAYS_FILE}`);
  }
  const file = parseModelFile(head);
  const read = arrayReader(file.arrays, arrays);
  const knowledge = readKnowledge(file, read);
  const forest = (name: string, layout: ForestLayout): Forest =>
    readForest(name, layout, readFeatures(layout.features, knowledge), read);
  const { trees, novelTrees, criticalTrees } = file.forests;
  return openRiskModel({
    version: file.version,
    knowledge,
    trees: forest('trees', trees),
    novelTrees: novelTrees ? forest('novel-trees', novelTrees) : null,
    criticalTrees: forest('critical-trees', criticalTrees),
    network: file.network ? readNetwork(file.network, read, knowledge) : null,
    ...file.stacks,
    thresholds: file.thresholds,
  });
}
