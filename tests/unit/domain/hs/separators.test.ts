import { describe, expect, it } from 'vitest';
import {
  clausesOf,
  differencesBetween,
  SEPARATOR_KEYS,
  type Difference,
} from '../../../../src/domain/hs/separators.ts';
import { SUBHEADINGS, tariff } from './tariff-fixture.ts';

const between = (code: string, rival: string, text = ''): readonly Difference[] =>
  differencesBetween(tariff, code, rival, text);

describe('an official name', () => {
  it.each([
    ['Shirts; of cotton (not knitted or crocheted)', 'cotton', 'knitted'],
    ['Coffee; roasted, not decaffeinated', 'roasted', 'decaffeinated'],
    ['카페인을 제거하지 않은 것', '것', '카페인'],
    ['의류(메리야스 편물이나 뜨개질 편물은 제외한다)', '의류', '편물'],
    ['Seats; n.e.c., (excluding medical, surgical or dental furniture)', 'Seats', 'surgical'],
  ])('is parted in what it asks for and what it leaves out: %s', (name, asked, leftOut) => {
    const { asks, leavesOut } = clausesOf(name);
    expect(asks).toContain(asked);
    expect(asks).not.toContain(leftOut);
    expect(leavesOut).toContain(leftOut);
  });

  it('asks neither for what does not matter nor for parts named along with the goods', () => {
    expect(clausesOf('Jewellery, whether or not plated, and parts thereof').asks).not.toMatch(
      /plated|parts/,
    );
    expect(clausesOf('헤드폰(마이크로폰이 부착된 것인지에 상관없다)').asks).not.toContain(
      '마이크로폰',
    );
  });
});

describe('what separates two codes', () => {
  it.each([
    ['610510', '620520', 'knitted', 'must', 'must-not'],
    ['611020', '611030', 'cotton', 'must', 'must-not'],
    ['620520', '620630', 'women', 'must-not', 'must'],
    ['090121', '090122', 'decaffeinated', 'must-not', 'must'],
    ['030617', '030636', 'frozen', 'must', 'must-not'],
    ['090111', '090121', 'roasted', 'must-not', 'must'],
    ['392690', '732690', 'plastics', 'must', 'must-not'],
    ['640399', '640411', 'textile-upper', 'open', 'must'],
    ['850811', '850860', 'motor', 'must', 'must-not'],
    ['300390', '300490', 'retail-sale', 'must-not', 'must'],
    ['940161', '940169', 'upholstered', 'must', 'must-not'],
    ['870321', '870331', 'engine-diesel', 'open', 'must'],
    ['401110', '401220', 'used', 'must-not', 'must'],
    ['691110', '691200', 'porcelain', 'must', 'must-not'],
    ['711311', '711719', 'precious-metal', 'must', 'must-not'],
    ['120241', '120242', 'shelled', 'must-not', 'must'],
    ['851762', '910212', 'wireless', 'must', 'open'],
    ['950300', '950699', 'toy', 'must', 'open'],
  ])('%s and %s: %s', (code, rival, key, own, other) => {
    expect(between(code, rival)).toContainEqual({ key, code: own, rival: other, found: null });
  });

  it.each([
    ['851762', '910212', 'SMART WATCH, BLUETOOTH 5.3', 'wireless', 'BLUETOOTH'],
    ['610510', '620520', '남성 니트 셔츠', 'knitted', '니트'],
    ['392690', '732690', '스테인리스 브라켓', 'iron-steel', '스테인리스'],
    ['640319', '640391', 'hiking <b>boots</b>', 'covers-ankle', 'boots'],
  ])('%s and %s: %s speaks to it', (code, rival, text, key, found) => {
    expect(between(code, rival, text)).toContainEqual(expect.objectContaining({ key, found }));
  });

  it('looks the same from both sides', () => {
    const mirrored = between('851762', '910212').map(({ key, code, rival }) => [key, rival, code]);
    const other = between('910212', '851762').map(({ key, code, rival }) => [key, code, rival]);
    expect(other.toSorted()).toEqual(mirrored.toSorted());
  });

  it('is left to the names where they alone tell the codes apart', () => {
    expect(between('851713', '851714')).toEqual([
      { key: 'name', code: 'open', rival: 'open', found: null },
    ]);
  });

  it('is nothing for one and the same code', () => {
    expect(between('851713', '851713')).toEqual([]);
  });

  it('is worked out for any two neighbours, in a handful of rows that differ', () => {
    for (let at = 1; at < SUBHEADINGS.length; at += 23) {
      const rows = between(SUBHEADINGS[at - 1] ?? '', SUBHEADINGS[at] ?? '');
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.length).toBeLessThanOrEqual(6);
      const same = rows.filter((row) => row.key !== 'name' && row.code === row.rival);
      expect(same).toEqual([]);
    }
  });

  it('is looked for by more than twenty separators', () => {
    expect(new Set(SEPARATOR_KEYS).size).toBe(SEPARATOR_KEYS.length);
    expect(SEPARATOR_KEYS.length).toBeGreaterThan(20);
  });
});
