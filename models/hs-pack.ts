import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openHsModel } from '../src/domain/hs/suggest/open.ts';
import type { HsModel } from '../src/domain/hs/suggest/model.ts';
import { ARRAYS_FILE, MODEL_FILE } from '../src/domain/hs/suggest/pack-file.ts';
import { newestPack } from './manifest.ts';

/** The newest HS pack that the manifest lists, opened as tablets open it. */
export function openNewestHs(): { model: HsModel; version: string } {
  const folder = newestPack('hs');
  const read = (name: string): ArrayBuffer =>
    Uint8Array.from(readFileSync(path.join(folder, name))).buffer;
  const files = new Map([MODEL_FILE, ARRAYS_FILE].map((name) => [name, read(name)]));
  const { version } = JSON.parse(readFileSync(path.join(folder, MODEL_FILE), 'utf8')) as {
    version: string;
  };
  return { model: openHsModel(files), version };
}
