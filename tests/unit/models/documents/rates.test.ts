import { describe, expect, it } from 'vitest';
import { Rates, type Kind, type Trial } from '../../../../models/documents/signatures/rates.ts';
import { fitThresholds } from '../../../../models/documents/signatures/training/thresholds.ts';

function trials(kind: Kind, scores: readonly number[], writer = 0): Trial[] {
  return scores.map((score) => ({ writer, kind, score }));
}

describe('error rates', () => {
  it('meet where as many genuine fall as forgeries pass', () => {
    // At 4: one of five genuine (3) is below, one of five forgeries (6) is at or above.
    const rates = new Rates([
      ...trials('genuine', [3, 7, 8, 9, 10]),
      ...trials('skilled', [1, 2, 2.5, 2.8, 6]),
    ]);
    expect(rates.equalError('skilled').value).toBeCloseTo(0.2, 10);
  });

  it('are nothing where all genuine score higher, everything where all score lower', () => {
    const good = [...trials('genuine', [5, 6]), ...trials('random', [1, 2])];
    const bad = [...trials('genuine', [1, 2]), ...trials('random', [5, 6])];
    expect(new Rates(good).equalError('random').value).toBe(0);
    expect(new Rates(bad).equalError('random').value).toBe(1);
  });

  it('turn away genuine ones where few forgeries may pass', () => {
    // No forgery may pass: all that is above 6 is accepted, so two of five genuine fall.
    const rates = new Rates([
      ...trials('genuine', [3, 5, 8, 9, 10]),
      ...trials('skilled', [1, 2, 2.5, 2.8, 6]),
    ]);
    expect(rates.rejectedAt(0.01, 'skilled').value).toBeCloseTo(0.4, 10);
  });

  it('have an interval from writers, not from pictures', () => {
    const writers = Array.from({ length: 20 }, (_, writer) => [
      ...trials('genuine', writer < 4 ? [0, 0, 0] : [9, 9, 9], writer),
      ...trials('skilled', [5, 5, 5], writer),
    ]).flat();
    const { low, high } = new Rates(writers).rejectedAt(0, 'skilled');
    // Four of twenty writers fall: 0.2, and with 20 draws of a writer some 0.05 to 0.4.
    expect(low).toBeGreaterThanOrEqual(0.05);
    expect(low).toBeLessThan(0.2);
    expect(high).toBeGreaterThan(0.2);
    expect(high).toBeLessThanOrEqual(0.45);
  });

  it('are the same every time', () => {
    const all = [...trials('genuine', [3, 7, 8]), ...trials('skilled', [1, 2, 6], 1)];
    expect(new Rates(all).equalError('skilled')).toEqual(new Rates(all).equalError('skilled'));
  });
});

describe('thresholds', () => {
  const judged = (kind: Kind, probabilities: readonly number[]) =>
    probabilities.map((probability) => ({ kind, probability }));

  it('lie where one answer in fifty is wrong', () => {
    // From 0.8 on no imitation is left, up to 0.2 no genuine one.
    const { similar, unlike } = fitThresholds([
      ...judged('genuine', [0.2005, 0.6, 0.85, 0.9, 0.95]),
      ...judged('skilled', [0.05, 0.1, 0.15, 0.4, 0.7995]),
    ]);
    expect(similar).toBe(0.8);
    expect(unlike).toBe(0.2);
  });

  it('answer nothing where nothing can be told apart', () => {
    const same = Array.from({ length: 50 }, (_, at) => at / 50);
    const both = [...judged('genuine', same), ...judged('skilled', same)];
    expect(fitThresholds(both)).toEqual({ similar: 0.981, unlike: 0 });
  });
});
