import { describe, expect, it } from 'vitest';
import { LINE_FIELDS } from '../../../../../src/domain/risk/declaration.ts';
import { KCS_HEADERS } from '../../../../../src/domain/risk/kcs-headers.ts';
import {
  guessMapping,
  mergeMapping,
  missingFields,
  nameColumns,
} from '../../../../../src/domain/risk/intake/header.ts';

describe('the header of a file', () => {
  it('is understood when it has the names of the KCS set', () => {
    expect(guessMapping(Object.values(KCS_HEADERS))).toEqual(KCS_HEADERS);
  });

  it('is understood in another case, width or spacing', () => {
    const mapping = guessMapping(['DECLARATION_ID', 'date', 'Hs6code', 'ｎｅｔ　ｍａｓｓ']);
    expect(mapping).toEqual({
      id: 'DECLARATION_ID',
      date: 'date',
      hs6: 'Hs6code',
      netMass: 'ｎｅｔ　ｍａｓｓ',
    });
  });

  it('is understood in Korean, with units in brackets', () => {
    const header = [
      '수입신고번호',
      '신고일자',
      '세번부호',
      '적출국',
      '원산지',
      '순중량(kg)',
      '과세가격 (원)',
    ];
    const mapping = guessMapping(header);
    expect(Object.keys(mapping).sort()).toEqual(
      ['id', 'date', 'hs6', 'departure', 'origin', 'netMass', 'itemPrice'].sort(),
    );
  });

  it('gives one field one column and one column one field', () => {
    const mapping = guessMapping(['HS6 Code', 'HS Code', '품목번호']);
    expect(mapping).toEqual({ hs6: 'HS6 Code' });
  });

  it('prefers the KCS name to a synonym that stands before it', () => {
    expect(guessMapping(['HS', 'HS6 Code'])).toEqual({ hs6: 'HS6 Code' });
  });

  it.each([
    '품명',
    '거래품명',
    '품명 및 규격',
    '규격',
    '물품명',
    'Item Description',
    'GOODS DESCRIPTION',
  ])('is understood where %s holds the words of the goods', (name) => {
    expect(guessMapping(['HS', name])).toEqual({ hs6: 'HS', goods: name });
  });

  it('names columns that have no name or share one', () => {
    expect(nameColumns(['A', '', 'A', ' '])).toEqual(['A', '#2', 'A (2)', '#4']);
  });

  it('follows the choice that was made for it before', () => {
    const columns = ['Nr', 'HS Code', 'Code'];
    const merged = mergeMapping(guessMapping(columns), { id: 'Nr', hs6: 'Code' }, columns);
    expect(merged).toEqual({ id: 'Nr', hs6: 'Code' });
  });

  it('says what is missing', () => {
    expect(missingFields({ id: 'Nr' }, ['id', 'date'])).toEqual(['date']);
    expect(missingFields(KCS_HEADERS, LINE_FIELDS)).toEqual([]);
  });
});
