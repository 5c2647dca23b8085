import { CODE_FIELDS, QUANTITY_FIELDS } from '../../src/domain/risk/declaration.ts';
import type { CodeField, LineTable, QuantityField } from '../../src/domain/risk/declaration.ts';

/** The chosen lines of a table, in the order given; dictionaries are shared. */
export function selectLines(table: LineTable, lines: Uint32Array): LineTable {
  const code = CODE_FIELDS.map((field) => {
    const { values, codes } = table.code[field];
    return [field, { values, codes: lines.map((line) => codes[line] as number) }] as const;
  });
  const quantity = QUANTITY_FIELDS.map((field) => {
    const values = table.quantity[field];
    return [field, Float64Array.from(lines, (line) => values[line] as number)] as const;
  });
  return {
    length: lines.length,
    id: Array.from(lines, (line) => table.id[line] as string),
    day: Int32Array.from(lines, (line) => table.day[line] as number),
    code: Object.fromEntries(code) as Record<CodeField, (typeof code)[number][1]>,
    quantity: Object.fromEntries(quantity) as Record<QuantityField, Float64Array>,
    outcome: Uint8Array.from(lines, (line) => table.outcome[line] as number),
  };
}

/** Line numbers for which `keep` holds. */
export function linesWhere(length: number, keep: (line: number) => boolean): Uint32Array {
  return Uint32Array.from({ length }, (_, line) => line).filter(keep);
}
