import { CODE_FIELDS, QUANTITY_FIELDS } from '../declaration.ts';
import type { CodeField, LineField, LineTable, QuantityField } from '../declaration.ts';
import { VALUE_LIMIT } from './bad-cell.ts';
import type { BadCell, BadReason } from './bad-cell.ts';
import {
  cellText,
  readCountry,
  readDay,
  readDocuments,
  readGoods,
  readHsCode,
  readQuantity,
  readText,
} from './cell.ts';
import { collectGoods, type GoodsColumns } from './goods-columns.ts';
import type { Cell, Reading } from './cell.ts';
import type { ColumnMapping } from './header.ts';
import { buildLines, draftLine } from './line-builder.ts';
import { readOutcome } from './outcome.ts';
import { collectPapers, type PaperColumns } from './paper-columns.ts';

/** Largest values taken: % (the highest tariff in force is below 1,000), kg, KRW. */
const LIMITS: Readonly<Record<QuantityField, number>> = {
  taxRate: 3_000,
  netMass: 1e9,
  itemPrice: 1e14,
};

/** Bad cells kept; the count of bad rows goes on. */
export const BAD_CELL_LIMIT = 1_000;
/** Declaration numbers named when a file repeats them. */
export const NAMED_IDS = 5;

export interface ReadOptions {
  readonly columns: readonly string[];
  readonly mapping: ColumnMapping;
  readonly required: readonly LineField[];
  /** Lines with these numbers are counted as known and left out. */
  readonly isKnown: (id: string) => boolean;
  readonly chunkLines: number;
}

export interface ReadSummary {
  readonly chunks: readonly LineTable[];
  /** Goods texts of the lines that have one, chunk by chunk. */
  readonly goods: readonly GoodsColumns[];
  /** Codes of ten digits and documents, chunk by chunk. */
  readonly papers: readonly PaperColumns[];
  readonly lines: number;
  /** Rows with at least one bad cell. */
  readonly rejected: number;
  readonly badCells: readonly BadCell[];
  readonly known: { readonly count: number; readonly first: readonly string[] };
  readonly repeated: { readonly count: number; readonly first: readonly string[] };
  /** Days since 1970-01-01; 0 when there are no lines. */
  readonly firstDay: number;
  readonly lastDay: number;
}

export interface RowReader {
  /** Takes one row of the file; `line` is its number there. */
  take(line: number, cells: readonly Cell[]): void;
  /** Lists a row that could not be told into cells. */
  refuse(line: number, text: string, reason: BadReason): void;
  finish(): ReadSummary;
}

/** Reads each distinct text once: a code column of 54,000 lines has a few thousand values. */
function remember<T>(read: (cell: Cell) => Reading<T>): (cell: Cell) => Reading<T> {
  const seen = new Map<Cell, Reading<T>>();
  return (cell) => {
    const before = seen.get(cell);
    if (before) return before;
    const reading = read(cell);
    seen.set(cell, reading);
    return reading;
  };
}

function codeRule(field: CodeField): (cell: Cell) => Reading<string> {
  if (field === 'hs6') return readHsCode;
  return field === 'departure' || field === 'origin' ? readCountry : readText;
}

/** Column numbers of the mapped fields. */
function placeFields(options: ReadOptions): ReadonlyMap<LineField, number> {
  const places = new Map<LineField, number>();
  for (const [field, column] of Object.entries(options.mapping)) {
    const index = options.columns.indexOf(column);
    if (index >= 0) places.set(field as LineField, index);
  }
  return places;
}

/** Fields kept beside the lines. */
const BESIDE: ReadonlySet<LineField> = new Set(['goods', 'documents']);

