import { fail, succeed, type Result } from '../../contracts/fault.ts';
import { readRecords, type CsvRow } from '../../domain/tables/csv-records.ts';
import { DELIMITERS, type Delimiter } from '../../domain/tables/delimiter.ts';
import { readText, type TextEncoding } from './fingerprint.ts';

/** Rows that follow each other, as they stand in the file. */
export interface RowBatch {
  readonly rows: readonly CsvRow[];
  /** Bytes of the file read so far. */
  readonly bytes: number;
}

/** Lines the separator is told from. */
const TRIED_LINES = 20;

/** The separator that gives the header most columns, if the rows below it agree. */
export function tellDelimiter(text: string): Delimiter {
  const lines = text.split('\n', TRIED_LINES).join('\n');
  const fit = (delimiter: Delimiter): number => {
    const [header, ...rows] = readRecords(lines, delimiter, true)
      .rows.map((row) => row.cells ?? row.stray.split(delimiter))
      .filter((cells) => cells.join('') !== '');
    const columns = header?.length ?? 0;
    const agree = rows.filter((row) => row.length === columns).length;
    return columns * (rows.length === 0 ? 1 : 0.1 + agree / rows.length);
  };
  return DELIMITERS.reduce((best, next) => (fit(next) > fit(best) ? next : best));
}

/**
 * The first rows of a text that may be cut off at its end, without those that cannot be read.
 * Faults: file-unreadable with the line when the header is one of them.
 */
export function firstRows(
  text: string,
  delimiter: Delimiter,
  whole: boolean,
): Result<readonly (readonly string[])[]> {
  const { rows, nextLine, unclosed } = readRecords(text, delimiter, whole);
  const header = rows.find((row) => row.stray !== undefined || row.cells.join('').trim() !== '');
  if (header?.stray !== undefined) return fail('file-unreadable', { line: header.line });
  if (!header && unclosed) return fail('file-unreadable', { line: nextLine });
  return succeed(rows.flatMap((row) => (row.cells ? [row.cells] : [])));
}

/**
 * All rows of the file in batches of about a megabyte. A quotation mark that is never closed would
 * swallow the lines after it: file-unreadable with the line where it opens.
 */
export async function* readCsvRows(
  file: Blob,
  encoding: TextEncoding,
  signal: AbortSignal,
): AsyncGenerator<Result<RowBatch>> {
  let pending = '';
  let line = 1;
  let delimiter: Delimiter | undefined;
  for await (const piece of readText(file, encoding, signal)) {
    if (!piece.ok) {
      yield piece;
      return;
    }
    const { bytes } = piece.value;
    pending += piece.value.text;
    delimiter ??= tellDelimiter(pending);
    const read = readRecords(pending, delimiter, bytes >= file.size, line);
    pending = pending.slice(read.end);
    line = read.nextLine;
    if (read.unclosed) {
      yield fail('file-unreadable', { line });
      return;
    }
    yield succeed({ rows: read.rows, bytes });
  }
}
