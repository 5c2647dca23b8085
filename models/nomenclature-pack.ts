import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  HS_FILE,
  HSK_FILE,
  openNomenclature,
  type Nomenclature,
} from '../src/domain/hs/nomenclature.ts';
import { newestPack } from './manifest.ts';

/** The newest nomenclature that the manifest lists, opened as tablets open it. */
export function openNewestNomenclature(): Nomenclature {
  const folder = newestPack('nomenclature');
  const texts = [HS_FILE, HSK_FILE].map(
    (name) => [name, readFileSync(path.join(folder, name), 'utf8')] as const,
  );
  return openNomenclature(new Map(texts));
}
