/**
 * Names of the codes on a Korean import declaration. Rows are dated like any rule: the row in
 * force on the day of the declaration names its code.
 */
import * as v from 'valibot';
import type { NameLocale } from '../hs/nomenclature.ts';

/** Named after the declaration's fields; `unit` holds the tariff's unit codes. */
export const CODE_TABLES = [
  'office',
  'processType',
  'importType',
  'importUse',
  'paymentType',
  'transportMode',
  'taxType',
  'originIndicator',
  'unit',
] as const;
export type CodeTable = (typeof CODE_TABLES)[number];

const Day = v.pipe(v.string(), v.isoDate());
const Name = v.pipe(v.string(), v.minLength(1), v.maxLength(120));

export const CodeRow = v.object({
  table: v.picklist(CODE_TABLES),
  code: v.pipe(v.string(), v.regex(/^[0-9A-Z]{1,6}$/)),
  ko: Name,
  en: Name,
  effective_from: Day,
  effective_to: v.nullable(Day),
  source: v.string(),
  last_verified: v.nullable(Day),
  /** False: no list was found that gives this name, or lists contradict each other. */
  verified: v.boolean(),
});
export type CodeRow = v.InferOutput<typeof CodeRow>;

export const CodeFile = v.object({
  format: v.literal(1),
  id: v.literal('kr-import-codes'),
  /** Day on which the rows were last held against their sources. */
  checked: Day,
  sources: v.record(v.string(), v.string()),
  rows: v.pipe(v.array(CodeRow), v.minLength(1), v.maxLength(5000)),
});
export type CodeFile = v.InferOutput<typeof CodeFile>;

/** Rows by `table code`, oldest first. */
export type CodeTables = ReadonlyMap<string, readonly CodeRow[]>;

export interface CodeName {
  readonly name: string;
  /** False when the name is a guess, a plain code, or not of that day: the screen marks it. */
  readonly verified: boolean;
}

/** Opens the decoded text of codes.json; throws an Error when it is not of this format. */
export function openCodes(text: string): CodeTables {
  const file = v.parse(CodeFile, JSON.parse(text));
  const tables = new Map<string, CodeRow[]>();
  for (const row of file.rows) {
    const key = keyOf(row.table, row.code);
    const rows = tables.get(key) ?? [];
    rows.push(row);
    tables.set(key, rows);
  }
  for (const rows of tables.values()) {
    rows.sort((a, b) => (a.effective_from < b.effective_from ? -1 : 1));
  }
  return tables;
}

/**
 * The name of a code on a day (YYYY-MM-DD). Outside all dated rows the nearest one names it,
 * unverified; a code that no row knows is its own name.
 */
export function codeName(
  tables: CodeTables,
  table: CodeTable,
  code: string,
  date: string,
  locale: NameLocale,
): CodeName {
  const rows = tables.get(keyOf(table, code));
  if (rows === undefined) return { name: code, verified: false };
  const current = rows.find((row) => covers(row, date));
  const row = current ?? rows.findLast((r) => r.effective_from <= date) ?? rows[0];
  if (row === undefined) return { name: code, verified: false };
  return { name: row[locale], verified: current !== undefined && row.verified };
}

function covers(row: CodeRow, date: string): boolean {
  return row.effective_from <= date && (row.effective_to === null || date <= row.effective_to);
}

/** Spreadsheets write office 040 as 40: leading zeros of a number carry no meaning here. */
function keyOf(table: CodeTable, code: string): string {
  return `${table} ${code.trim().replace(/^0+(?=\d)/, '')}`;
}
