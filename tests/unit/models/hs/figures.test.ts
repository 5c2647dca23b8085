import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAR, figuresOf, firstOf, rankOf } from '../../../../models/hs/figures.ts';
import type { Judgement } from '../../../../models/hs/figures.ts';

function judged(
  right: string | readonly string[],
  said: Readonly<Record<string, number>>,
  similarity = 0.9,
): Judgement {
  return { right: [right].flat(), said: Object.entries(said), similarity };
}

/** 8517 has more than 8525 together; 8525.80 is the likeliest single code. */
const SAID = { '851713': 0.3, '851762': 0.25, '852580': 0.4, '610510': 0.05 };

describe('the rank of the right code', () => {
  it('is its place by probability, 1 for the first', () => {
    expect(rankOf(judged('852580', SAID), 6)).toBe(1);
    expect(rankOf(judged('851713', SAID), 6)).toBe(2);
    expect(rankOf(judged('610510', SAID), 6)).toBe(4);
  });

  it('is that of what lies below together, at four and two digits', () => {
    expect(rankOf(judged('851762', SAID), 4)).toBe(1);
    expect(rankOf(judged('852580', SAID), 4)).toBe(2);
    expect(rankOf(judged('611020', { ...SAID, '610520': 0.01 }), 2)).toBe(2);
  });

  it('is endless for a code that was not said', () => {
    expect(rankOf(judged('910212', SAID), 6)).toBe(Infinity);
    expect(rankOf(judged('910212', {}), 6)).toBe(Infinity);
  });

  it('is the best of those that are accepted, by their first six digits', () => {
    expect(rankOf(judged(['6105100000', '8517131000'], SAID), 6)).toBe(2);
  });

  it('is shared by equals', () => {
    const said = { '851713': 0.4, '851762': 0.4, '852580': 0.2 };
    expect(rankOf(judged('851762', said), 6)).toBe(1);
    expect(rankOf(judged('851713', said), 6)).toBe(1);
    expect(rankOf(judged('852580', said), 6)).toBe(3);
  });
});

describe('the first answer', () => {
  it('is the likeliest code, right when it is accepted', () => {
    expect(firstOf(judged('852580', SAID))).toEqual({ probability: 0.4, right: true });
    expect(firstOf(judged('851713', SAID))).toEqual({ probability: 0.4, right: false });
    expect(firstOf(judged('851713', {}))).toEqual({ probability: 0, right: false });
  });
});

describe('the figures of a set of texts', () => {
  it('are the shares that are right among the first 1, 3, 5 and 10', () => {
    const others = Object.fromEntries(
      Array.from({ length: 6 }, (_, i) => [`01012${i}`, 0.04 - i / 1000]),
    );
    const said = { ...SAID, ...others };
    const texts = [
      judged('852580', said), // first
      judged('851762', said), // third
      judged('610510', said), // fourth
      judged('010123', said), // eighth
      judged('910212', said), // not said
    ];
    const { rows, hs6 } = figuresOf(texts);
    expect(rows).toBe(5);
    expect(hs6).toEqual({ top1: 0.2, top3: 0.4, top5: 0.6, top10: 0.8 });
  });

  it('count texts unlike all that was learnt apart', () => {
    const { far } = figuresOf([
      judged('852580', SAID, FAR),
      judged('852580', SAID, FAR - 0.01),
      judged('910212', SAID, 0),
    ]);
    expect(far.rows).toBe(2);
    expect(far.hs6.top1).toBe(0.5);
  });

  it('say how right the surest answers are', () => {
    // Ten texts: the surer, the righter; the three surest are all right, the rest all wrong.
    const texts = Array.from({ length: 10 }, (_, i) =>
      judged(i < 3 ? '852580' : '910212', { '852580': 0.95 - i / 20 }),
    );
    expect(figuresOf(texts.toReversed()).coverage).toEqual([
      { share: 0.3, accuracy: 1 },
      { share: 0.5, accuracy: 0.6 },
      { share: 0.7, accuracy: 0.42857 },
      { share: 0.9, accuracy: 0.33333 },
      { share: 1, accuracy: 0.3 },
    ]);
  });

  it('say how far the probabilities are off', () => {
    const of = (share: number, right: boolean): Judgement =>
      judged(right ? '852580' : '910212', { '852580': share });
    // Four answers of 0.75, three of them right: nothing is off.
    const honest = [true, true, true, false].map((right) => of(0.75, right));
    expect(figuresOf(honest).ece).toBe(0);
    // With two of 0.95, one right: that bin is off by 0.45, a third of the texts.
    expect(figuresOf([...honest, of(0.95, true), of(0.95, false)]).ece).toBeCloseTo(0.9 / 6, 5);
    // Errors of one bin do not make up for those of another.
    expect(figuresOf([of(0.55, true), of(0.95, false)]).ece).toBeCloseTo((0.45 + 0.95) / 2, 5);
    expect(figuresOf([of(1, true)]).ece).toBe(0);
  });

  it('are none, and no failure, without texts', () => {
    const { rows, hs6, far, coverage, ece } = figuresOf([]);
    const none = { top1: null, top3: null, top5: null, top10: null };
    expect([rows, hs6, far, ece]).toEqual([0, none, { rows: 0, hs6: none }, null]);
    expect(coverage.every(({ accuracy }) => accuracy === null)).toBe(true);
  });

  it('never fall as more is looked at: from 1 to 10, and from six digits to two', () => {
    const code = fc.constantFrom('851713', '851762', '852580', '610510', '620520', '030617');
    const said = fc.dictionary(code, fc.double({ min: 0.01, max: 1, noNaN: true }), { minKeys: 1 });
    const text = fc.tuple(code, said).map(([right, shares]) => judged(right, shares));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 20 }), (texts) => {
        const { hs2, hs4, hs6 } = figuresOf(texts);
        for (const { top1, top3, top5, top10 } of [hs2, hs4, hs6]) {
          const tops = [top1, top3, top5, top10].map((top) => top ?? NaN);
          expect(tops).toEqual(tops.toSorted((a, b) => a - b));
        }
        expect(hs2.top10 ?? NaN).toBeGreaterThanOrEqual(hs6.top10 ?? NaN);
      }),
    );
  });
});
