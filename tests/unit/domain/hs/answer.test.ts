import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answerFrom,
  limitsOf,
  MOST_CANDIDATES,
  mostLikely,
  pathShares,
  shareBelow,
} from '../../../../src/domain/hs/answer.ts';
import { SECTIONS } from '../../../../src/domain/hs/sections.ts';
import { SUBHEADINGS } from './tariff-fixture.ts';

const LIMITS = limitsOf({
  ...{ suggest_ko: 0.7, suggest_en: 0.6, choose_ko: 0.2, choose_en: 0.1, similarity: 0.15 },
});

/** Probabilities of all subheadings: a little everywhere, more at a few places. */
const probabilities = fc
  .array(fc.tuple(fc.nat(SUBHEADINGS.length - 1), fc.double({ min: 0, max: 1, noNaN: true })), {
    maxLength: 30,
  })
  .map((peaks) => {
    const values = new Float64Array(SUBHEADINGS.length).fill(1e-6);
    for (const [at, height] of peaks) values[at] = (values[at] ?? 0) + height;
    const sum = values.reduce((total, value) => total + value, 0);
    return Float32Array.from(values, (value) => value / sum);
  });

/** One code with this probability, the rest spread over all others. */
function peak(code: string, top: number): Float32Array {
  const rest = (1 - top) / (SUBHEADINGS.length - 1);
  return Float32Array.from(SUBHEADINGS, (one) => (one === code ? top : rest));
}

const scores = (top: number, language: 'ko' | 'en' = 'en', similarity = 0.5) => ({
  ...{ probability: peak('851713', top), similarity, language },
});

describe('the probability of a level', () => {
  it('is the sum of what lies below it', () => {
    fc.assert(
      fc.property(probabilities, fc.constantFrom(...SUBHEADINGS), (probability, code) => {
        for (const level of [code.slice(0, 2), code.slice(0, 4)]) {
          const children = new Set(
            SUBHEADINGS.filter((one) => one.startsWith(level)).map((one) =>
              one.slice(0, level.length + 2),
            ),
          );
          const sum = [...children].reduce(
            (total, child) => total + shareBelow(SUBHEADINGS, probability, child),
            0,
          );
          expect(shareBelow(SUBHEADINGS, probability, level)).toBeCloseTo(sum, 9);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('adds up to certainty over all sections', () => {
    fc.assert(
      fc.property(probabilities, (probability) => {
        const all = SECTIONS.map(({ code }) => shareBelow(SUBHEADINGS, probability, code));
        expect(all.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 4);
      }),
      { numRuns: 40 },
    );
  });

  it('never grows on the way down, rounding or not', () => {
    fc.assert(
      fc.property(probabilities, fc.constantFrom(...SUBHEADINGS), (probability, code) => {
        const path = pathShares(SUBHEADINGS, probability, code).map((level) => level.probability);
        expect(path).toHaveLength(4);
        path.slice(1).forEach((share, at) => expect(share).toBeLessThanOrEqual(path[at] ?? 0));
      }),
    );
  });
});

describe('the answer', () => {
  it('offers one code where it is likely enough, by language', () => {
    const answer = (top: number, language: 'ko' | 'en') =>
      answerFrom(SUBHEADINGS, scores(top, language), LIMITS).kind;
    expect(answer(0.65, 'en')).toBe('suggest');
    expect(answer(0.65, 'ko')).toBe('choose');
    expect(answer(0.15, 'en')).toBe('choose');
    expect(answer(0.15, 'ko')).toBe('ask');
  });

  it('asks for more where nothing stands out, and where the text is unlike all that is known', () => {
    expect(answerFrom(SUBHEADINGS, scores(0.05), LIMITS)).toMatchObject({ reason: 'unsure' });
    const unlike = answerFrom(SUBHEADINGS, scores(0.99, 'en', 0.1), LIMITS);
    expect(unlike).toMatchObject({ kind: 'ask', reason: 'unlike' });
  });

  it('never offers a code of a pack that does not say from when on', () => {
    expect(answerFrom(SUBHEADINGS, scores(1), limitsOf({})).kind).toBe('ask');
  });

  it('lists the most likely codes first, with all others as the rest', () => {
    fc.assert(
      fc.property(probabilities, (probability) => {
        const { candidates, rest } = answerFrom(
          SUBHEADINGS,
          { probability, similarity: 1, language: 'en' },
          LIMITS,
        );
        const shares = candidates.map((candidate) => candidate.probability);
        expect(shares).toEqual(shares.toSorted((a, b) => b - a));
        expect(candidates.length).toBeLessThanOrEqual(MOST_CANDIDATES);
        expect(rest.codes).toBe(SUBHEADINGS.length - candidates.length);
        const all = shares.reduce((sum, share) => sum + share, rest.probability);
        expect(all).toBeCloseTo(1, 6);
        for (const { code, path, probability: own } of candidates) {
          expect(path.at(-1)).toEqual({ code, probability: own });
        }
      }),
      { numRuns: 60 },
    );
  });

  it('finds the largest values, the earlier of equals first', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 40 }), fc.nat(8), (values, count) => {
        const slow = values
          .map((value, at) => ({ value, at }))
          .sort((a, b) => b.value - a.value || a.at - b.at)
          .slice(0, count)
          .map(({ at }) => at);
        expect(mostLikely(Float32Array.from(values), count)).toEqual(slow);
      }),
    );
  });
});
