import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { CODE_FIELDS, dayOf, LINE_FIELDS, OUTCOMES } from '../../../src/domain/risk/declaration.ts';
import type {
  CodeColumn,
  CodeField,
  LineField,
  LineTable,
} from '../../../src/domain/risk/declaration.ts';
import { KCS_HEADERS } from '../../../src/domain/risk/kcs-headers.ts';

/** Column position by field; fields the file does not have are absent. */
function columnsOf(header: readonly string[], file: string): Map<LineField, number> {
  const columns = new Map<LineField, number>();
  for (const field of LINE_FIELDS) {
    const at = header.indexOf(KCS_HEADERS[field]);
    if (at >= 0) columns.set(field, at);
  }
  for (const field of ['id', 'date', 'hs6'] as const) {
    if (!columns.has(field)) throw new Error(`${file}: no column "${KCS_HEADERS[field]}"`);
  }
  return columns;
}

function codeColumn(cells: readonly string[]): CodeColumn {
  const places = new Map<string, number>();
  const codes = Uint32Array.from(cells, (cell) => {
    const known = places.get(cell);
    if (known !== undefined) return known;
    places.set(cell, places.size);
    return places.size - 1;
  });
  return { values: [...places.keys()], codes };
}

function outcomeOf(fraud: string | undefined, critical: string | undefined): number {
  if (fraud === undefined || fraud === '') return OUTCOMES.indexOf('unknown');
  if (critical === '2') return OUTCOMES.indexOf('critical');
  return OUTCOMES.indexOf(fraud === '1' ? 'fraud' : 'nothing');
}

/** Numbers as they stand; an empty or unreadable cell, or a missing column, is NaN. */
function quantityColumn(cells: readonly string[]): Float64Array {
  return Float64Array.from(cells, (cell) => (cell.trim() === '' ? NaN : Number(cell)));
}

/** Turns rows of text into a table; `header` names the columns as in KCS_HEADERS. */
export function tableOf(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  file: string,
): LineTable {
  const columns = columnsOf(header, file);
  const cells = (field: LineField): string[] => {
    const at = columns.get(field);
    return rows.map((row) => (at === undefined ? '' : (row[at] ?? '').trim()));
  };
  const fraud = columns.has('fraud') ? cells('fraud') : [];
  const critical = columns.has('critical') ? cells('critical') : [];
  const code = Object.fromEntries(CODE_FIELDS.map((f) => [f, codeColumn(cells(f))]));
  return {
    length: rows.length,
    id: cells('id'),
    day: Int32Array.from(cells('date'), (date) => dayOf(date) ?? 0),
    code: code as Record<CodeField, CodeColumn>,
    quantity: {
      taxRate: quantityColumn(cells('taxRate')),
      netMass: quantityColumn(cells('netMass')),
      itemPrice: quantityColumn(cells('itemPrice')),
    },
    outcome: Uint8Array.from(rows, (_, i) => outcomeOf(fraud[i], critical[i])),
  };
}

/** Reads a declaration file with KCS headers (UTF-8, comma). Throws when it is no such file. */
export function readDeclarations(file: string): LineTable {
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: true });
  const [header, ...rows] = data;
  if (header === undefined) throw new Error(`${file}: empty`);
  return tableOf(header, rows, file);
}
