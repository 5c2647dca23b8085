import { describe, expect, it } from 'vitest';
import { leafShares } from '../../../../../src/domain/hs/suggest/leaves.ts';
import { sumOf, vocabularyOf } from './made-parts.ts';

const vocabulary = vocabularyOf({ ...{ shrimp: 4, peeled: 5, shell: 5, 새우: 4, 껍데기: 5 } });
const LEAVES = [
  { ko: '껍데기가 있는 것', en: 'In shell' },
  { ko: '새우 살', en: 'Peeled' },
  { ko: '기타', en: 'Other' },
];
const sharesOf = (text: string): readonly (number | null)[] => leafShares(vocabulary, text, LEAVES);

describe('the 10-digit codes of a subheading', () => {
  it('share 1 by how much the text is like their names', () => {
    const shares = sharesOf('frozen peeled shrimp').map((share) => share ?? NaN);
    expect(sumOf(shares)).toBeCloseTo(1, 6);
    expect(shares.indexOf(Math.max(...shares))).toBe(1);
    expect(shares[0]).toBeCloseTo(shares[2] ?? NaN, 6);
  });

  it('are found by either of their names', () => {
    const best = (text: string): number => {
      const shares = sharesOf(text).map((share) => share ?? NaN);
      return shares.indexOf(Math.max(...shares));
    };
    expect(best('shrimps in shell')).toBe(0);
    expect(best('껍데기를 벗기지 않은 것')).toBe(0);
    expect(best('새우')).toBe(1);
  });

  it('have no share when the text says nothing of any of them', () => {
    expect(sharesOf('frozen tuna')).toEqual([null, null, null]);
    expect(sharesOf('')).toEqual([null, null, null]);
  });

  it('need no words where there is only one, and none where there is none', () => {
    expect(leafShares(vocabulary, 'tuna', LEAVES.slice(2))).toEqual([1]);
    expect(leafShares(vocabulary, 'tuna', [])).toEqual([]);
  });
});
