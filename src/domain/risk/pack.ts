/** Opens the files of a risk pack. Files are untrusted until every size and index has been checked. */
import type { Feature, FeatureKind, Priors } from './features.ts';
import type { Forest } from './forest.ts';
import type { KeyHistory } from './history.ts';
import { openKeyTable } from './key-table.ts';
import { KEY_SPECS } from './keys.ts';
import { keyAt } from './knowledge.ts';
import type { Knowledge } from './knowledge.ts';
import { openRiskModel } from './model.ts';
import type { RiskModel, Thresholds } from './model.ts';
import { arrayReader, RiskPackError } from './named-arrays.ts';
import type { ArrayDirectory, ArrayReader } from './named-arrays.ts';
import type { Network } from './network.ts';
import { QUANTITIES } from './quantities.ts';
import { CRITICAL_MEMBERS, FRAUD_MEMBERS } from './stack.ts';
import type { Stack } from './stack.ts';

/** Format this code reads and writes; another one is refused. */
export const RISK_PACK_FORMAT = 1;
export const MODEL_FILE = 'model.json';
export const ARRAYS_FILE = 'arrays.bin';

/** Layout of one forest in model.json; its arrays are named `<forest>.<array>`. */
export interface ForestLayout {
  readonly depth: number;
  readonly trees: number;
  readonly bias: number;
  readonly features: readonly Feature[];
}

export interface NetworkLayout {
  readonly features: readonly Feature[];
  readonly embeddings: readonly { readonly key: string; readonly width: number }[];
  /** Outputs of each layer, the last one 1. */
  readonly layers: readonly number[];
}

/** What model.json holds. */
export interface RiskModelFile {
  readonly format: number;
  readonly version: string;
  readonly keys: readonly { readonly name: string; readonly size: number }[];
  readonly priors: Priors;
  readonly forests: {
    readonly trees: ForestLayout;
    readonly novelTrees: ForestLayout | null;
    readonly criticalTrees: ForestLayout;
  };
  readonly network: NetworkLayout | null;
  readonly stacks: { readonly known: Stack; readonly novel: Stack; readonly critical: Stack };
  readonly thresholds: Thresholds;
  readonly arrays: ArrayDirectory;
}

const KINDS: readonly FeatureKind[] = [
  'fraud-rate',
  'critical-rate',
  'lines',
  'pattern-rate',
  'patterns',
  'quantity',
];

function corrupt(message: string): RiskPackError {
  return new RiskPackError('corrupt', message);
}

