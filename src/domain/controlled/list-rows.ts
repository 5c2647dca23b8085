/** Rows of an administration's list, cell by cell. */
import type { HsCode } from '../hs/code.ts';
import { cellText, type Cell } from '../risk/intake/cell.ts';
import {
  CITATION_LIMIT,
  isBlank,
  readListCode,
  readListDay,
  readWords,
  type ListReading,
} from './list-cells.ts';
import type { ListColumn } from './list-columns.ts';
import type { ListProblem } from './list-problem.ts';
import type { RequirementRow } from './requirement.ts';

export interface RowOptions {
  /** Header cells, as problems name them. */
  readonly header: readonly string[];
  readonly places: ReadonlyMap<ListColumn, number>;
  /** Whether the nomenclature on the tablet has a code; null: none is there. */
  readonly isKnown: ((code: HsCode) => boolean) | null;
  readonly report: (problem: ListProblem) => void;
}

const FOR_ALL = /^(?:전체|모두|all)$/i;

type Read<T> = (cell: Cell) => ListReading<T>;
type Named = RequirementRow['law'];
type NamedColumn = 'law' | 'authority' | 'document' | 'condition';

/** Reads one row after the other; each cell that cannot be taken is reported. */
export class RowReading {
  readonly #options: RowOptions;
  readonly #known = new Map<HsCode, boolean>();
  readonly #readWords = remember(readWords);
  readonly #readCitation = remember((cell) => readWords(cell, CITATION_LIMIT));
  readonly #readDay = remember(readListDay);
  readonly #readFirstDay = remember(readFirstDay);
  #line = 0;
  #cells: readonly Cell[] = [];
  #good = true;

  constructor(options: RowOptions) {
    this.#options = options;
  }

  /** Codes met that the nomenclature does not have. */
  get unknownCodes(): number {
    return [...this.#known.values()].filter((known) => !known).length;
  }

  /** The row, or undefined where something in it is wrong. */
  read(line: number, cells: readonly Cell[]): RequirementRow | undefined {
    this.#line = line;
    this.#cells = cells;
    this.#good = true;
    const { length } = this.#options.header;
    const extra = cells.slice(length).find((cell) => cellText(cell) !== '');
    if (extra !== undefined) return this.#refuse('too-many-columns', '', cellText(extra));
    const hs = this.#readCode();
    const law = this.#readNamed('law');
    const authority = this.#readNamed('authority');
    const document = this.#readNamed('document');
    const condition = this.#isForAll() ? null : this.#readNamed('condition');
    const from = this.#take('effective_from', this.#readFirstDay);
    const to = this.#readOptional('effective_to', this.#readDay, null);
    const citation = this.#readOptional('citation', this.#readCitation, '');
    const verified = this.#readOptional('last_verified', this.#readFirstDay, null);
    if (from !== undefined && to !== undefined && to !== null && to < from) {
      this.#refuse('dates-reversed', this.#nameOf('effective_to'), `${from} ~ ${to}`);
    }
    if (!this.#good || !hs || !law || !authority || !document || !from) return undefined;
    if (condition === undefined || to === undefined) return undefined;
    if (citation === undefined || verified === undefined) return undefined;
    return {
      ...{ hs, law, authority, document, condition },
      ...{ effective_from: from, effective_to: to, citation, last_verified: verified },
    };
  }

  #cell(column: ListColumn): Cell {
    const at = this.#options.places.get(column);
    return at === undefined ? '' : (this.#cells[at] ?? '');
  }

  #isEmpty(column: ListColumn): boolean {
    return isBlank(this.#cell(column));
  }

  /** Whether the row covers all goods of its code, which some lists say in words. */
  #isForAll(): boolean {
    const cell = this.#cell('condition');
    return isBlank(cell) || FOR_ALL.test(cellText(cell));
  }

  #nameOf(column: ListColumn): string {
    return this.#options.header[this.#options.places.get(column) ?? -1] ?? '';
  }

  #refuse(kind: ListProblem['kind'], column: string, value: string): undefined {
    this.#good = false;
    this.#options.report({ kind, line: this.#line, column, value, other: null });
  }

  #take<T>(column: ListColumn, read: Read<T>): T | undefined {
    const cell = this.#cell(column);
    const reading = read(cell);
    if (reading.kind === undefined) return reading.value;
    return this.#refuse(reading.kind, this.#nameOf(column), cellText(cell));
  }

  #readOptional<T>(column: ListColumn, read: Read<T>, none: T): T | undefined {
    return this.#isEmpty(column) ? none : this.#take(column, read);
  }

  /** Without an English name the Korean one stands for it. */
  #readNamed(column: NamedColumn): Named | undefined {
    const ko = this.#take(column, this.#readWords);
    const en = this.#readOptional(`${column}_en`, this.#readWords, ko ?? '');
    return ko === undefined || en === undefined ? undefined : { ko, en };
  }

  #readCode(): HsCode | undefined {
    const written = this.#take('hs', readListCode);
    if (!written) return undefined;
    const { code, mended } = written;
    if (this.#isKnown(code)) return code;
    const cell = cellText(this.#cell('hs'));
    // A zero put in front of a code that is in no tariff mends nothing.
    if (mended) return this.#refuse('not-a-code', this.#nameOf('hs'), cell);
    const where = { line: this.#line, column: this.#nameOf('hs'), value: cell, other: null };
    this.#options.report({ ...where, kind: 'unknown-code' });
    return code;
  }

  #isKnown(code: HsCode): boolean {
    const { isKnown } = this.#options;
    if (!isKnown) return true;
    const before = this.#known.get(code);
    if (before !== undefined) return before;
    const known = isKnown(code);
    this.#known.set(code, known);
    return known;
  }
}

function readFirstDay(cell: Cell): ListReading<string> {
  const day = readListDay(cell);
  if (day.kind !== undefined) return day;
  return day.value === null ? { kind: 'not-a-date' } : { value: day.value };
}

/** Reads each distinct cell once: 100,000 rows name a few hundred laws, papers and days. */
function remember<T>(read: Read<T>): Read<T> {
  const seen = new Map<Cell, ListReading<T>>();
  return (cell) => {
    const before = seen.get(cell);
    if (before) return before;
    const reading = read(cell);
    seen.set(cell, reading);
    return reading;
  };
}
