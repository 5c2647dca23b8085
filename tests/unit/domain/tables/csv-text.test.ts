import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvCell, csvLine, disarm } from '../../../../src/domain/tables/csv-text.ts';

const hostile = fc.string({
  unit: fc.constantFrom(
    '=',
    '+',
    '-',
    '@',
    '\t',
    '\r',
    '\n',
    '\0',
    '"',
    ',',
    ';',
    ' ',
    "'",
    'a',
    '가',
    '1',
    '＝',
  ),
  maxLength: 12,
});

describe('an exported cell', () => {
  it.each(['=1+1', '+82', '-1', '@SUM(A1)', '\t=1', '\r=1', '\0=1', ' =1', '＝1', '\ufeff=1'])(
    'never starts a formula: %j',
    (text) => {
      expect(disarm(text).startsWith("'")).toBe(true);
    },
  );

  it('leaves ordinary text and numbers as they are', () => {
    expect(csvCell('854231')).toBe('854231');
    expect(csvCell('가나 A-1')).toBe('가나 A-1');
    expect(csvCell(-1.5)).toBe('-1.5');
    expect(csvCell(NaN)).toBe('');
    expect(csvCell(null)).toBe('');
  });

  it('quotes after RFC 4180', () => {
    expect(csvLine(['a,b', 'say "x"', 'two\nlines'])).toBe('"a,b","say ""x""","two\nlines"\r\n');
  });

  it('comes back from a reader disarmed and otherwise unchanged, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 2, maxLength: 5 }), (cells) => {
        const { data } = Papa.parse<string[]>(csvLine(cells), { delimiter: ',', newline: '\r\n' });
        expect(data[0]).toEqual(cells.map(disarm));
        for (const cell of data[0] ?? []) {
          expect(cell).not.toMatch(/^[\s\0]*[=+\-@＝]/);
          expect(cell).not.toContain('\0');
        }
      }),
    );
  });
});
