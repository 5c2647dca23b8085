/** Opens an HS pack from the bytes of its files. */
import * as v from 'valibot';
import { asciiText } from '../../tables/ascii-text.ts';
import { arrayReader, PackContentError } from '../../tables/named-arrays.ts';
import type { ArrayReader } from '../../tables/named-arrays.ts';
import type { Bag } from './bag.ts';
import { nodeCount } from './descend.ts';
import { CANDIDATE_FEATURES, CONTEXT_FEATURES } from './fusion.ts';
import type { Fusion } from './fusion.ts';
import { hsModel } from './model.ts';
import type { HsModel, HsModelParts } from './model.ts';
import { openNeighbours } from './neighbours.ts';
import type { NeighbourIndex } from './neighbours.ts';
import { ARRAYS_FILE, HS_PACK_FORMAT, HsModelFile, MODEL_FILE } from './pack-file.ts';
import { unpackNibbles } from './nibbles.ts';
import { unpackCounts, unpackRising } from './postings.ts';
import type { SparseLinear } from './sparse-linear.ts';
import { codeTree } from './tree.ts';
import { openVocabulary } from './vocabulary.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Throws PackContentError when the files do not fit together or are of another format. */
export function openHsModel(files: ReadonlyMap<string, ArrayBuffer>): HsModel {
  return hsModel(openHsParts(files));
}

export function openHsParts(files: ReadonlyMap<string, ArrayBuffer>): HsModelParts {
  const model = readModelFile(files.get(MODEL_FILE));
  const bytes = files.get(ARRAYS_FILE);
  if (bytes === undefined) throw new PackContentError('incomplete', `${ARRAYS_FILE} is missing`);
  const arrays = arrayReader(model.arrays, bytes);
  const kinds = arrays.bytes('vocabulary.kind');
  const size = kinds.length;
  const hashes = unpackRising(arrays.bytes('vocabulary.hash'), Uint32Array.of(0, size));
  const vocabulary = openVocabulary(hashes, kinds, arrays.bytes('vocabulary.idf', size));
  const tree = codeTree(model.codes);
  const flatClasses = arrays.shorts('flat.classes');
  checkBelow('flat.classes', flatClasses, tree.codes.length);
  return {
    ...{ tree, vocabulary, flatClasses },
    flatSharpness: model.flatSharpness,
    linear: readLinear(arrays, 'linear', model.linearStep, size, nodeCount(tree)),
    flat: readLinear(arrays, 'flat', model.flatStep, size, flatClasses.length),
    bag: readBag(arrays, model.bagWidth, size, nodeCount(tree)),
    neighbours: openNeighbours(readNeighbours(arrays, vocabulary, tree.codes.length), vocabulary),
    fusion: readFusion(arrays, model, tree.codes.length),
  };
}

function readModelFile(bytes: ArrayBuffer | undefined): HsModelFile {
  if (bytes === undefined) throw new PackContentError('incomplete', `${MODEL_FILE} is missing`);
  let json: unknown;
  try {
    json = JSON.parse(asciiText(bytes));
  } catch {
    throw new PackContentError('corrupt', `${MODEL_FILE} is no JSON`);
  }
  if (v.is(v.object({ format: v.number() }), json) && json.format !== HS_PACK_FORMAT) {
    throw new PackContentError('unsupported', `${MODEL_FILE} is not of format ${HS_PACK_FORMAT}`);
  }
  const read = v.safeParse(HsModelFile, json);
  if (!read.success) throw new PackContentError('corrupt', read.issues[0].message);
  const { codes } = read.output;
  if (codes.some((code, i) => i > 0 && code <= codes[i - 1]!)) {
    throw new PackContentError('corrupt', 'codes do not ascend');
  }
  return read.output;
}

function readLinear(
  arrays: ArrayReader,
  name: string,
  step: number,
  features: number,
  targets: number,
): SparseLinear {
  const from = cumulate(unpackCounts(arrays.bytes(`${name}.count`), features));
  const weights = from[features]!;
  const rising = unpackRising(arrays.bytes(`${name}.gap`), from);
  checkBelow(`${name}.target`, rising, targets);
  const target = Uint16Array.from(rising);
  const weight = arrays.signed(`${name}.weight`, weights);
  return { from, target, weight, step, bias: arrays.floats(`${name}.bias`, targets) };
}

function readBag(arrays: ArrayReader, width: number, features: number, nodes: number): Bag {
  const known = arrays.bytes('bag.known', features);
  const rowOf = new Int32Array(features).fill(-1);
  let rows = 0;
  for (let feature = 0; feature < features; feature++)
    if (known[feature] === 1) rowOf[feature] = rows++;
  return {
    ...{ width, rowOf },
    embedding: unpackNibbles(arrays.bytes('bag.embedding', (rows * width) / 2), rows * width),
    embeddingStep: arrays.floats('bag.embedding-step', rows),
    output: arrays.signed('bag.output', nodes * width),
    outputStep: arrays.floats('bag.output-step', nodes),
    bias: arrays.floats('bag.bias', nodes),
  };
}

function readNeighbours(
  arrays: ArrayReader,
  vocabulary: Vocabulary,
  classes: number,
): NeighbourIndex {
  const classOf = arrays.shorts('neighbours.class');
  checkBelow('neighbours.class', classOf, classes);
  const from = cumulate(unpackCounts(arrays.bytes('neighbours.count'), vocabulary.size));
  const row = unpackRising(arrays.bytes('neighbours.gap'), from);
  checkBelow('neighbours.row', row, classOf.length);
  return { from, row, classOf, vote: arrays.bytes('neighbours.vote', classOf.length) };
}

function readFusion(arrays: ArrayReader, model: HsModelFile, classes: number): Fusion {
  const inputs = CANDIDATE_FEATURES + CONTEXT_FEATURES + 1;
  return {
    hidden: model.hidden,
    bilinear: arrays.floats('fusion.bilinear', (CONTEXT_FEATURES + 1) * CANDIDATE_FEATURES),
    layer: arrays.floats('fusion.layer', model.hidden * inputs),
    output: arrays.floats('fusion.output', model.hidden),
    sharpness: model.sharpness,
    missed: model.missed,
    habit: arrays.floats('fusion.habit', classes),
    parcelHabit: arrays.floats('fusion.parcel-habit', classes),
  };
}

function cumulate(counts: Uint32Array): Uint32Array {
  const from = new Uint32Array(counts.length + 1);
  counts.forEach((count, i) => (from[i + 1] = from[i]! + count));
  return from;
}

/** An index past its table would read NaN and spoil every probability. */
function checkBelow(name: string, indices: Uint16Array | Uint32Array, limit: number): void {
  if (indices.some((index) => index >= limit)) {
    throw new PackContentError('corrupt', `array "${name}" points past its table`);
  }
}
