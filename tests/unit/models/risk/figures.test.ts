import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chooseLimits,
  fastTrackOf,
  upperBound,
} from '../../../../models/risk/training/fast-track.ts';
import { groupFigures } from '../../../../models/risk/training/figures.ts';
import {
  areaUnderRoc,
  atShare,
  averagePrecision,
  deciles,
} from '../../../../models/risk/training/metrics.ts';

describe('figures of a ranking', () => {
  it('are those of the textbook on a ranking small enough to count', () => {
    const scores = [0.9, 0.8, 0.7, 0.6];
    const found = [1, 0, 1, 0];
    expect(areaUnderRoc(scores, found)).toBe(0.75);
    expect(averagePrecision(scores, found)).toBeCloseTo((1 + 2 / 3) / 2, 12);
    expect(atShare(scores, found, 50)).toEqual({ precision: 0.5, recall: 0.5 });
    expect(areaUnderRoc([1, 1, 1, 1], found)).toBe(0.5);
  });

  it('come with intervals that hold them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.double({ min: 0.01, max: 0.99, noNaN: true }), fc.nat(1)), {
          minLength: 20,
          maxLength: 60,
        }),
        (lines) => {
          const found = lines.map(([, y], i) => (i === 0 ? 1 : i === 1 ? 0 : y));
          const { auc, brier } = groupFigures(
            lines.map(([p]) => p),
            found,
            1,
            30,
          );
          for (const figure of [auc, brier]) {
            expect(figure.low).toBeLessThanOrEqual(figure.value);
            expect(figure.high).toBeGreaterThanOrEqual(figure.value);
          }
        },
      ),
      { numRuns: 20 },
    );
  });

  it('leave room for doubt where every inspected line was a hit', () => {
    const scores = Array.from({ length: 1000 }, (_, i) => 1 - i / 1000);
    const found = scores.map((_, i) => (i < 200 ? 1 : 0));
    const { precisionAt } = groupFigures(scores, found, 1, 30);
    // Wilson: 50 hits of 50 leave 50 / (50 + 1.96²).
    expect(precisionAt['5']).toEqual({ value: 1, low: 0.92865, high: 1 });
    expect(precisionAt['1']?.low ?? 1).toBeLessThan(precisionAt['10']?.low ?? 0);
    expect(precisionAt['30']?.high ?? 1).toBeLessThan(1);
  });

  it('count every line once over the deciles', () => {
    const p = Array.from({ length: 103 }, (_, i) => i / 103);
    expect(
      deciles(
        p,
        p.map(() => 0),
      ).reduce((sum, d) => sum + d.rows, 0),
    ).toBe(103);
  });
});

describe('limits of the fast track', () => {
  const rows = {
    probability: Array.from({ length: 4000 }, (_, i) => i / 4000),
    critical: Array.from({ length: 4000 }, (_, i) => (i === 900 ? 0.4 : 0.001)),
    novel: Array.from({ length: 4000 }, (_, i) => (i % 10 === 9 ? 1 : 0)),
    fraud: Array.from({ length: 4000 }, (_, i) => (i > 2600 || i === 900 ? 1 : 0)),
    grave: Array.from({ length: 4000 }, (_, i) => (i === 900 ? 1 : 0)),
  };

  it('keep the upper bound of fraud below two in a thousand and let no critical case pass', () => {
    const fast = fastTrackOf(rows, chooseLimits(rows));
    expect(fast.critical).toBe(0);
    expect(upperBound(fast.fraud, fast.lines)).toBeLessThanOrEqual(0.002);
    expect(fast.share).toBeGreaterThan(0.5);
  });

  it('are surer of nothing found in many lines than in few', () => {
    expect(upperBound(0, 5000)).toBeLessThan(upperBound(0, 50));
  });
});
