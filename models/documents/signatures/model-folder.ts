/** The committed model: written by training, read by evaluation. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SignatureModel } from '../../../src/domain/documents/signatures/judge.ts';
import {
  ARRAYS_FILE,
  MODEL_FILE,
  SIGNATURE_FORMAT,
  type SignatureModelFile,
} from '../../../src/domain/documents/signatures/model-file.ts';
import { openSignatureModel } from '../../../src/domain/documents/signatures/open-model.ts';
import { FEATURES } from '../../../src/domain/documents/signatures/signer.ts';
import { CommandRefused } from '../../command-refused.ts';
import { ArrayWriter } from '../../named-arrays.ts';

const FOLDER = fileURLToPath(new URL('../v1/signatures/', import.meta.url));

export function packSignatureModel(model: SignatureModel): Map<string, ArrayBuffer> {
  const { projection, head, thresholds } = model;
  const arrays = new ArrayWriter();
  arrays.add('mean', projection.mean);
  arrays.add('axes', projection.axes);
  arrays.add('weights', head.weights);
  const file: SignatureModelFile = {
    format: SIGNATURE_FORMAT,
    size: projection.size,
    features: [...FEATURES],
    intercept: head.intercept,
    thresholds,
    arrays: arrays.places,
  };
  const text = new TextEncoder().encode(`${JSON.stringify(file)}\n`);
  return new Map([
    [MODEL_FILE, Uint8Array.from(text).buffer],
    [ARRAYS_FILE, arrays.finish()],
  ]);
}

export function writeModel(files: ReadonlyMap<string, ArrayBuffer>): void {
  mkdirSync(FOLDER, { recursive: true });
  for (const [name, bytes] of files) writeFileSync(path.join(FOLDER, name), new Uint8Array(bytes));
}

export function readModel(): SignatureModel {
  const names = [MODEL_FILE, ARRAYS_FILE];
  if (!names.every((name) => existsSync(path.join(FOLDER, name)))) {
    throw new CommandRefused('no signature model: run `npm run train -- signatures` first');
  }
  const read = (name: string): ArrayBuffer =>
    Uint8Array.from(readFileSync(path.join(FOLDER, name))).buffer;
  return openSignatureModel(new Map(names.map((name) => [name, read(name)])));
}
