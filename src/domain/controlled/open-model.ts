/** Opens the files of a controlled-goods pack. They are untrusted until every size has been checked. */
import * as v from 'valibot';
import { readForest } from '../risk/forest-file.ts';
import { asciiText } from '../tables/ascii-text.ts';
import { arrayReader, PackContentError, type ArrayReader } from '../tables/named-arrays.ts';
import { BARE_FEATURES, TEXT_FEATURES } from './evidence.ts';
import type { ControlledModel } from './judge.ts';
import { controlledModel, type CalibratedForest } from './model.ts';
import {
  ARRAYS_FILE,
  CONTROLLED_PACK_FORMAT,
  ControlledModelFile,
  MODEL_FILE,
} from './model-file.ts';
import type { Usual } from './usual.ts';

const Head = v.object({ format: v.number() });

/** Throws PackContentError when files are missing, damaged or of another format. */
export function openControlledModel(files: ReadonlyMap<string, ArrayBuffer>): ControlledModel {
  const head = files.get(MODEL_FILE);
  const arrays = files.get(ARRAYS_FILE);
  if (!head || !arrays) {
    throw new PackContentError('incomplete', `needs ${MODEL_FILE} and ${ARRAYS_FILE}`);
  }
  const file = parseModelFile(head);
  const read = arrayReader(file.arrays, arrays);
  return controlledModel({
    version: file.version,
    usual: readUsual(file, read),
    leaves: read.bytes('leaves', file.codes.length),
    withText: readCalibrated('with-text', file.withText, TEXT_FEATURES, read),
    withoutText: readCalibrated('without-text', file.withoutText, BARE_FEATURES, read),
    thresholds: file.thresholds,
  });
}

function parseModelFile(bytes: ArrayBuffer): ControlledModelFile {
  let json: unknown;
  try {
    json = JSON.parse(asciiText(bytes));
  } catch {
    throw new PackContentError('corrupt', `${MODEL_FILE} is not JSON`);
  }
  const format = v.safeParse(Head, json);
  if (format.success && format.output.format !== CONTROLLED_PACK_FORMAT) {
    throw new PackContentError('unsupported', `format ${format.output.format}`);
  }
  const read = v.safeParse(ControlledModelFile, json);
  if (!read.success) throw new PackContentError('corrupt', read.issues[0].message);
  for (const column of [read.output.codes, read.output.headings]) {
    if (column.some((code, i) => i > 0 && code <= (column[i - 1] ?? ''))) {
      throw new PackContentError('corrupt', 'codes do not ascend');
    }
  }
  return read.output;
}

function readUsual({ codes, headings, countries }: ControlledModelFile, read: ArrayReader): Usual {
  const column = (name: string): Float32Array => read.floats(name, codes.length);
  const spread = (name: string): Float32Array => {
    const values = column(name);
    if (values.some((value) => value <= 0)) throw new PackContentError('corrupt', name);
    return values;
  };
  const shares = headings.length * (countries.length + 1);
  return {
    ...{ codes, headings, countries },
    lines: read.counts('lines', codes.length),
    priceMean: column('price.mean'),
    priceSpread: spread('price.spread'),
    massMean: column('mass.mean'),
    massSpread: spread('mass.spread'),
    originShare: read.bytes('origin.share', shares),
    departureShare: read.bytes('departure.share', shares),
  };
}

/** The forest must ask for exactly the features that this app works out, in their order. */
function readCalibrated(
  name: string,
  { forest, slope, shift }: ControlledModelFile['withText'],
  known: readonly (readonly [string, string])[],
  read: ArrayReader,
): CalibratedForest {
  const same =
    forest.features.length === known.length &&
    forest.features.every(({ of }, at) => of === known[at]?.[0]);
  if (!same) throw new PackContentError('unsupported', `features of "${name}"`);
  const features = known.map(([of]) => ({ kind: 'quantity' as const, of }));
  return { forest: readForest(name, forest, features, read), slope, shift };
}
