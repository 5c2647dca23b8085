/** The pack's model.json and arrays.bin, as openHsModel reads them. */
import type { HsModelParts } from '../../../src/domain/hs/suggest/model.ts';
import {
  ARRAYS_FILE,
  HS_PACK_FORMAT,
  HsModelFile,
  MODEL_FILE,
} from '../../../src/domain/hs/suggest/pack-file.ts';
import { packNibbles } from '../../../src/domain/hs/suggest/nibbles.ts';
import { packCounts, packRising } from '../../../src/domain/hs/suggest/postings.ts';
import type { SparseLinear } from '../../../src/domain/hs/suggest/sparse-linear.ts';
import * as v from 'valibot';
import { ArrayWriter } from '../../named-arrays.ts';
import type { VocabularyArrays } from './corpus.ts';

export function packHsModel(
  parts: HsModelParts,
  words: VocabularyArrays,
  version: string,
): Map<string, Uint8Array> {
  const writer = new ArrayWriter();
  writer.add('vocabulary.hash', packRising(words.hashes, Uint32Array.of(0, words.hashes.length)));
  writer.add('vocabulary.kind', words.kinds);
  writer.add('vocabulary.idf', words.idf16);
  addLinear(writer, 'linear', parts.linear);
  addLinear(writer, 'flat', parts.flat);
  writer.add('flat.classes', parts.flatClasses);
  const { bag, fusion } = parts;
  writer.add(
    'bag.known',
    Uint8Array.from(bag.rowOf, (row) => (row < 0 ? 0 : 1)),
  );
  writer.add('bag.embedding', packNibbles(bag.embedding));
  writer.add('bag.embedding-step', bag.embeddingStep);
  writer.add('bag.output', bag.output);
  writer.add('bag.output-step', bag.outputStep);
  writer.add('bag.bias', bag.bias);
  const { index } = parts.neighbours;
  writer.add('neighbours.count', packCounts(countsOf(index.from)));
  writer.add('neighbours.gap', packRising(index.row, index.from));
  writer.add('neighbours.class', index.classOf);
  writer.add('neighbours.vote', index.vote);
  writer.add('fusion.bilinear', fusion.bilinear);
  writer.add('fusion.layer', fusion.layer);
  writer.add('fusion.output', fusion.output);
  writer.add('fusion.habit', fusion.habit);
  writer.add('fusion.parcel-habit', fusion.parcelHabit);
  const model = v.parse(HsModelFile, {
    format: HS_PACK_FORMAT,
    version,
    codes: parts.tree.codes,
    linearStep: parts.linear.step,
    flatStep: parts.flat.step,
    flatSharpness: parts.flatSharpness,
    bagWidth: bag.width,
    hidden: fusion.hidden,
    sharpness: fusion.sharpness,
    missed: fusion.missed,
    arrays: writer.places,
  });
  return new Map([
    [MODEL_FILE, Buffer.from(JSON.stringify(model))],
    [ARRAYS_FILE, new Uint8Array(writer.finish())],
  ]);
}

function addLinear(writer: ArrayWriter, name: string, linear: SparseLinear): void {
  writer.add(`${name}.count`, packCounts(countsOf(linear.from)));
  writer.add(`${name}.gap`, packRising(linear.target, linear.from));
  writer.add(`${name}.weight`, linear.weight);
  writer.add(`${name}.bias`, linear.bias);
}

function countsOf(from: Uint32Array): Uint32Array {
  return Uint32Array.from({ length: from.length - 1 }, (_, i) => from[i + 1]! - from[i]!);
}
