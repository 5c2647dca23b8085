/** An administration's list of requirements, from its header to the table that goes to work. */
import type { HsCode } from '../hs/code.ts';
import { cellText, type Cell } from '../risk/intake/cell.ts';
import { nameColumns } from '../risk/intake/header.ts';
import { inForce } from './controlled-list.ts';
import { withoutDirection } from './list-cells.ts';
import {
  missingColumns,
  placeColumns,
  REQUIRED_LIST_COLUMNS,
  type ListColumn,
} from './list-columns.ts';
import type { ListProblem } from './list-problem.ts';
import { ProblemTally } from './list-tally.ts';
import { RowReading } from './list-rows.ts';
import { compareSpans, type PlacedRow } from './list-spans.ts';
import type { RequirementFile } from './requirement.ts';

/** As RequirementFile holds them. */
export const ROW_LIMIT = 100_000;
/**
 * Rows of one code, its headings' not counted: each line of the code is held against every one of
 * them. The longest lists have some ten laws a code, each with a few papers and periods.
 */
export const CODE_LIMIT = 300;
/** Titles and remarks may stand above the header: it is looked for in so many filled rows. */
const HEADER_ROWS = 20;

export interface ReaderOptions {
  /** ISO date. */
  readonly today: string;
  /** Whether the nomenclature on the tablet has a code; null: none is there, nothing is said. */
  readonly isKnown: ((code: HsCode) => boolean) | null;
}

export interface CheckedList {
  /** Null where the list has an error or no rows. */
  readonly file: RequirementFile | null;
  /** Filled rows below the header, bad ones too. */
  readonly rows: number;
  readonly codes: number;
  /** Codes that the nomenclature on the tablet does not have. */
  readonly unknownCodes: number;
  /** Names of the laws in the order of the file. */
  readonly laws: readonly string[];
  /** Rows in force today. */
  readonly inForce: number;
  readonly problems: readonly ListProblem[];
  readonly errors: number;
  readonly warnings: number;
}

/** Whether more rows are wanted: the header was not found, or the list is longer than it may be. */
export type Taken = 'more' | 'header-unknown' | 'too-many-rows';

export class ListReader {
  readonly #options: ReaderOptions;
  readonly #tally = new ProblemTally();
  readonly #placed: PlacedRow[] = [];
  #above = 0;
  #rows = 0;
  #reading: RowReading | undefined;
  /** Of the row that came nearest to a header. */
  #missing: readonly ListColumn[] = REQUIRED_LIST_COLUMNS;
  /** What the file calls the code and the first day. */
  #codeColumn = '';
  #dayColumn = '';

  constructor(options: ReaderOptions) {
    this.#options = options;
  }

  /** What was met so far. Without a header, nothing of the file was read. */
  get met(): 'nothing' | 'no-header' | 'header' {
    if (this.#reading) return 'header';
    return this.#above > 0 ? 'no-header' : 'nothing';
  }

  /** Required columns that no row names; of the row that names most of them. */
  get missing(): readonly ListColumn[] {
    return this.#missing;
  }

  /** Takes one row of the file; `line` is its number there. Empty rows are passed over. */
  take(line: number, written: readonly Cell[]): Taken {
    const cells = written.map(withoutDirection);
    if (cells.every((cell) => cellText(cell) === '')) return 'more';
    if (!this.#reading) return this.#openHeader(cells);
    if (!this.#count(line)) return 'too-many-rows';
    const row = this.#reading.read(line, cells);
    if (row) this.#placed.push({ row, line });
    return 'more';
  }

  /** Names a line whose quotation marks do not fit together. */
  refuse(line: number, text: string): Taken {
    if (!this.#reading) return this.#passOver();
    if (!this.#count(line)) return 'too-many-rows';
    this.#tally.add({
      kind: 'stray-quote',
      line,
      column: '',
      value: withoutDirection(text),
      other: null,
    });
    return 'more';
  }

  finish(): CheckedList {
    const rows = this.#placed.map(({ row }) => row);
    for (const problem of compareSpans(this.#placed, this.#dayColumn)) this.#tally.add(problem);
    this.#countCodes();
    const { today } = this.#options;
    const good = this.#tally.errors === 0 && rows.length > 0;
    return {
      file: good
        ? { format: 1, id: 'kr-controlled-goods', standing: 'administration', checked: today, rows }
        : null,
      rows: this.#rows,
      codes: new Set(rows.map((row) => row.hs)).size,
      unknownCodes: this.#reading?.unknownCodes ?? 0,
      laws: [...new Set(rows.map((row) => row.law.ko))],
      inForce: rows.filter((row) => inForce(row, today)).length,
      problems: this.#tally.named(),
      errors: this.#tally.errors,
      warnings: this.#tally.warnings,
    };
  }

  #openHeader(cells: readonly Cell[]): Taken {
    // A workbook's header goes on, empty, as far as its widest row.
    const width = cells.findLastIndex((cell) => cellText(cell) !== '') + 1;
    const header = nameColumns(cells.slice(0, width).map(cellText));
    const places = placeColumns(header);
    const missing = missingColumns(places);
    if (missing.length < this.#missing.length) this.#missing = missing;
    if (missing.length > 0) return this.#passOver();
    const report = (problem: ListProblem): void => this.#tally.add(problem);
    this.#reading = new RowReading({ header, places, isKnown: this.#options.isKnown, report });
    this.#codeColumn = header[places.get('hs') ?? -1] ?? '';
    this.#dayColumn = header[places.get('effective_from') ?? -1] ?? '';
    return 'more';
  }

  #passOver(): Taken {
    this.#above += 1;
    return this.#above < HEADER_ROWS ? 'more' : 'header-unknown';
  }

  #countCodes(): void {
    const counts = new Map<HsCode, number>();
    for (const { row, line } of this.#placed) {
      const count = (counts.get(row.hs) ?? 0) + 1;
      counts.set(row.hs, count);
      if (count !== CODE_LIMIT + 1) continue;
      const where = { line, column: this.#codeColumn, value: row.hs, other: null };
      this.#tally.add({ kind: 'too-many-of-code', ...where });
    }
  }

  /** False on the first row past the limit, which is named. */
  #count(line: number): boolean {
    this.#rows += 1;
    if (this.#rows <= ROW_LIMIT) return true;
    const value = String(ROW_LIMIT);
    this.#tally.add({ kind: 'too-many-rows', line, column: '', value, other: null });
    return false;
  }
}
