/** The starter list and the edition's codes, as training and evaluation take them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  openControlledList,
  type ControlledList,
} from '../../src/domain/controlled/controlled-list.ts';
import { dayView } from '../../src/domain/controlled/day-view.ts';
import { REQUIREMENTS_FILE } from '../../src/domain/controlled/requirement.ts';
import type { HsCode } from '../../src/domain/hs/code.ts';
import { newestEntry, newestPack } from '../manifest.ts';
import { openNewestNomenclature } from '../nomenclature-pack.ts';
import type { World } from './simulate.ts';

export interface Edition {
  /** Six digits, ascending. */
  readonly codes: readonly HsCode[];
  /** 10-digit codes under each. */
  readonly leaves: Uint8Array;
}

export function readEdition(): Edition {
  const all = openNewestNomenclature().codes();
  const codes = all.filter((code) => code.length === 6).sort();
  const counts = new Map<HsCode, number>();
  for (const code of all) {
    if (code.length === 10) counts.set(code.slice(0, 6), (counts.get(code.slice(0, 6)) ?? 0) + 1);
  }
  return { codes, leaves: Uint8Array.from(codes, (code) => Math.min(255, counts.get(code) ?? 0)) };
}

/** Of the newest list that the manifest has. */
export function readList(): { readonly list: ControlledList; readonly version: string } {
  const folder = newestPack('kr-controlled-goods');
  const list = openControlledList(readFileSync(path.join(folder, REQUIREMENTS_FILE), 'utf8'));
  return { list, version: newestEntry('kr-controlled-goods').version };
}

/** Every simulated line is of the day on which the list was written. */
export function worldOf({ codes, leaves }: Edition, list: ControlledList): World {
  const day = list.checked;
  return { codes, day, view: dayView(list, day, codes, leaves) };
}
