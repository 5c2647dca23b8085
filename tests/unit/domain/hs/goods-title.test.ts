import { describe, expect, it } from 'vitest';
import { goodsTitle, shortGoodsTitle } from '../../../../src/domain/hs/goods-title.ts';
import { openNomenclature, pathOf, validityOn } from '../../../../src/domain/hs/nomenclature.ts';
import { goodsMatcher } from '../../../../src/domain/hs/match-goods.ts';

const HS = [
  '{"format":1,"edition":{"hs":"HS 2022","hsk":"HSK 2025","validTo":"2025-12-31"},"rows":4}',
  '91\t시계와 그 부분품\tClocks and watches\t3',
  '9102\t손목시계(스톱워치를 포함한다)\tWrist-watches\t3',
  '910212\t기타\tWrist-watches; other display\t2',
  '910219\t자동권식\tWrist-watches; automatic\t2',
  '',
].join('\n');
const HSK = [
  '{"format":1,"units":["","KG","U"],"starts":["2022-01-01"],"ko":2,"en":2,"rows":2}',
  '기타',
  '시각장애인용',
  '',
  'Other',
  '9102121000\t1\t0\t0\t2\t1\t0',
  '9102129000\t0\t1\t0\t2\t1\t0',
  '',
].join('\n');

const six = openNomenclature(new Map([['hs6.tsv', HS]]));
const ten = openNomenclature(
  new Map([
    ['hs6.tsv', HS],
    ['hsk10.tsv', HSK],
  ]),
);

describe('goods by name', () => {
  it('leads "other" with the nearest name that says something', () => {
    expect(goodsTitle(ten, '9102129000', 'ko').text).toBe('손목시계 · 기타');
    expect(goodsTitle(ten, '9102129000', 'en').text).toBe('Wrist-watches; other display · Other');
  });

  it('says the Korean name where no English one was published', () => {
    expect(goodsTitle(ten, '9102121000', 'en').text).toBe(
      '손목시계 · 시각장애인용'.replace('손목시계', 'Wrist-watches; other display'),
    );
  });

  it('marks a code of an older edition that only its heading can name', () => {
    expect(goodsTitle(six, '910299', 'ko')).toEqual({
      text: '손목시계',
      named: 'heading',
      exact: false,
    });
    expect(goodsTitle(six, '919900', 'ko')).toMatchObject({ named: 'chapter', exact: false });
  });

  it('shows the bare code when not even the chapter is known', () => {
    expect(goodsTitle(six, '770000', 'ko')).toEqual({
      text: '7700.00',
      named: 'none',
      exact: false,
    });
  });

  it('names ten digits by six until the larger file is there', () => {
    expect(six.hasHsk).toBe(false);
    expect(goodsTitle(six, '9102121000', 'en')).toMatchObject({
      named: 'subheading',
      exact: false,
    });
  });

  it('is short in a row: the most specific part first, "other" left to the code', () => {
    expect(shortGoodsTitle(ten, '9102121000', 'ko').text).toBe('시각장애인용 · 손목시계');
    expect(shortGoodsTitle(ten, '9102129000', 'en').text).toBe('Wrist-watches; other display');
  });

  it('is cut once, at its end', () => {
    const { text } = shortGoodsTitle(ten, '9102129000', 'en', 24);
    expect(text.length).toBeLessThanOrEqual(24);
    expect(text.indexOf('…')).toBe(text.length - 1);
  });

  it('walks from the chapter to the leaf with both names', () => {
    expect(pathOf(ten, '9102129000').map((entry) => entry.code)).toEqual([
      '91',
      '9102',
      '910212',
      '9102129000',
    ]);
  });

  it('says in which units goods are declared and since when the code stands', () => {
    expect(ten.details('9102121000')).toEqual({
      quantityUnit: 'U',
      weightUnit: 'KG',
      validFrom: '2022-01-01',
    });
    expect(validityOn(ten, '9102121000', '2021-12-31')).toBe('not-yet');
    expect(validityOn(ten, '9102121000', '2025-12-31')).toBe('valid');
    expect(validityOn(ten, '9102121000', '2026-01-01')).toBe('expired');
    expect(validityOn(six, '9102121000', '2025-06-01')).toBe('unknown');
  });

  it('finds codes by a word of the heading, in either language, or by their first digits', () => {
    const find = goodsMatcher(six);
    expect(find('손목')).toEqual(['910212', '910219']);
    expect(find('AUTOMATIC')).toEqual(['910219']);
    expect(find('9102.1')).toEqual(['910212', '910219']);
    expect(find('  ')).toEqual([]);
  });
});

describe('a nomenclature file that is not whole', () => {
  it.each([
    ['cut off', HS.slice(0, 200)],
    ['without a header', HS.slice(HS.indexOf('\n') + 1)],
    ['of a later format', HS.replace('"format":1', '"format":2')],
    ['with a code twice', HS.replace('910219', '910212')],
  ])('is refused when %s', (_what, text) => {
    expect(() => openNomenclature(new Map([['hs6.tsv', text]]))).toThrow();
  });

  it('is refused when the HS file is missing', () => {
    expect(() => openNomenclature(new Map([['hsk10.tsv', HSK]]))).toThrow('hs6.tsv is missing');
  });
});
