import { ulid } from 'ulid';
import {
  REQUIRED_FIELDS,
  type ImportReport,
  type ImportRequest,
} from '../../src/contracts/risk.ts';
import { fail, succeed, type Result } from '../../src/contracts/fault.ts';
import { dateOf } from '../../src/domain/risk/declaration.ts';
import { cellText, type Cell } from '../../src/domain/risk/intake/cell.ts';
import { missingFields, nameColumns } from '../../src/domain/risk/intake/header.ts';
import {
  openRowReader,
  type ReadSummary,
  type RowReader,
} from '../../src/domain/risk/intake/read-rows.ts';
import { CHUNK_LINES, type HaechiDatabase } from '../../src/platform/database/database.ts';
import { storageFault } from '../../src/platform/packs/storage-fault.ts';
import type { Call } from '../../src/platform/workers/call.ts';
import { nextTask } from '../../src/platform/workers/next-task.ts';
import { readCsvRows } from '../../src/platform/tables/csv-rows.ts';
import { tellKind, type FileKind } from '../../src/platform/tables/file-kind.ts';
import { takeFingerprint, type Fingerprint } from '../../src/platform/tables/fingerprint.ts';
import type { LineStore } from './line-store.ts';
import { storeBatch } from './store-batch.ts';
import { readWorkbook } from '../../src/platform/tables/xlsx-rows.ts';

/** Rows of a workbook taken between two looks at the cancel button. */
const ROWS_AT_A_TIME = 4096;

/**
 * Reads, checks and stores a file of declarations; all of its good lines are kept, or nothing is.
 * Faults: those of outline, and file-already-imported, header-unknown, ids-repeated, ids-known,
 * no-good-rows, storage-full, storage-refused, cancelled.
 */
export async function importTable(
  call: Call,
  database: HaechiDatabase,
  lines: LineStore,
  request: ImportRequest,
): Promise<Result<ImportReport>> {
  // Two tabs importing at once could both find a declaration number unknown.
  return navigator.locks.request('haechi-import', { signal: call.signal }, async () => {
    const kind = await tellKind(request.file);
    if (!kind.ok) return kind;
    const fingerprint = await takeFingerprint(call, request.file);
    if (!fingerprint.ok) return fingerprint;
    const { sha256 } = fingerprint.value;
    const before = await database.batches.where('sha256').equals(sha256).first();
    if (before) return fail('file-already-imported', { name: before.name, at: before.importedAt });
    const { handles } = await lines.read();
    const read = await readRows(call, request, kind.value, fingerprint.value, (id) =>
      handles.has(id),
    );
    if (!read.ok) return read;
    const refusal = refuse(read.value.summary, request);
    if (refusal) return refusal;
    return keep(call, database, lines, request, sha256, read.value);
  });
}

interface ReadFile {
  readonly header: readonly string[];
  readonly summary: ReadSummary;
}

/** Feeds the rows below the header to a row reader. */
class Intake {
  readonly #request: ImportRequest;
  readonly #isKnown: (id: string) => boolean;
  #header: readonly string[] = [];
  #reader: RowReader | undefined;

  constructor(request: ImportRequest, isKnown: (id: string) => boolean) {
    this.#request = request;
    this.#isKnown = isKnown;
  }

  /** False when the header does not have the columns asked for. */
  take(line: number, cells: readonly Cell[]): boolean {
    if (this.#reader) this.#reader.take(line, cells);
    else if (cells.some((cell) => cellText(cell) !== '')) return this.#open(cells);
    return true;
  }

  /** Lists a line with stray quotation marks. False when it stands where the header is looked for. */
  refuse(line: number, text: string): boolean {
    this.#reader?.refuse(line, text, 'stray-quote');
    return this.#reader !== undefined;
  }

  #open(cells: readonly Cell[]): boolean {
    const columns = nameColumns(cells.map(cellText));
    const { mapping } = this.#request;
    const named = Object.values(mapping).every((column) => columns.includes(column));
    if (!named || missingFields(mapping, REQUIRED_FIELDS).length > 0) return false;
    this.#header = columns;
    this.#reader = openRowReader({
      columns,
      mapping,
      required: REQUIRED_FIELDS,
      isKnown: this.#isKnown,
      chunkLines: CHUNK_LINES,
    });
    return true;
  }

  finish(): Result<ReadFile> {
    if (!this.#reader) return fail('file-empty');
    return succeed({ header: this.#header, summary: this.#reader.finish() });
  }
}

async function readRows(
  call: Call,
  request: ImportRequest,
  kind: FileKind,
  fingerprint: Fingerprint,
  isKnown: (id: string) => boolean,
): Promise<Result<ReadFile>> {
  const intake = new Intake(request, isKnown);
  const { encoding } = fingerprint;
  if (kind === 'workbook') return readWorkbookRows(call, request.file, intake);
  if (!encoding) return fail('file-unreadable');
  for await (const batch of readCsvRows(request.file, encoding, call.signal)) {
    if (!batch.ok) return batch;
    const { rows, bytes } = batch.value;
    for (const { line, cells, stray } of rows) {
      if (cells && !intake.take(line, cells)) return fail('header-unknown');
      if (stray !== undefined && !intake.refuse(line, stray)) {
        return fail('file-unreadable', { line });
      }
    }
    call.progress({ stage: 'checking', done: bytes, of: request.file.size });
  }
  return intake.finish();
}

async function readWorkbookRows(call: Call, file: Blob, intake: Intake): Promise<Result<ReadFile>> {
  call.progress({ stage: 'reading', done: 0, of: 0 });
  const rows = await readWorkbook(file, false);
  if (!rows.ok) return rows;
  for (const [i, row] of rows.value.entries()) {
    if (!intake.take(i + 1, row)) return fail('header-unknown');
    if ((i + 1) % ROWS_AT_A_TIME !== 0) continue;
    call.progress({ stage: 'checking', done: i, of: rows.value.length });
    await nextTask();
    call.signal.throwIfAborted();
  }
  return intake.finish();
}

/** Why the file as a whole is not taken, if it is not. */
function refuse(summary: ReadSummary, request: ImportRequest): ReturnType<typeof fail> | undefined {
  const { repeated, known, lines, rejected } = summary;
  if (repeated.count > 0) {
    return fail('ids-repeated', { count: repeated.count, ids: repeated.first.join(', ') });
  }
  if (known.count > 0 && (request.known === 'refuse' || lines === 0)) {
    return fail('ids-known', { count: known.count, ids: known.first.join(', '), new: lines });
  }
  if (lines > 0) return undefined;
  const [first] = summary.badCells;
  return fail('no-good-rows', {
    rejected,
    ...(first && { line: first.line, column: first.column, reason: first.reason }),
  });
}

async function keep(
  call: Call,
  database: HaechiDatabase,
  lines: LineStore,
  request: ImportRequest,
  sha256: string,
  { header, summary }: ReadFile,
): Promise<Result<ImportReport>> {
  const batch = ulid();
  const body = {
    batch,
    name: request.name,
    sha256,
    lines: summary.lines,
    rejected: summary.rejected,
    skipped: summary.known.count,
    firstDate: dateOf(summary.firstDay),
    lastDate: dateOf(summary.lastDay),
  };
  try {
    await storeBatch(call, database, request, { body, header, summary });
  } catch (error) {
    return call.signal.aborted ? fail('cancelled') : storageFault(error);
  }
  lines.append(batch, summary.chunks);
  const { rejected, skipped } = body;
  return succeed({ batch, lines: body.lines, rejected, skipped, badCells: summary.badCells });
}
