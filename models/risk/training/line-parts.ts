import { CODE_FIELDS, codeAt, QUANTITY_FIELDS } from '../../../src/domain/risk/declaration.ts';
import type { CodeField, LineTable, QuantityField } from '../../../src/domain/risk/declaration.ts';
import type { MadeLine } from './table-of.ts';

/** The seven fields that make a line's pattern (PATTERN_KEY). */
export const TEMPLATE_FIELDS = [
  'hs6',
  'departure',
  'origin',
  'taxRate',
  'taxType',
  'netMass',
  'itemPrice',
] as const satisfies readonly (CodeField | QuantityField)[];

/** How a declaration was lodged. */
export const LODGING_FIELDS = [
  'office',
  'processType',
  'importType',
  'importUse',
  'paymentType',
  'transportMode',
  'originIndicator',
] as const satisfies readonly CodeField[];

/** A quantity as a file writes it; none is empty. */
function quantityText(value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? '' : String(value);
}

/** One field of one line as a file writes it. */
export function textAt(table: LineTable, field: CodeField | QuantityField, line: number): string {
  const quantity = QUANTITY_FIELDS.find((f) => f === field);
  if (quantity) return quantityText(table.quantity[quantity][line]);
  const code = CODE_FIELDS.find((f) => f === field);
  return code ? codeAt(table, code, line) : '';
}

/** The template of a line, to make another line of the same pattern. */
export function templateAt(table: LineTable, line: number): MadeLine {
  return Object.fromEntries(TEMPLATE_FIELDS.map((field) => [field, textAt(table, field, line)]));
}

const OWN_FIELDS = [...LODGING_FIELDS, ...TEMPLATE_FIELDS];

/** All of a made line but its number, date and parties: what a line of a data set must not equal. */
export function bareLine(line: MadeLine): string {
  return OWN_FIELDS.map((field) => line[field] ?? '').join('|');
}

/** The same of every line of some tables. */
export function bareLines(tables: readonly LineTable[]): ReadonlySet<string> {
  const all = new Set<string>();
  for (const table of tables) {
    for (let line = 0; line < table.length; line += 1) {
      all.add(OWN_FIELDS.map((field) => textAt(table, field, line)).join('|'));
    }
  }
  return all;
}
