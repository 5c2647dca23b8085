import { LINE_FIELDS } from '../declaration.ts';
import type { LineField } from '../declaration.ts';
import { KCS_HEADERS } from '../kcs-headers.ts';
import { HEADER_SYNONYMS } from './header-synonyms.ts';

/** Which column of the file holds which field. */
export type ColumnMapping = Partial<Record<LineField, string>>;

/** Case, spaces, width and punctuation do not make a different name. */
function normalise(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The name without what stands in brackets at its end, mostly a unit: `Net mass (kg)`. */
function withoutUnit(name: string): string {
  return name.replace(/\s*[([（［][^)\]）］]*[)\]）］]\s*$/u, '');
}

const FIELD_OF: ReadonlyMap<string, LineField> = new Map(
  LINE_FIELDS.flatMap((field) =>
    [KCS_HEADERS[field], ...HEADER_SYNONYMS[field]].map(
      (name) => [normalise(name), field] as const,
    ),
  ),
);

/** Header cells as column names: each has one, and no two are the same. */
export function nameColumns(cells: readonly string[]): string[] {
  const taken = new Set<string>();
  return cells.map((cell, index) => {
    const base = cell.trim() === '' ? `#${index + 1}` : cell.trim();
    let name = base;
    for (let n = 2; taken.has(name); n += 1) name = `${base} (${n})`;
    taken.add(name);
    return name;
  });
}

/** Columns whose names are known. The first column of a name wins; a KCS name wins over a synonym. */
export function guessMapping(columns: readonly string[]): ColumnMapping {
  const mapping: ColumnMapping = {};
  const exact = new Map(LINE_FIELDS.map((field) => [normalise(KCS_HEADERS[field]), field]));
  const used = new Set<string>();
  for (const fieldOf of [exact, FIELD_OF]) {
    for (const column of columns) {
      const field = fieldOf.get(normalise(column)) ?? fieldOf.get(normalise(withoutUnit(column)));
      if (field === undefined || mapping[field] !== undefined || used.has(column)) continue;
      mapping[field] = column;
      used.add(column);
    }
  }
  return mapping;
}

/** A remembered choice on top of what is known; columns the file does not have are left out. */
export function mergeMapping(
  known: ColumnMapping,
  remembered: ColumnMapping | undefined,
  columns: readonly string[],
): ColumnMapping {
  if (!remembered) return known;
  const merged: ColumnMapping = {};
  for (const field of LINE_FIELDS) {
    const column = remembered[field];
    if (column !== undefined && columns.includes(column)) merged[field] = column;
  }
  return merged;
}

export function missingFields(
  mapping: ColumnMapping,
  required: readonly LineField[],
): readonly LineField[] {
  return required.filter((field) => mapping[field] === undefined);
}
