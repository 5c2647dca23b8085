import { NAMED_LENGTHS, levelOf } from './code.ts';
import type { HsCode, HsLevel } from './code.ts';
import { readHskTable, readHsTable } from './nomenclature-text.ts';
import type { HsRow, HskTable, NomenclatureEdition } from './nomenclature-text.ts';

export type NameLocale = 'ko' | 'en';

/** One code with its official names. */
export interface HsEntry {
  readonly code: HsCode;
  readonly level: HsLevel;
  readonly ko: string;
  readonly en: string;
  /** Whether the name can stand alone, without the names above it ("Other" cannot). */
  readonly telling: Readonly<Record<NameLocale, boolean>>;
}

/** What only a 10-digit code has. Unit codes are named by the code tables (table `unit`). */
export interface HskDetails {
  /** Unit of quantity, or '' when the tariff asks for weight only. */
  readonly quantityUnit: string;
  readonly weightUnit: string;
  /** First day of validity, YYYY-MM-DD. The last day is the edition's. */
  readonly validFrom: string;
}

/** Names of goods by code. 10-digit codes are known once the HSK file is there. */
export interface Nomenclature {
  readonly edition: NomenclatureEdition;
  readonly hasHsk: boolean;
  entry(code: HsCode): HsEntry | undefined;
  details(code: HsCode): HskDetails | undefined;
  /** All codes of 2, 4 and 6 digits in order, followed by groups and leaves if loaded. */
  codes(): readonly HsCode[];
}

/** File names of the pack. The HSK file is larger and may be opened later. */
export const HS_FILE = 'hs6.tsv';
export const HSK_FILE = 'hsk10.tsv';

/**
 * Opens the pack from the decoded text of its files (bytes are decoded at the edge: this
 * file runs in every thread). Without HSK_FILE, names reach down to 6 digits.
 * Throws an Error when a text is not of this format: packs are hashed and self-tested before.
 */
export function openNomenclature(texts: ReadonlyMap<string, string>): Nomenclature {
  const hsText = texts.get(HS_FILE);
  if (hsText === undefined) throw new Error(`nomenclature: ${HS_FILE} is missing`);
  const hs = readHsTable(hsText);
  const hskText = texts.get(HSK_FILE);
  const hsk = hskText === undefined ? undefined : readHskTable(hskText);
  return {
    edition: hs.edition,
    hasHsk: hsk !== undefined,
    entry: (code) => toEntry(code, hs.row(code) ?? hsk?.row(code)),
    details: (code) => (hsk === undefined ? undefined : detailsIn(hsk, code)),
    codes: () => [...hs.codes, ...(hsk?.codes ?? [])],
  };
}

function toEntry(code: HsCode, row: HsRow | undefined): HsEntry | undefined {
  if (row === undefined) return undefined;
  const telling = { ko: (row.flags & 1) !== 0, en: (row.flags & 2) !== 0 };
  return { code, level: levelOf(code), ko: row.ko, en: row.en, telling };
}

function detailsIn(hsk: HskTable, code: HsCode): HskDetails | undefined {
  return code.length === 10 ? hsk.details(code) : undefined;
}

/** The official name in one language; the Korean one where no English was published. */
export function nameOf(entry: HsEntry, locale: NameLocale): string {
  return locale === 'en' && entry.en !== '' ? entry.en : entry.ko;
}

/** The code and its named ancestors, chapter first. Empty when not even the chapter is known. */
export function pathOf(nomenclature: Nomenclature, code: HsCode): readonly HsEntry[] {
  const path: HsEntry[] = [];
  for (const length of NAMED_LENGTHS) {
    if (length > code.length) continue;
    const entry = nomenclature.entry(code.slice(0, length));
    if (entry !== undefined) path.unshift(entry);
  }
  return path;
}

export type Validity = 'valid' | 'not-yet' | 'expired' | 'unknown';

/** Whether a 10-digit code stood in the tariff on that day (YYYY-MM-DD), as far as this edition says. */
export function validityOn(nomenclature: Nomenclature, code: HsCode, date: string): Validity {
  const details = nomenclature.details(code);
  if (details === undefined) return 'unknown';
  if (date < details.validFrom) return 'not-yet';
  return date > nomenclature.edition.validTo ? 'expired' : 'valid';
}
