import { describe, expect, it } from 'vitest';
import { sameGoods } from '../../../../src/features/hs/same-goods.ts';

describe('a text after an edit', () => {
  it.each([
    ['leather boots', 'leather boots, rubber sole'],
    ['leather boots', 'brown leather boots'],
    ['leather boots', ' Leather  BOOTS'],
    ['lether boots', 'leather boots'],
    ['가죽 부츠', '가죽 부츠 여성용'],
  ])('is about the same goods: %s, %s', (before, now) => {
    expect(sameGoods(before, now)).toBe(true);
  });

  it.each([
    ['leather boots', 'frozen shrimp'],
    ['leather boots', 'leather bag'],
    ['leather boots', 'l'],
    ['leather boots', ''],
    ['tea', 'tea towel of cotton'],
    ['가죽 부츠', '냉동 새우'],
  ])('is about other goods: %s, %s', (before, now) => {
    expect(sameGoods(before, now)).toBe(false);
  });
});
