import { describe, expect, it } from 'vitest';
import { eigenOf } from '../../../../models/documents/signatures/training/eigen.ts';
import { fitHead } from '../../../../models/documents/signatures/training/fit-head.ts';
import { logOdds, probabilityOf } from '../../../../src/domain/documents/signatures/judge.ts';

describe('principal directions', () => {
  it('of a matrix of two rows are those worked out by hand', () => {
    // (2 1; 1 2): 3 along (1, 1), 1 along (1, -1).
    const { values, vectors } = eigenOf(Float64Array.of(2, 1, 1, 2), 2);
    expect(values[0]).toBeCloseTo(3, 10);
    expect(values[1]).toBeCloseTo(1, 10);
    expect(Math.abs((vectors[0]?.[0] ?? 0) + (vectors[0]?.[1] ?? 0))).toBeCloseTo(Math.SQRT2, 10);
    expect((vectors[1]?.[0] ?? 0) + (vectors[1]?.[1] ?? 0)).toBeCloseTo(0, 10);
  });

  it('come in the order of their size, the smallest last', () => {
    const { values } = eigenOf(Float64Array.of(1, 0, 0, 0, 7, 0, 0, 0, 3), 3);
    expect([...values]).toEqual([7, 3, 1]);
  });
});

describe('the head', () => {
  it('finds the share of genuine among queries that look the same', () => {
    // Of four with feature 0 one is genuine, of four with feature 1 three: odds 1/3 and 3.
    const examples = [0, 0, 0, 0, 1, 1, 1, 1].map((feature, at) => ({
      features: [feature],
      kind: at === 0 || at > 4 ? ('genuine' as const) : ('skilled' as const),
    }));
    const head = fitHead(examples);
    expect(probabilityOf(logOdds(head, [0]))).toBeCloseTo(0.25, 2);
    expect(probabilityOf(logOdds(head, [1]))).toBeCloseTo(0.75, 2);
  });

  it('bears a feature that never changes', () => {
    const head = fitHead([
      { features: [1, 0], kind: 'skilled' },
      { features: [1, 1], kind: 'genuine' },
    ]);
    expect(Number.isFinite(head.intercept)).toBe(true);
    expect(logOdds(head, [1, 1])).toBeGreaterThan(logOdds(head, [1, 0]));
  });
});
