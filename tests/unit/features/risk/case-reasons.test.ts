import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REASON_KEYS, type Explanation } from '../../../../src/domain/risk/explanation.ts';
import {
  arrangeReasons,
  earlierSquares,
  percentBound,
  suggestedDecision,
  usedBoxes,
} from '../../../../src/features/risk/case-reasons.ts';
import { riskBand } from '../../../../src/features/risk/risk-band.ts';
import { madeRow } from './made-case.ts';

const weight = fc.double({ min: -4, max: 4, noNaN: true });

function explained(weights: readonly number[]): Explanation {
  const reasons = weights.map((w, i) => ({ key: REASON_KEYS[i] ?? 'goods', weight: w, facts: {} }));
  const logit = weights.reduce((sum, w) => sum + w, -1.3);
  const probability = 1 / (1 + Math.exp(-logit));
  return { base: -1.3, reasons, logit, probability, low: 0, high: 1, backoff: null };
}

describe('the bars', () => {
  it('add up to the score with their base, however many are folded into one row', () => {
    fc.assert(
      fc.property(fc.array(weight, { maxLength: REASON_KEYS.length }), (weights) => {
        const explanation = explained(weights);
        const { named, rest } = arrangeReasons(explanation);
        const sum = named.reduce((s, r) => s + r.weight, explanation.base + (rest?.weight ?? 0));
        expect(sum).toBeCloseTo(explanation.logit, 9);
        expect(named.length + (rest?.count ?? 0)).toBe(weights.length);
      }),
    );
  });

  it('come largest first, those that lower the risk after those that raise it', () => {
    const { named } = arrangeReasons(explained([-0.2, 0.4, 2.4, -0.9, 1.8]));
    expect(named.map((r) => r.weight)).toEqual([2.4, 1.8, 0.4, -0.9, -0.2]);
  });

  it('name a single small item instead of calling it one other item', () => {
    expect(arrangeReasons(explained([2, 0.001])).rest).toBeNull();
    expect(arrangeReasons(explained([2, 0.001, 0.002])).rest?.count).toBe(2);
  });

  it('mark the boxes of the form that they read, and none without a score', () => {
    const explanation = explained([]);
    const reasons = [{ key: 'goods-price' as const, weight: 1, facts: {} }];
    expect(usedBoxes({ ...explanation, reasons })).toEqual(new Set(['hs6', 'itemPrice']));
    expect(usedBoxes(null).size).toBe(0);
  });
});

describe('the squares of earlier lines', () => {
  it('show each line up to thirty, fraud first', () => {
    const { each, squares } = earlierSquares(15, 14);
    expect(each).toBe(1);
    expect(squares).toHaveLength(15);
    expect(squares.filter((s) => s === 'fraud')).toHaveLength(14);
    expect(squares.at(-1)).toBe('nothing');
  });

  it('stand for ten lines each above thirty, and say where both are mixed', () => {
    const { each, squares } = earlierSquares(45, 13);
    expect(each).toBe(10);
    expect(squares).toEqual(['fraud', 'mixed', 'nothing', 'nothing', 'nothing']);
  });

  it('never grow past what can be taken in', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, share) => {
          const { squares } = earlierSquares(n, Math.floor(n * share));
          expect(squares.length).toBeLessThanOrEqual(60);
          expect(squares.length).toBeGreaterThan(0);
        },
      ),
    );
  });
});

describe('the interval', () => {
  it('never reaches 0 or 100 percent', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (p) => {
        const bound = Number(percentBound(p));
        expect(bound).toBeGreaterThan(0);
        expect(bound).toBeLessThan(100);
      }),
    );
    expect(percentBound(0.962)).toBe('96');
    expect(percentBound(0.9996)).toBe('99.9');
  });
});

describe('the suggestion', () => {
  it('follows the lane', () => {
    expect(suggestedDecision(madeRow({ lane: 'inspect' }))).toBe('inspect');
    expect(suggestedDecision(madeRow({ lane: 'controlled' }))).toBe('review');
    expect(suggestedDecision(madeRow({ lane: 'review' }))).toBe('review');
    expect(suggestedDecision(madeRow({ lane: 'fast' }))).toBe('release');
  });

  it('is to inspect what was drawn at random from the fast lane', () => {
    expect(suggestedDecision(madeRow({ lane: 'fast', random: true }))).toBe('inspect');
  });

  it('is no release while a question on its documents is open', () => {
    const mark = { answer: 'cannot-tell', suspect: null, list: '1.0.0', model: '1.0.0' } as const;
    const fast = (ground: 'documents-not-stated' | 'unclear', probability: number | null) =>
      suggestedDecision(madeRow({ lane: 'fast', controlled: { ...mark, ground, probability } }));
    expect(fast('documents-not-stated', null)).toBeNull();
    expect(fast('unclear', 0.4)).toBeNull();
    expect(fast('unclear', 0.01)).toBe('release');
  });

  it('is a review of what is perhaps controlled, with or without a score', () => {
    expect(suggestedDecision(madeRow({ lane: 'controlled', probability: null }))).toBe('review');
  });

  it('is nothing at all without a score: a failure never looks like a low risk', () => {
    expect(suggestedDecision(madeRow({ lane: 'fast', probability: null }))).toBeNull();
    expect(riskBand(null)).toBe(0);
  });
});

describe('the band', () => {
  it.each([
    [0, 1],
    [0.199, 1],
    [0.2, 2],
    [0.6, 3],
    [0.899, 3],
    [0.9, 4],
  ])('of a probability of %d is %d', (probability, band) => {
    expect(riskBand(probability)).toBe(band);
  });
});
