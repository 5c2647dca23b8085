import { describe, expect, it } from 'vitest';
import {
  readListCode,
  readListDay,
  readWords,
} from '../../../../src/domain/controlled/list-cells.ts';

describe('a code of the list', () => {
  it.each([
    ['85', '85'],
    ['8517', '8517'],
    ['8517.13', '851713'],
    ['85171300', '85171300'],
    ['9102.12-1000', '9102121000'],
    ['9102.12–1000', '9102121000'],
    ['8517 13 0000', '8517130000'],
    ['HS 8517.13', '851713'],
    ['제8517호', '8517'],
    ['제30류', '30'],
    ['８５１７', '8517'],
  ])('may be written %s', (text, code) => {
    expect(readListCode(text)).toEqual({ value: { code, mended: false } });
  });

  it.each([
    [302, '0302'],
    [3, '03'],
    ['30211', '030211'],
    [302110000, '0302110000'],
  ])('gets the zero back that a spreadsheet took from %s', (cell, code) => {
    expect(readListCode(cell)).toEqual({ value: { code, mended: true } });
  });

  it.each(['302.1', 302.1, '8517.1', '8517.', '0', '00', 'all', '8517a', '85171300001', '-8517'])(
    'is refused where %s leaves open what was meant',
    (cell) => {
      expect(readListCode(cell)).toEqual({ kind: 'not-a-code' });
    },
  );

  it('is empty where nothing but a dash stands', () => {
    expect(readListCode('')).toEqual({ kind: 'empty' });
    expect(readListCode(' - ')).toEqual({ kind: 'empty' });
  });
});

describe('a day of the list', () => {
  it.each(['2024-01-05', '2024.1.5', '2024/01/05', '20240105', 20240105, '2024년 1월 5일', 45296])(
    'may be written %s',
    (cell) => {
      expect(readListDay(cell)).toEqual({ value: '2024-01-05' });
    },
  );

  it('may be older than any declaration', () => {
    expect(readListDay('1963-12-13')).toEqual({ value: '1963-12-13' });
  });

  it.each(['9999-12-31', '99991231', 99991231])('has no end where %s stands', (cell) => {
    expect(readListDay(cell)).toEqual({ value: null });
  });

  it.each(['2024-02-30', '05/01/2024', 'soon', '1844-01-01', '2400-01-01'])(
    'is refused where %s stands',
    (cell) => {
      expect(readListDay(cell)).toEqual({ kind: 'not-a-date' });
    },
  );
});

describe('a name of the list', () => {
  it('keeps its words, with one blank for each break', () => {
    expect(readWords(' 수입\n 허가서  사본 ')).toEqual({ value: '수입 허가서 사본' });
  });

  it('is empty where only marks stand: such a document would stand on every line', () => {
    expect(readWords('-')).toEqual({ kind: 'empty' });
    expect(readWords('***')).toEqual({ kind: 'empty' });
  });

  it('is refused past 200 characters, not cut', () => {
    expect(readWords('가'.repeat(200))).toEqual({ value: '가'.repeat(200) });
    expect(readWords('가'.repeat(201))).toEqual({ kind: 'too-long' });
  });
});
