import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRecords, type CsvRow } from '../../../../src/domain/tables/csv-records.ts';
import { DELIMITERS, type Delimiter } from '../../../../src/domain/tables/delimiter.ts';

const rowsOf = (text: string): readonly CsvRow[] => readRecords(text, ',', true).rows;

function write(rows: readonly (readonly string[])[], delimiter: Delimiter): string {
  const cell = (text: string): string =>
    text.includes(delimiter) || /["\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map((row) => `${row.map(cell).join(delimiter)}\n`).join('');
}

/** Reads a text given in pieces, as a file is. */
function readInPieces(pieces: readonly string[], delimiter: Delimiter): CsvRow[] {
  const all: CsvRow[] = [];
  let pending = '';
  let line = 1;
  for (const [i, piece] of pieces.entries()) {
    pending += piece;
    const read = readRecords(pending, delimiter, i === pieces.length - 1, line);
    all.push(...read.rows);
    pending = pending.slice(read.end);
    line = read.nextLine;
  }
  return all;
}

describe('a text table', () => {
  it('is read as it was written, wherever it is cut and whatever separates its cells', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\t', '\n', ' ', '가') });
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 8 });
    const cuts = fc.array(fc.nat(80), { maxLength: 4 });
    fc.assert(
      fc.property(table, cuts, fc.constantFrom(...DELIMITERS), (rows, places, delimiter) => {
        const text = write(rows, delimiter);
        const ends = [...places].sort((a, b) => a - b);
        const pieces = [...ends, text.length].map((end, i) => text.slice(ends[i - 1] ?? 0, end));
        expect(readInPieces(pieces, delimiter).map((row) => row.cells)).toEqual(rows);
      }),
    );
  });

  it('counts lines, not records: a cell may hold line ends', () => {
    expect(rowsOf('a,b\n1,"two\nthree"\n4,x\n').map((row) => row.line)).toEqual([1, 2, 4]);
  });

  it('gives a line with a stray quotation mark as it is, and reads the next ones afresh', () => {
    expect(rowsOf('a,b,c\n1,"foo" bar,x\n2,y,z\n3,"q",w\n4,"5"" x",v\n')).toEqual([
      { line: 1, cells: ['a', 'b', 'c'] },
      { line: 2, stray: '1,"foo" bar,x' },
      { line: 3, cells: ['2', 'y', 'z'] },
      { line: 4, cells: ['3', 'q', 'w'] },
      { line: 5, cells: ['4', '5" x', 'v'] },
    ]);
  });

  it('gives up no line to a mark that is opened on another', () => {
    const rows = rowsOf('1,"y,z\n2,"q",w\n3,a,b');
    expect(rows).toEqual([
      { line: 1, stray: '1,"y,z' },
      { line: 2, cells: ['2', 'q', 'w'] },
      { line: 3, cells: ['3', 'a', 'b'] },
    ]);
  });

  it('says where a mark is opened that is never closed', () => {
    const read = readRecords('a\nb\n"c\nd\n', ',', true);
    expect(read).toMatchObject({ unclosed: true, nextLine: 3, end: 4 });
    const long = readRecords(`"${'x'.repeat(300_000)}`, ',', false);
    expect(long.unclosed).toBe(true);
  });

  it('is read in no more time when every line has a stray mark', () => {
    const text = '1,"foo" bar,x\n'.repeat(60_000);
    const from = performance.now();
    expect(rowsOf(text).length).toBe(60_000);
    expect(performance.now() - from).toBeLessThan(2_000);
  });
});
