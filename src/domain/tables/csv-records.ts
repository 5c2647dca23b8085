import type { Delimiter } from './delimiter.ts';

/** No record is longer, characters: past this a quotation mark was opened and never closed. */
export const RECORD_LIMIT = 256 * 1024;

/** One record of a text table, or a line whose quotation marks do not fit together. */
export type CsvRow =
  | { readonly line: number; readonly cells: readonly string[]; readonly stray?: never }
  | { readonly line: number; readonly cells?: never; readonly stray: string };

export interface CsvRows {
  readonly rows: readonly CsvRow[];
  /** Where the first record begins that is not among them, and on which line. */
  readonly end: number;
  readonly nextLine: number;
  /** That record opens a quotation mark and never closes it. */
  readonly unclosed: boolean;
}

/** What stands at a place of the text; `end` is where the next record begins. */
type Reading =
  | { readonly kind: 'record'; readonly cells: readonly string[]; readonly end: number }
  | { readonly kind: 'stray' | 'unclosed' | 'unfinished' };

/** Place of the mark that closes the cell opened at `open`, or -1; two marks are one letter. */
function closingMark(text: string, open: number): number {
  let at = text.indexOf('"', open + 1);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

/** End of the line that `at` is on. */
function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** A record that has quotation marks somewhere. */
function readQuoted(text: string, from: number, delimiter: Delimiter, whole: boolean): Reading {
  const cells: string[] = [];
  let at = from;
  for (;;) {
    let after: number;
    if (text[at] === '"') {
      const close = closingMark(text, at);
      const reach = close < 0 ? text.length : close;
      if (reach - from > RECORD_LIMIT) return { kind: 'unclosed' };
      if (close < 0) return { kind: whole ? 'unclosed' : 'unfinished' };
      cells.push(text.slice(at + 1, close).replaceAll('""', '"'));
      after = close + 1;
      while (text[after] === ' ') after += 1;
    } else {
      const rest = text.slice(at, lineEnd(text, at));
      const [cell = ''] = rest.split(delimiter, 1);
      cells.push(cell);
      after = at + cell.length;
    }
    // What follows may make another mark of a closing one.
    if (after >= text.length && !whole) return { kind: 'unfinished' };
    if (after >= text.length || text[after] === '\n') {
      return { kind: 'record', cells, end: after + 1 };
    }
    if (text[after] !== delimiter) return { kind: 'stray' };
    at = after + 1;
  }
}

function countLines(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) {
    lines += 1;
  }
  return Math.max(1, lines);
}

/**
 * Records of a text table after RFC 4180, line ends being \n. `whole`: the text ends here; else
 * its last record may go on and is left for the next call. A closing mark with letters behind it
 * would make the reader look for the end of the cell on later lines: that line is given as it is,
 * and the next one is read afresh.
 */
export function readRecords(
  text: string,
  delimiter: Delimiter,
  whole: boolean,
  firstLine = 1,
): CsvRows {
  const rows: CsvRow[] = [];
  let at = 0;
  let line = firstLine;
  while (at < text.length) {
    const newline = lineEnd(text, at);
    if (newline === text.length && !whole) break;
    const own = text.slice(at, newline);
    const reading: Reading = own.includes('"')
      ? readQuoted(text, at, delimiter, whole)
      : { kind: 'record', cells: own.split(delimiter), end: newline + 1 };
    if (reading.kind === 'unfinished') break;
    if (reading.kind === 'unclosed') return { rows, end: at, nextLine: line, unclosed: true };
    if (reading.kind === 'record') rows.push({ line, cells: reading.cells });
    else rows.push({ line, stray: own });
    const end = reading.kind === 'record' ? reading.end : newline + 1;
    line += end === newline + 1 ? 1 : countLines(text, at, end);
    at = end;
  }
  const end = Math.min(at, text.length);
  return { rows, end, nextLine: line, unclosed: text.length - end > RECORD_LIMIT };
}