function readHistory(read: ArrayReader, name: string, size: number): KeyHistory {
  const spec = KEY_SPECS.find((s) => s.name === name);
  if (spec === undefined) throw new RiskPackError('unsupported', `no key "${name}" in this app`);
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

function readKnowledge(file: RiskModelFile, read: ArrayReader): Knowledge {
  const histories = file.keys.map((key) => readHistory(read, key.name, key.size));
  const goodsKey = keyAt(histories, 'goods');
  const goods = (histories[goodsKey] as KeyHistory).table.size + 1;
  return {
    histories,
    usual: {
      logMass: read.floats('usual.log-mass', goods),
      logUnitPrice: read.floats('usual.log-unit-price', goods),
    },
    priors: file.priors,
    patternKey: keyAt(histories, 'pattern'),
    goodsKey,
  };
}

function checkFeatures(features: readonly Feature[], knowledge: Knowledge): void {
  for (const { kind, of } of features) {
    const known =
      kind === 'quantity'
        ? QUANTITIES.some((q) => q.name === of)
        : KINDS.includes(kind) && knowledge.histories.some((h) => h.spec.name === of);
    if (!known) throw new RiskPackError('unsupported', `no ${kind} of "${of}" in this app`);
  }
}

function readForest(
  name: string,
  layout: ForestLayout,
  read: ArrayReader,
  knowledge: Knowledge,
): Forest {
  const { depth, trees, bias, features } = layout;
  if (!(depth >= 1 && depth <= 8 && trees >= 0 && features.length <= 255)) {
    throw corrupt(`${name}: depth ${depth}, ${trees} trees, ${features.length} features`);
  }
  checkFeatures(features, knowledge);
  const leaves = trees << depth;
  const counts = read.counts(`${name}.edge-counts`, features.length);
  const all = read.floats(`${name}.edges`);
  const edges: Float32Array[] = [];
  let at = 0;
  for (const count of counts) {
    edges.push(all.subarray(at, at + count));
    at += count;
  }
  if (at !== all.length || edges.some((e) => e.length > 254)) throw corrupt(`${name}: edges`);
  const nodeFeature = read.bytes(`${name}.node-feature`, leaves - trees);
  // A node that names no feature would read past the block: refuse it here, once.
  if (nodeFeature.some((feature) => feature >= features.length)) throw corrupt(`${name}: nodes`);
  const nodeBin = read.bytes(`${name}.node-bin`, leaves - trees);
  const leaf = read.floats(`${name}.leaf`, leaves);
  const cover = read.floats(`${name}.cover`, leaves);
  return { depth, trees, bias, features, edges, nodeFeature, nodeBin, leaf, cover };
}

function readNetwork(layout: NetworkLayout, read: ArrayReader, knowledge: Knowledge): Network {
  checkFeatures(layout.features, knowledge);
  const width = layout.features.length;
  const embeddings = layout.embeddings.map((e) => {
    const rows =
      (knowledge.histories[keyAt(knowledge.histories, e.key)] as KeyHistory).table.size + 1;
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
    features: layout.features,
    mean: read.floats('network.mean', width),
    scale: read.floats('network.scale', width),
    embeddings,
    layers,
  };
}

function checkStack(stack: Stack, members: number): void {
  const numbers = [stack.intercept, ...stack.weights, ...stack.replicates.flat()];
  const sized =
    stack.weights.length === members && stack.replicates.every((r) => r.length === members + 1);
  if (!sized || !numbers.every(Number.isFinite)) throw corrupt('stack');
}

/** Text of an ASCII file (the writer escapes nothing else; the domain has no TextDecoder). */
function asciiText(bytes: ArrayBuffer): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.byteLength; at += 8192) {
    const length = Math.min(8192, bytes.byteLength - at);
    parts.push(String.fromCharCode(...new Uint8Array(bytes, at, length)));
  }
  return parts.join('');
}

function parseModelFile(bytes: ArrayBuffer): RiskModelFile {
  let file: RiskModelFile;
  try {
    file = JSON.parse(asciiText(bytes)) as RiskModelFile;
  } catch {
    throw corrupt(`${MODEL_FILE} is not JSON`);
  }
  if (file.format !== RISK_PACK_FORMAT) {
    throw new RiskPackError('unsupported', `format ${String(file.format)}`);
  }
  return file;
}

/**
 * Opens a pack from its files by name (model.json, arrays.bin; others are ignored).
 * Throws RiskPackError when files are missing, damaged or of another format.
 */
export function openRiskPack(files: ReadonlyMap<string, ArrayBuffer>): RiskModel {
  const head = files.get(MODEL_FILE);
  const arrays = files.get(ARRAYS_FILE);
  if (head === undefined || arrays === undefined) {
    throw new RiskPackError('incomplete', `needs ${MODEL_FILE} and ${ARRAYS_FILE}`);
  }
  const file = parseModelFile(head);
  try {
    const read = arrayReader(file.arrays, arrays);
    const knowledge = readKnowledge(file, read);
    const forest = (name: string, layout: ForestLayout): Forest =>
      readForest(name, layout, read, knowledge);
    const { trees, novelTrees, criticalTrees } = file.forests;
    checkStack(file.stacks.known, FRAUD_MEMBERS.length);
    checkStack(file.stacks.novel, FRAUD_MEMBERS.length);
    checkStack(file.stacks.critical, CRITICAL_MEMBERS.length);
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
  } catch (error) {
    if (error instanceof RiskPackError) throw error;
    // model.json parsed, but is not shaped as RiskModelFile.
    throw corrupt(error instanceof Error ? error.message : 'model.json');
  }
}
