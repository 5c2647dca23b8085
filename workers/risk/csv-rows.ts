import Papa from 'papaparse';
import { fail, succeed, type Result } from '../../src/contracts/fault.ts';
import { readText, type TextEncoding } from './fingerprint.ts';

export const DELIMITERS = [',', ';', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Rows that follow each other, as they stand in the file. */
export interface RowBatch {
  /** Number of the first of them; the header is 1. */
  readonly firstLine: number;
  readonly rows: readonly (readonly string[])[];
  /** Bytes of the file read so far. */
  readonly bytes: number;
}

/** No record is longer, characters: past this a quotation mark was opened and never closed. */
const RECORD_LIMIT = 256 * 1024;
/** Rows the separator is told from. */
const TRIED_ROWS = 20;

interface ParseOutcome {
  readonly data: string[][];
  readonly errors: readonly { code: string; row?: number }[];
  readonly meta: { readonly cursor: number };
}

/** papaparse's own parser: the only part of it that says how far it got, and so can be fed in pieces. */
function parse(text: string, delimiter: Delimiter, openEnd: boolean): ParseOutcome {
  return new Papa.Parser({ delimiter, newline: '\n' }).parse(text, 0, openEnd) as ParseOutcome;
}

/** The separator that gives the header most columns, if the rows below it agree. */
export function tellDelimiter(text: string): Delimiter {
  const lines = text.split('\n').slice(0, TRIED_ROWS).join('\n');
  const fit = (delimiter: Delimiter): number => {
    const [header, ...rows] = parse(lines, delimiter, false).data.filter((r) => r.join('') !== '');
    const columns = header?.length ?? 0;
    const agree = rows.filter((row) => row.length === columns).length;
    return columns * (rows.length === 0 ? 1 : 0.1 + agree / rows.length);
  };
  return DELIMITERS.reduce((best, next) => (fit(next) > fit(best) ? next : best));
}

/** The first rows of a text that may be cut off at its end. */
export function firstRows(text: string, delimiter: Delimiter, whole: boolean): string[][] {
  return parse(text, delimiter, !whole).data;
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
  let firstLine = 1;
  let delimiter: Delimiter | undefined;
  for await (const piece of readText(file, encoding, signal)) {
    if (!piece.ok) {
      yield piece;
      return;
    }
    const { bytes } = piece.value;
    const last = bytes >= file.size;
    pending += piece.value.text;
    delimiter ??= tellDelimiter(pending);
    const { data, errors, meta } = parse(pending, delimiter, !last);
    pending = last ? '' : pending.slice(meta.cursor);
    const unclosed = errors.find((error) => error.code === 'MissingQuotes');
    if (unclosed || pending.length > RECORD_LIMIT) {
      yield fail('file-unreadable', { line: firstLine + (unclosed?.row ?? data.length) });
      return;
    }
    yield succeed({ firstLine, rows: data, bytes });
    firstLine += data.length;
  }
}
