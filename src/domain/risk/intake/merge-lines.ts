import { CODE_FIELDS, QUANTITY_FIELDS } from '../declaration.ts';
import type { CodeColumn, CodeField, LineTable, QuantityField } from '../declaration.ts';

function mergeCodes(columns: readonly CodeColumn[], length: number): CodeColumn {
  const known = new Map<string, number>();
  const codes = new Uint32Array(length);
  let at = 0;
  for (const column of columns) {
    const renamed = Uint32Array.from(column.values, (value) => {
      const index = known.get(value) ?? known.size;
      known.set(value, index);
      return index;
    });
    for (let i = 0; i < column.codes.length; i += 1) {
      codes[at + i] = renamed[column.codes[i] ?? 0] ?? 0;
    }
    at += column.codes.length;
  }
  return { values: [...known.keys()], codes };
}

/** Tables one after the other as one table, in the order given. */
export function mergeLines(tables: readonly LineTable[]): LineTable {
  const length = tables.reduce((sum, table) => sum + table.length, 0);
  const day = new Int32Array(length);
  const outcome = new Uint8Array(length);
  const id: string[] = [];
  const quantity = Object.fromEntries(
    QUANTITY_FIELDS.map((f) => [f, new Float64Array(length)]),
  ) as Record<QuantityField, Float64Array>;
  for (const table of tables) {
    day.set(table.day, id.length);
    outcome.set(table.outcome, id.length);
    for (const f of QUANTITY_FIELDS) quantity[f].set(table.quantity[f], id.length);
    for (const one of table.id) id.push(one);
  }
  const code = Object.fromEntries(
    CODE_FIELDS.map((f) => [
      f,
      mergeCodes(
        tables.map((t) => t.code[f]),
        length,
      ),
    ]),
  ) as Record<CodeField, CodeColumn>;
  return { length, id, day, outcome, quantity, code };
}
