import { describe, expect, it } from 'vitest';
import { featuresOf, KIND, stemOf } from '../../../../../src/domain/hs/suggest/features.ts';
import type { Feature, Kind } from '../../../../../src/domain/hs/suggest/features.ts';
import { tokensOf } from '../../../../../src/domain/hs/suggest/tokens.ts';

const featuresIn = (text: string, kind?: Kind): Feature[] =>
  featuresOf(tokensOf(text)).filter((feature) => kind === undefined || feature.kind === kind);
const hashesIn = (text: string, kind?: Kind): number[] =>
  featuresIn(text, kind).map((feature) => feature.hash);
const stemIn = (word: string): string => {
  const [token] = tokensOf(word);
  return token === undefined ? '' : stemOf(token);
};

describe('the features of a goods text', () => {
  it('are its words, its pairs of words and the grams of each word', () => {
    expect(featuresIn('watch strap', KIND.word)).toHaveLength(2);
    expect(featuresIn('watch strap', KIND.pair)).toHaveLength(1);
    // `<watch>` has four grams of 4 and three of 5, `<strap>` as many.
    expect(featuresIn('watch strap', KIND.gram)).toHaveLength(14);
  });

  it('are shorter grams in Hangul: two and three syllables with the ends of the word', () => {
    expect(featuresIn('시계', KIND.gram)).toHaveLength(5);
    expect(featuresIn('새', KIND.gram)).toHaveLength(1);
  });

  it('never take a word for a pair or a gram of the same letters', () => {
    const all = featuresIn('watch');
    expect(new Set(all.map(({ hash }) => hash)).size).toBe(all.length);
    const gram = featuresOf([{ text: 'tch>', start: 0, end: 4, hangul: false }])[0];
    expect(hashesIn('watch', KIND.gram)).not.toContain(gram?.hash);
  });

  it('know a pair by the order of its words, over what merely joins them', () => {
    expect(hashesIn('watch strap', KIND.pair)).not.toEqual(hashesIn('strap watch', KIND.pair));
    expect(hashesIn('parts of the watches', KIND.pair)).toEqual(hashesIn('part watch', KIND.pair));
  });

  it('say which word they stand in, a pair its first one', () => {
    const pairs = featuresIn('parts of watches, steel', KIND.pair);
    expect(pairs.map(({ token }) => token)).toEqual([0, 2]);
    expect(new Set(featuresIn('parts of watches', KIND.gram).map(({ token }) => token))).toEqual(
      new Set([0, 2]),
    );
  });

  it('count as often as the words stand there', () => {
    expect(featuresIn('rope, rope and rope', KIND.word)).toHaveLength(3);
    expect(new Set(hashesIn('rope, rope and rope', KIND.word)).size).toBe(1);
  });

  it('are none for words that only join, in both languages', () => {
    expect(featuresIn('of the and for 및 또는 등')).toEqual([]);
  });

  it('take numbers as words and not by their digits', () => {
    expect(featuresIn('31 5.3', KIND.word)).toHaveLength(2);
    expect(featuresIn('31 5.3', KIND.gram)).toEqual([]);
    expect(featuresIn('100%', KIND.gram).length).toBeGreaterThan(0);
  });

  it('do not grow without end on a word without end', () => {
    expect(featuresIn('x'.repeat(1000), KIND.gram)).toHaveLength(39 + 38);
  });

  it('have the numbers that installed packs were made with', () => {
    expect(hashesIn('steel 새우')).toMatchInlineSnapshot(`
      [
        2092382667,
        362087236,
        4111723051,
        3469118296,
        2135321090,
        445902067,
        358206917,
        3901583762,
        1803497788,
        2727682610,
        2811543090,
        4151936462,
        3978566324,
        1354347686,
        2219694288,
      ]
    `);
  });
});

describe('the stem of a word', () => {
  it.each([
    ['watches', 'watch'],
    ['boxes', 'box'],
    ['glasses', 'glass'],
    ['dishes', 'dish'],
    ['batteries', 'battery'],
    ['shoes', 'shoe'],
    ['mens', 'men'],
  ])('drops the English plural: %s is %s', (word, stem) => expect(stemIn(word)).toBe(stem));

  it.each(['glass', 'bus', 'gas', 'apparatus', 'tennis', 'lace'])('leaves %s as it is', (word) => {
    expect(stemIn(word)).toBe(word);
  });

  it.each([
    ['새우를', '새우'],
    ['가죽으로', '가죽'],
    ['공장에서', '공장'],
    ['남성용', '남성'],
    ['냉동된', '냉동'],
    ['스테인리스제', '스테인리스'],
  ])('drops the Korean particle: %s is %s', (word, stem) => expect(stemIn(word)).toBe(stem));

  it.each(['종이', '사과', '수제'])('leaves %s, which is short and may be a word', (word) => {
    expect(stemIn(word)).toBe(word);
  });

  it('makes one word of many forms', () => {
    expect(hashesIn('가죽으로', KIND.word)).toEqual(hashesIn('가죽을', KIND.word));
    expect(hashesIn('Watches', KIND.word)).toEqual(hashesIn('watch', KIND.word));
  });
});
