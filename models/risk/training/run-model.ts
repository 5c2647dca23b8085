import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { ready, setBackend } from '@tensorflow/tfjs-core';
import type { LineTable } from '../../../src/domain/risk/declaration.ts';
import { encodeLines } from '../../../src/domain/risk/knowledge.ts';
import type { EncodedLines } from '../../../src/domain/risk/knowledge.ts';
import type { RiskModel } from '../../../src/domain/risk/model.ts';
import { loadNetwork } from '../../../src/domain/risk/network.ts';
import { networkLogits } from '../../../src/domain/risk/network-inputs.ts';
import { ARRAYS_FILE, MODEL_FILE, openRiskPack } from '../../../src/domain/risk/pack.ts';
import { scoreLines } from '../../../src/domain/risk/score.ts';
import type { LineScores } from '../../../src/domain/risk/score.ts';

/** Starts the WebAssembly backend in Node: the same kernels the tablet falls back on. */
export async function startBackend(): Promise<void> {
  const entry = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm');
  setWasmPaths(`${path.dirname(entry)}/`);
  await setBackend('wasm');
  await ready();
}

/** Opens the pack in a folder. */
export function openPackFolder(folder: string): RiskModel {
  const files = [MODEL_FILE, ARRAYS_FILE].map((name) => {
    const bytes = readFileSync(path.join(folder, name));
    const copy = new ArrayBuffer(bytes.length);
    new Uint8Array(copy).set(bytes);
    return [name, copy] as const;
  });
  return openRiskPack(new Map(files));
}

/** Network answers for encoded lines, or null when the pack has no network. */
export async function askNetwork(
  model: Pick<RiskModel, 'network'>,
  encoded: EncodedLines,
): Promise<Float32Array | null> {
  if (model.network === null) return null;
  const loaded = loadNetwork(model.network.network);
  try {
    return await networkLogits(model.network, loaded, encoded);
  } finally {
    loaded.release();
  }
}

/** Encodes and scores a table, as the worker does. */
export async function scoreTable(
  model: RiskModel,
  table: LineTable,
): Promise<{ encoded: EncodedLines; network: Float32Array | null; scores: LineScores }> {
  const encoded = encodeLines(model.knowledge, table);
  const network = await askNetwork(model, encoded);
  return { encoded, network, scores: scoreLines(model, encoded, network) };
}
