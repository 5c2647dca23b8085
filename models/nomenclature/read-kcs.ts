/** Reads the Korea Customs Service's two tables of the Korean tariff (HSK). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { readSheet } from 'read-excel-file/node';
import * as v from 'valibot';

export const KCS_CODES_FILE = 'kr_kcs_hs_codes_2025.csv';
export const KCS_LEVELS_FILE = 'kr_kcs_hsk_nature_class_2025.xlsx';

/** Only the columns that the pack keeps; the file has more. */
const CodeLine = v.object({
  HS부호: v.pipe(v.string(), v.regex(/^\d{7,10}$/)),
  적용시작일자: v.pipe(v.string(), v.regex(/^\d{8}$/)),
  적용종료일자: v.pipe(v.string(), v.regex(/^\d{8}$/)),
  한글품목명: v.pipe(v.string(), v.transform(cleanName), v.minLength(1)),
  영문품목명: v.pipe(v.string(), v.transform(cleanName)),
  수량단위코드: v.pipe(v.string(), v.regex(/^[0-9A-Z]{0,3}$/)),
  중량단위코드: v.pipe(v.string(), v.regex(/^[0-9A-Z]{0,3}$/)),
});

export interface KcsCode {
  readonly code: string;
  readonly ko: string;
  readonly en: string;
  readonly from: string;
  readonly to: string;
  readonly quantityUnit: string;
  readonly weightUnit: string;
}

export interface KcsLevels {
  /** Korean names of 2, 4 and 6 digits, where the table has one. */
  readonly names: ReadonlyMap<string, string>;
  readonly leaves: readonly string[];
  /** Names in which the table lost a character and that were repaired. */
  readonly repaired: readonly string[];
}

/** Leaves (10 digits) and groups (7 to 9); throws an Error naming the line that does not fit. */
export function readKcsCodes(folder: string): readonly KcsCode[] {
  const text = readFileSync(join(folder, KCS_CODES_FILE), 'utf8').replace(/^\uFEFF/, '');
  const { data } = Papa.parse<unknown>(text, { header: true, skipEmptyLines: true });
  return data.map((line, i) => {
    const read = v.safeParse(CodeLine, line);
    if (!read.success)
      throw new Error(`${KCS_CODES_FILE}: row ${i + 2}: ${read.issues[0].message}`);
    const cell = read.output;
    return {
      code: cell.HS부호,
      ko: cell.한글품목명,
      en: cell.영문품목명,
      from: isoDay(cell.적용시작일자),
      to: isoDay(cell.적용종료일자),
      quantityUnit: cell.수량단위코드,
      weightUnit: cell.중량단위코드,
    };
  });
}

const LevelLine = v.pipe(
  v.array(v.unknown()),
  v.transform((cells) => cells.slice(1, 5)),
  v.tuple([
    v.pipe(v.string(), v.regex(/^\d{10}$/)),
    v.string(),
    v.nullable(v.string()),
    v.nullable(v.string()),
  ]),
);

export async function readKcsLevels(folder: string): Promise<KcsLevels> {
  const rows = await readSheet(join(folder, KCS_LEVELS_FILE), '2025');
  const names = new Map<string, string>();
  const repaired: string[] = [];
  const leaves: string[] = [];
  const keep = (code: string, text: string | null): void => {
    if (text === null || names.has(code)) return;
    if (text.includes('？')) repaired.push(code);
    names.set(code, cleanName(text.includes('？') ? repairName(text) : text));
  };
  rows.slice(1).forEach((row, i) => {
    const read = v.safeParse(LevelLine, row);
    if (!read.success)
      throw new Error(`${KCS_LEVELS_FILE}: row ${i + 2}: ${read.issues[0].message}`);
    const [code, chapter, heading, subheading] = read.output;
    keep(code.slice(0, 2), chapter.replace(/^제\d+류\s*/, ''));
    keep(code.slice(0, 4), heading);
    keep(code.slice(0, 6), subheading);
    leaves.push(code);
  });
  return { names, leaves, repaired };
}

/**
 * The sheet writes `？` where its encoding had no character. In the other table the same words
 * have a rare Hanja inside a gloss, a dot between nouns or a no-break space: the gloss is left
 * out, the other two are put back.
 */
function repairName(text: string): string {
  return text
    .replace(/\([^()]*？[^()]*\)/g, (gloss) => (/[a-z]/i.test(gloss) ? gloss : ''))
    .replace(/ ？ /g, 'ㆍ')
    .replace(/？/g, ' ');
}

/** One line, single spaces: names carry line breaks and no-break spaces. */
function cleanName(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

function isoDay(day: string): string {
  return `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
}
