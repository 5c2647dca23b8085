import { REQUIRED_FIELDS } from '../../src/contracts/risk.ts';
import { OUTCOMES } from '../../src/domain/risk/declaration.ts';
import type { LineTable } from '../../src/domain/risk/declaration.ts';
import type { BadCell } from '../../src/domain/risk/intake/bad-cell.ts';
import { guessMapping, missingFields, nameColumns } from '../../src/domain/risk/intake/header.ts';
import { openRowReader } from '../../src/domain/risk/intake/read-rows.ts';
import { KCS_HEADERS } from '../../src/domain/risk/kcs-headers.ts';
import { CommandRefused } from '../command-refused.ts';
import { readRows } from './declaration-text.ts';
import { linesWhere, selectLines } from './select-lines.ts';

/** A declaration file as the desk would take it. */
export interface DeclarationFile {
  readonly table: LineTable;
  /** Rows that the desk would refuse, each with at least one bad cell. */
  readonly rejected: number;
  /** The first of the bad cells, for saying what is wrong. */
  readonly badCells: readonly BadCell[];
}

function describe({ line, column, value, reason }: BadCell): string {
  return `line ${line}, ${column === '' ? 'the row' : `"${column}"`}: ${reason} "${value}"`;
}

/**
 * Reads a declaration file by the rules of the desk's intake: names of columns, encodings, separators
 * and cells that an import understands are understood here, and what it refuses is refused.
 * Throws CommandRefused when the columns are not there or not one line can be read.
 */
export function readDeclarationFile(file: string): DeclarationFile {
  const rows = readRows(file);
  const top = rows.findIndex((row) => row.some((cell) => cell.trim() !== ''));
  const header = rows[top];
  if (header === undefined) throw new CommandRefused(`${file}: empty`);
  const columns = nameColumns(header);
  const mapping = guessMapping(columns);
  const missing = missingFields(mapping, REQUIRED_FIELDS);
  if (missing.length > 0) {
    const names = missing.map((field) => `"${KCS_HEADERS[field]}"`).join(', ');
    throw new CommandRefused(`${file}: no column for ${names}`);
  }
  const reader = openRowReader({
    columns,
    mapping,
    required: REQUIRED_FIELDS,
    isKnown: () => false,
    // One chunk, whatever the length: training needs all lines in one table.
    chunkLines: Math.max(1, rows.length),
  });
  rows.forEach((row, at) => {
    if (at > top) reader.take(at + 1, row);
  });
  const { chunks, rejected, badCells } = reader.finish();
  const table = chunks[0];
  if (table === undefined) {
    const why = badCells.slice(0, 3).map(describe).join('; ');
    throw new CommandRefused(`${file}: no line can be read${why === '' ? '' : ` (${why})`}`);
  }
  return { table, rejected, badCells };
}

/** The lines of a file; those that the desk would refuse are left out. */
export function readDeclarations(file: string): LineTable {
  return readDeclarationFile(file).table;
}

/** Lines whose outcome the file tells: only they can be learnt from or measured on. */
export function inspectedLines(table: LineTable): LineTable {
  const unknown = OUTCOMES.indexOf('unknown');
  const known = linesWhere(table.length, (line) => table.outcome[line] !== unknown);
  return known.length === table.length ? table : selectLines(table, known);
}

/** A file to learn from or to measure on, with what was left out of it; CommandRefused when nothing is left. */
export function readInspected(file: string): DeclarationFile & { readonly withoutOutcome: number } {
  const { table, rejected, badCells } = readDeclarationFile(file);
  const inspected = inspectedLines(table);
  if (inspected.length === 0) {
    throw new CommandRefused(
      `${file}: no line has an outcome (columns "${KCS_HEADERS.fraud}" 0 or 1, "${KCS_HEADERS.critical}" 0, 1 or 2): nothing can be measured`,
    );
  }
  const withoutOutcome = table.length - inspected.length;
  return { table: inspected, rejected, badCells, withoutOutcome };
}
