/** Opens the files of the signature model. They are untrusted until every size has been checked. */
import * as v from 'valibot';
import { asciiText } from '../../tables/ascii-text.ts';
import { arrayReader, PackContentError } from '../../tables/named-arrays.ts';
import { RAW } from './describe.ts';
import type { SignatureModel } from './judge.ts';
import { ARRAYS_FILE, MODEL_FILE, SIGNATURE_FORMAT, SignatureModelFile } from './model-file.ts';
import { FEATURES } from './signer.ts';

const Head = v.object({ format: v.number() });

/** Throws PackContentError when files are missing, damaged or of another format. */
export function openSignatureModel(files: ReadonlyMap<string, ArrayBuffer>): SignatureModel {
  const head = files.get(MODEL_FILE);
  const arrays = files.get(ARRAYS_FILE);
  if (!head || !arrays) {
    throw new PackContentError('incomplete', `needs ${MODEL_FILE} and ${ARRAYS_FILE}`);
  }
  const file = parse(head);
  if (file.features.join(' ') !== FEATURES.join(' ')) {
    throw new PackContentError('unsupported', 'other features');
  }
  const { similar, unlike } = file.thresholds;
  if (unlike > similar) throw new PackContentError('corrupt', 'thresholds cross');
  const read = arrayReader(file.arrays, arrays);
  return {
    projection: {
      size: file.size,
      mean: read.floats('mean', RAW),
      axes: read.floats('axes', file.size * RAW),
    },
    head: { weights: read.floats('weights', FEATURES.length), intercept: file.intercept },
    thresholds: file.thresholds,
  };
}

function parse(bytes: ArrayBuffer): SignatureModelFile {
  let json: unknown;
  try {
    json = JSON.parse(asciiText(bytes));
  } catch {
    throw new PackContentError('corrupt', `${MODEL_FILE} is not JSON`);
  }
  const format = v.safeParse(Head, json);
  if (format.success && format.output.format !== SIGNATURE_FORMAT) {
    throw new PackContentError('unsupported', `format ${format.output.format}`);
  }
  const read = v.safeParse(SignatureModelFile, json);
  if (!read.success) throw new PackContentError('corrupt', read.issues[0].message);
  return read.output;
}
