/**
 * The import declaration line, as the desk reads, stores, scores and shows it.
 * Lines live in columns (one typed array or dictionary per field): a week of 54,000
 * lines is read, hashed and scored without one object per line.
 */

/** Fields that hold a code or an identity: compared for equality, never for size. */
export const CODE_FIELDS = [
  'office',
  'processType',
  'importType',
  'importUse',
  'paymentType',
  'transportMode',
  'declarant',
  'importer',
  'seller',
  'courier',
  'hs6',
  'departure',
  'origin',
  'taxType',
  'originIndicator',
] as const;
export type CodeField = (typeof CODE_FIELDS)[number];

/** Fields that hold a quantity: tax rate in %, net mass in kg, item price in KRW. */
export const QUANTITY_FIELDS = ['taxRate', 'netMass', 'itemPrice'] as const;
export type QuantityField = (typeof QUANTITY_FIELDS)[number];

/**
 * Every field of a line. `goods` is what the declaration calls its goods, `documents` the papers of
 * other authorities it states: both are kept beside the lines, never scored here. `fraud` and `critical` are found outcomes: read when present, never scored.
 */
export const LINE_FIELDS = [
  'id',
  'date',
  ...CODE_FIELDS,
  ...QUANTITY_FIELDS,
  'goods',
  'documents',
  'fraud',
  'critical',
] as const;
export type LineField = (typeof LINE_FIELDS)[number];

/** What inspection found on a line. `unknown`: not inspected, or the file does not say. */
export const OUTCOMES = ['unknown', 'nothing', 'fraud', 'critical'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** One field of many lines: each distinct value once, and an index into `values` per line. */
export interface CodeColumn {
  readonly values: readonly string[];
  readonly codes: Uint32Array;
}

/** `length` lines, column by column. An empty code is the empty string. */
export interface LineTable {
  readonly length: number;
  readonly id: readonly string[];
  /** Days since 1970-01-01. */
  readonly day: Int32Array;
  readonly code: Readonly<Record<CodeField, CodeColumn>>;
  readonly quantity: Readonly<Record<QuantityField, Float64Array>>;
  /** Index into OUTCOMES. */
  readonly outcome: Uint8Array;
}

/** One line, read out of a table for showing or for an event. */
export type DeclarationLine = Readonly<
  { id: string; date: string; outcome: Outcome } & Record<CodeField, string> &
    Record<QuantityField, number>
>;

const MS_PER_DAY = 86_400_000;

/** `2021-03-09` as days since 1970-01-01, or undefined when it is no calendar date. */
export function dayOf(date: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  const ms = Date.parse(`${date}T00:00:00Z`);
  // Date.parse rolls 2021-02-30 over to March: a date that does not read back is refused.
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== date) return undefined;
  return ms / MS_PER_DAY;
}

export function dateOf(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The text of one code field of one line. */
export function codeAt(table: LineTable, field: CodeField, line: number): string {
  const column = table.code[field];
  return column.values[column.codes[line] ?? -1] ?? '';
}

/** One line as an object; throws when `line` is out of range. */
export function lineAt(table: LineTable, line: number): DeclarationLine {
  const id = table.id[line];
  if (id === undefined) throw new RangeError(`line ${line} of ${table.length}`);
  const codes = Object.fromEntries(CODE_FIELDS.map((f) => [f, codeAt(table, f, line)]));
  const quantities = Object.fromEntries(
    QUANTITY_FIELDS.map((f) => [f, table.quantity[f][line] ?? 0]),
  );
  return {
    id,
    date: dateOf(table.day[line] ?? 0),
    outcome: OUTCOMES[table.outcome[line] ?? 0] ?? 'unknown',
    ...(codes as Record<CodeField, string>),
    ...(quantities as Record<QuantityField, number>),
  };
}
