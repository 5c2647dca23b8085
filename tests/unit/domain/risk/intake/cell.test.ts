import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOf, dayOf } from '../../../../../src/domain/risk/declaration.ts';
import {
  readCountry,
  readDay,
  readHsCode,
  readQuantity,
  readText,
} from '../../../../../src/domain/risk/intake/cell.ts';

const dated = (cell: string | number) => {
  const { value, reason } = { value: undefined, reason: undefined, ...readDay(cell) };
  return reason ?? dateOf(value ?? NaN);
};

describe('a date', () => {
  it.each([
    '2021-03-09',
    '2021/03/09',
    '2021.03.09',
    '20210309',
    '2021. 3. 9.',
    '2021년 3월 9일',
    ' 2021-3-9 ',
    '2021-03-09 14:22',
    '2021-03-09T14:22:01.5Z',
    20210309,
    44264,
    44264.6,
  ])('is read from %s', (cell) => {
    expect(dated(cell)).toBe('2021-03-09');
  });

  it.each([
    ['', 'empty'],
    ['03/04/2021', 'not-a-date'],
    ['2021-02-30', 'not-a-date'],
    ['2021-13-01', 'not-a-date'],
    ['2021-03/09', 'not-a-date'],
    ['44264', 'not-a-date'],
    ['yesterday', 'not-a-date'],
    [0, 'not-a-date'],
    ['1021-03-09', 'out-of-range'],
    ['2921-03-09', 'out-of-range'],
  ])('%j is refused as %s', (cell, reason) => {
    expect(dated(cell)).toBe(reason);
  });

  it('comes back the same in every form it can be written in', () => {
    const day = fc.integer({ min: dayOf('1990-01-01') ?? 0, max: dayOf('2099-12-31') ?? 0 });
    fc.assert(
      fc.property(day, (value) => {
        const date = dateOf(value);
        const forms = ['-', '/', '.', ''].map((mark) => date.replaceAll('-', mark));
        for (const form of [...forms, value + 25_569]) expect(readDay(form)).toEqual({ value });
      }),
    );
  });
});

describe('a quantity', () => {
  it.each([
    ['1234.5', 1234.5],
    ['1,234.5', 1234.5],
    ['12,345,678', 12_345_678],
    ['.5', 0.5],
    ['1e3', 1000],
    [' 7 ', 7],
    ['-0', 0],
    [3.25, 3.25],
  ])('%j is %d', (cell, value) => {
    expect(readQuantity(cell, 1e9)).toEqual({ value });
  });

  it.each([
    ['', 'empty'],
    ['1,5', 'not-a-number'],
    ['12,34', 'not-a-number'],
    ['1.234,5', 'not-a-number'],
    ['about 5', 'not-a-number'],
    ['0x10', 'not-a-number'],
    ['Infinity', 'not-a-number'],
    ['1e999', 'not-a-number'],
    ['-3', 'negative'],
    ['−3', 'negative'],
    ['1000000001', 'out-of-range'],
  ])('%j is refused as %s', (cell, reason) => {
    expect(readQuantity(cell, 1e9)).toEqual({ reason });
  });

  it('reads every number back as it was written', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (value) => {
        expect(readQuantity(String(value), 1e9)).toEqual({ value });
      }),
    );
  });
});

describe('a goods code', () => {
  it.each([
    ['010121', '010121'],
    ['0101.21', '010121'],
    ['0101-21-1000', '0101211000'],
    ['0101.21-1000', '0101211000'],
    ['0101211000', '0101211000'],
    ['0101.21.10', '010121'],
    ['0101', '0101'],
    ['10121', '010121'],
    [10121, '010121'],
    [101211000, '0101211000'],
    [8542310000, '8542310000'],
  ])('%j is %s', (cell, value) => {
    expect(readHsCode(cell)).toEqual({ value });
  });

  it.each([
    ['', 'empty'],
    ['101', 'not-an-hs-code'],
    ['1012.1', 'not-an-hs-code'],
    ['000121', 'not-an-hs-code'],
    ['01012110001', 'not-an-hs-code'],
    ['horse', 'not-an-hs-code'],
    ['1.0121E+4', 'not-an-hs-code'],
  ])('%j is refused as %s', (cell, reason) => {
    expect(readHsCode(cell)).toEqual({ reason });
  });

  it('survives a spreadsheet that takes it for a number', () => {
    const code = fc.integer({ min: 10_100, max: 999_999 }).map((n) => String(n).padStart(6, '0'));
    fc.assert(
      fc.property(code, (value) => {
        expect(readHsCode(Number(value))).toEqual({ value });
      }),
    );
  });
});

describe('a country and a code', () => {
  it('takes two letters in either case', () => {
    expect(readCountry(' cn ')).toEqual({ value: 'CN' });
    expect(readCountry('XK')).toEqual({ value: 'XK' });
  });
  it('refuses what is no country', () => {
    for (const cell of ['China', 'C1', 'C', 7]) {
      expect(readCountry(cell)).toEqual({ reason: 'not-a-country' });
    }
  });
  it('refuses a code that is a story', () => {
    expect(readText('x'.repeat(65))).toEqual({ reason: 'too-long' });
    expect(readText(56839011)).toEqual({ value: '56839011' });
  });
});
