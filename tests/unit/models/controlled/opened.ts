import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openControlledModel } from '../../../../src/domain/controlled/open-model.ts';
import type { ControlledModel } from '../../../../src/domain/controlled/judge.ts';
import { newestPack } from '../../../../models/manifest.ts';

export function fileOf(name: string): ArrayBuffer {
  return Uint8Array.from(readFileSync(path.join(newestPack('controlled'), name))).buffer;
}

/** The model files of the newest pack, fresh for every caller to damage. */
export function packFiles(): Map<string, ArrayBuffer> {
  return new Map(['model.json', 'arrays.bin'].map((name) => [name, fileOf(name)]));
}

export function jsonOf(name: string): unknown {
  return JSON.parse(new TextDecoder().decode(fileOf(name)));
}

export function openNewest(): ControlledModel {
  return openControlledModel(packFiles());
}
