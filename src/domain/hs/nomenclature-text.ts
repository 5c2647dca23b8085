/**
 * The two text files of a nomenclature pack, format 1. Both are UTF-8, lines end with \n and
 * the first line is JSON.
 *
 *   hs6.tsv    header, then `code TAB ko TAB en TAB flags`, sorted by code, 2 to 6 digits
 *   hsk10.tsv  header, then `ko` names, `en` names (each once, sorted), then
 *              `code TAB ko TAB en TAB flags TAB quantity unit TAB weight unit TAB start`,
 *              where ko, en, units and start are indices in base 36; 7 to 10 digits
 *
 * flags: 1 = the Korean name stands alone, 2 = the English one does.
 * A row is split when it is asked for: opening only finds where the codes are.
 */
import * as v from 'valibot';

export const NOMENCLATURE_FORMAT = 1;

const Day = v.pipe(v.string(), v.isoDate());
const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));

const Edition = v.object({ hs: v.string(), hsk: v.string(), validTo: Day });
export type NomenclatureEdition = v.InferOutput<typeof Edition>;

export const HsHeader = v.object({
  format: v.literal(NOMENCLATURE_FORMAT),
  edition: Edition,
  rows: Count,
});
export const HskHeader = v.object({
  format: v.literal(NOMENCLATURE_FORMAT),
  units: v.array(v.string()),
  starts: v.array(Day),
  ko: Count,
  en: Count,
  rows: Count,
});

export interface HsRow {
  readonly ko: string;
  readonly en: string;
  readonly flags: number;
}

interface HsTable {
  readonly edition: NomenclatureEdition;
  readonly codes: readonly string[];
  row(code: string): HsRow | undefined;
}

export interface HskTable {
  readonly codes: readonly string[];
  row(code: string): HsRow | undefined;
  details(
    code: string,
  ): { quantityUnit: string; weightUnit: string; validFrom: string } | undefined;
}

export function readHsTable(text: string): HsTable {
  const lines = linesOf(text);
  const header = v.parse(HsHeader, parseHeader(lines[0]));
  const rows = indexRows(lines, 1, header.rows);
  return {
    edition: header.edition,
    codes: [...rows.keys()],
    row(code) {
      const cells = rows.get(code)?.split('\t');
      if (cells === undefined) return undefined;
      return { ko: cells[1] ?? '', en: cells[2] ?? '', flags: Number(cells[3]) };
    },
  };
}

export function readHskTable(text: string): HskTable {
  const lines = linesOf(text);
  const header = v.parse(HskHeader, parseHeader(lines[0]));
  const enAt = 1 + header.ko;
  const rows = indexRows(lines, enAt + header.en, header.rows);
  const cellsOf = (code: string): readonly string[] | undefined => rows.get(code)?.split('\t');
  return {
    codes: [...rows.keys()],
    row(code) {
      const cells = cellsOf(code);
      if (cells === undefined) return undefined;
      return {
        ko: lines[1 + indexIn(cells[1])] ?? '',
        en: lines[enAt + indexIn(cells[2])] ?? '',
        flags: Number(cells[3]),
      };
    },
    details(code) {
      const cells = cellsOf(code);
      if (cells === undefined) return undefined;
      return {
        quantityUnit: header.units[indexIn(cells[4])] ?? '',
        weightUnit: header.units[indexIn(cells[5])] ?? '',
        validFrom: header.starts[indexIn(cells[6])] ?? '',
      };
    },
  };
}

function linesOf(text: string): readonly string[] {
  return text.split('\n');
}

function parseHeader(line: string | undefined): unknown {
  try {
    return JSON.parse(line ?? '');
  } catch {
    throw new Error('nomenclature: the first line is no header');
  }
}

function indexIn(cell: string | undefined): number {
  return Number.parseInt(cell ?? '', 36);
}

function indexRows(lines: readonly string[], from: number, count: number): Map<string, string> {
  const rows = new Map<string, string>();
  for (let i = from; i < from + count; i++) {
    const line = lines[i] ?? '';
    rows.set(line.slice(0, line.indexOf('\t')), line);
  }
  // A cut file loses lines, a repeated code loses a row: neither may pass as whole.
  if (rows.size !== count || rows.has('')) throw new Error('nomenclature: rows are missing');
  return rows;
}