/** Fills a draft line from one row; calls `bad` for each cell it cannot take. */
function openDraft(
  options: ReadOptions,
  bad: (column: number, cell: Cell, why: BadReason) => void,
) {
  const places = placeFields(options);
  const draft = { ...draftLine(), goods: '', declared: '', documents: '' };
  const required = new Set<LineField>(options.required);
  const take = <T>(
    field: LineField,
    read: (cell: Cell) => Reading<T>,
    keep: (value: T) => void,
    none: T,
  ): ((cells: readonly Cell[]) => void) => {
    const column = places.get(field);
    if (column === undefined) return () => keep(none);
    return (cells) => {
      const cell = cells[column] ?? '';
      if (!required.has(field) && cellText(cell) === '') return keep(none);
      const reading = read(cell);
      if (reading.reason !== undefined) return bad(column, cell, reading.reason);
      if (reading.value === '' && required.has(field)) return bad(column, cell, 'empty');
      keep(reading.value);
    };
  };
  const keepCode = (field: CodeField, value: string): void => {
    if (field === 'hs6') draft.declared = value;
    draft.code[field] = field === 'hs6' ? value.slice(0, 6) : value;
  };
  const steps = [
    take('id', readText, (value) => (draft.id = value), ''),
    take('date', remember(readDay), (value) => (draft.day = value), 0),
    ...CODE_FIELDS.map((f) => take(f, remember(codeRule(f)), (value) => keepCode(f, value), '')),
    ...QUANTITY_FIELDS.map((f) =>
      take(
        f,
        (cell) => readQuantity(cell, LIMITS[f]),
        (value) => (draft.quantity[f] = value),
        NaN,
      ),
    ),
    take('goods', readGoods, (value) => (draft.goods = value), ''),
    take('documents', readDocuments, (value) => (draft.documents = value), ''),
  ];
  const fraud = places.get('fraud') ?? -1;
  const critical = places.get('critical') ?? -1;
  // A row may end before goods text and documents: both are optional, and often the last columns.
  const needed = Math.max(...[...places].map(([f, at]) => (BESIDE.has(f) ? -1 : at))) + 1;
  return {
    draft,
    /** Whether the file has a column for documents. */
    stated: places.has('documents'),
    fill(cells: readonly Cell[]): void {
      if (cells.length < needed) return bad(-1, '', 'too-few-columns');
      if (cells.length > options.columns.length) {
        const extra = cells.slice(options.columns.length).find((c) => cellText(c) !== '');
        if (extra !== undefined) return bad(-1, extra, 'too-many-columns');
      }
      for (const step of steps) step(cells);
      const found = readOutcome(cells[fraud] ?? '', cells[critical] ?? '');
      if (found.reason === undefined) draft.outcome = found.value;
      else bad(fraud >= 0 ? fraud : critical, cells[fraud] ?? cells[critical] ?? '', found.reason);
    },
  };
}

/** Counts ids and names the first few. */
function openTally() {
  let count = 0;
  const first: string[] = [];
  return {
    add(id: string): void {
      count += 1;
      if (first.length < NAMED_IDS && !first.includes(id)) first.push(id);
    },
    read: () => ({ count, first }),
  };
}

/** Reads rows into chunks of columns. Empty rows are passed over; bad rows are listed, not kept. */
export function openRowReader(options: ReadOptions): RowReader {
  const chunks: LineTable[] = [];
  const goods: GoodsColumns[] = [];
  const papers: PaperColumns[] = [];
  const badCells: BadCell[] = [];
  const ids = new Set<string>();
  const known = openTally();
  const repeated = openTally();
  let builder = buildLines(options.chunkLines);
  let texts = collectGoods();
  let lines = 0;
  let rejected = 0;
  let firstDay = Infinity;
  let lastDay = -Infinity;
  let line = 0;
  let good = true;

  const { draft, stated, fill } = openDraft(options, (column, cell, reason) => {
    good = false;
    list(line, options.columns[column] ?? '', cellText(cell), reason);
  });

  let beside = collectPapers(stated);

  function list(at: number, column: string, text: string, reason: BadReason): void {
    if (badCells.length >= BAD_CELL_LIMIT) return;
    badCells.push({ line: at, column, value: text.slice(0, VALUE_LIMIT), reason });
  }

  function keep(): void {
    builder.push(draft);
    texts.push(draft);
    beside.push(draft);
    lines += 1;
    firstDay = Math.min(firstDay, draft.day);
    lastDay = Math.max(lastDay, draft.day);
    if (builder.length < options.chunkLines) return;
    close();
  }

  function close(): void {
    chunks.push(builder.finish());
    goods.push(texts.finish());
    papers.push(beside.finish());
    builder = buildLines(options.chunkLines);
    texts = collectGoods();
    beside = collectPapers(stated);
  }

  return {
    take(at, cells) {
      if (cells.every((cell) => cell === '' || cellText(cell) === '')) return;
      line = at;
      good = true;
      draft.id = '';
      fill(cells);
      const { id } = draft;
      if (id !== '' && ids.size === ids.add(id).size) repeated.add(id);
      if (!good) rejected += 1;
      else if (options.isKnown(id)) known.add(id);
      else keep();
    },
    refuse(at, text, reason) {
      rejected += 1;
      list(at, '', text, reason);
    },
    finish() {
      if (builder.length > 0) close();
      const span = lines > 0 ? { firstDay, lastDay } : { firstDay: 0, lastDay: 0 };
      return {
        chunks,
        goods,
        papers,
        lines,
        rejected,
        badCells,
        known: known.read(),
        repeated: repeated.read(),
        ...span,
      };
    },
  };
}
