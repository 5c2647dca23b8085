import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { HSK_FILE, HS_FILE, openNomenclature } from '../../../../src/domain/hs/nomenclature.ts';
import { openTariff } from '../../../../src/domain/hs/tariff.ts';

const read = (name: string): readonly [string, string] => {
  const url = new URL(`../../../../models/nomenclature/v1/${name}`, import.meta.url);
  return [name, readFileSync(fileURLToPath(url), 'utf8')];
};

/** The nomenclature pack of this repository, down to ten digits. */
export const nomenclature = openNomenclature(new Map([read(HS_FILE), read(HSK_FILE)]));
export const tariff = openTariff(nomenclature);

/** Every subheading of HS 2022, ascending. */
export const SUBHEADINGS = nomenclature
  .codes()
  .filter((code) => code.length === 6)
  .toSorted();
