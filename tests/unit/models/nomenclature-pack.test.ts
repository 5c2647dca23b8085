import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { openCodes } from '../../../src/domain/codes/code-table.ts';
import { GoldenNames, disagreements } from '../../../src/domain/hs/golden.ts';
import { goodsTitle, shortGoodsTitle } from '../../../src/domain/hs/goods-title.ts';
import { openNomenclature } from '../../../src/domain/hs/nomenclature.ts';
import { SHORT_TITLE_LENGTH } from '../../../src/domain/hs/shorten.ts';

const pack = new URL('../../../models/nomenclature/v1/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, pack), 'utf8');
const texts = new Map(['hs6.tsv', 'hsk10.tsv'].map((name) => [name, read(name)]));
const nomenclature = openNomenclature(texts);
const codes = nomenclature.codes();

describe('the committed nomenclature', () => {
  it('passes its own self-test', () => {
    const golden = v.parse(GoldenNames, JSON.parse(read('golden.json')));
    expect(disagreements(nomenclature, golden)).toEqual([]);
  });

  it('fails the self-test when a name is changed', () => {
    const golden = v.parse(GoldenNames, JSON.parse(read('golden.json')));
    const changed = new Map(texts).set(
      'hs6.tsv',
      read('hs6.tsv').replace('\n9102\t손목시계', '\n9102\t벽시계'),
    );
    expect(disagreements(openNomenclature(changed), golden)).toContain('9102');
  });

  it('holds the whole tariff: 96 chapters, 1,229 headings, 5,613 subheadings, 11,327 leaves', () => {
    const count = (length: number): number => codes.filter((code) => code.length === length).length;
    expect([2, 4, 6, 10].map(count)).toEqual([96, 1229, 5613, 11327]);
  });

  it('leaves no code without its chapter, heading and subheading', () => {
    const all = new Set(codes);
    const orphans = codes.filter((code) =>
      [2, 4, 6].some((length) => code.length > length && !all.has(code.slice(0, length))),
    );
    expect(orphans).toEqual([]);
  });

  it('gives every code a title in both languages that fits a list row and is not just "other"', () => {
    const bad = codes.flatMap((code) =>
      (['ko', 'en'] as const)
        .filter((locale) => {
          const { text, exact } = shortGoodsTitle(nomenclature, code, locale);
          const vague = /^(?:기타|other|것|…)?$/i.test(text);
          return !exact || vague || text.length > SHORT_TITLE_LENGTH[locale];
        })
        .map((locale) => `${code} ${locale}`),
    );
    expect(bad).toEqual([]);
  });

  it('names a leaf that stands alone by its own words', () => {
    expect(goodsTitle(nomenclature, '8517130000', 'ko').text).toBe('스마트폰');
    expect(goodsTitle(nomenclature, '9102999000', 'ko').text).toBe(
      '손목시계ㆍ회중시계와 그 밖의 휴대용 시계 · 기타',
    );
  });

  it('names HS 2017 codes by what is left of them, and says so', () => {
    expect(goodsTitle(nomenclature, '940540', 'en')).toMatchObject({
      named: 'heading',
      exact: false,
    });
    expect(goodsTitle(nomenclature, '880330', 'en')).toMatchObject({
      named: 'chapter',
      exact: false,
    });
  });

  it('uses only units that the code tables name', () => {
    const tables = openCodes(
      readFileSync(
        new URL('../../../models/rules/kr-import-codes/v1/codes.json', import.meta.url),
        'utf8',
      ),
    );
    const units = codes.flatMap((code) => {
      const details = nomenclature.details(code);
      return details === undefined ? [] : [details.quantityUnit, details.weightUnit];
    });
    const unnamed = new Set(units.filter((unit) => unit !== '' && !tables.has(`unit ${unit}`)));
    expect([...unnamed]).toEqual([]);
  });
});
