import { describe, expect, it } from 'vitest';
import {
  averagePrecision,
  BASE_RATE,
  figuresOf,
  weighted,
  type JudgedLine,
} from '../../../../models/controlled/figures.ts';
import { checkLimit, fitsLimit } from '../../../../models/controlled/training/thresholds.ts';

const line = (
  hidden: boolean,
  probability: number,
  more: Partial<JudgedLine> = {},
): JudgedLine => ({
  shift: hidden ? 'sibling' : null,
  probability,
  answer: probability >= 0.5 ? 'check' : 'fits',
  ...{ siblings: 0, disagreement: null },
  ...more,
});
const many = (count: number, one: JudgedLine): JudgedLine[] =>
  Array.from({ length: count }, () => one);

/** All lines weigh one. */
const apOf = (...lines: readonly JudgedLine[]) =>
  averagePrecision(
    lines.map((one) => ({ ...one, weight: 1 })),
    ({ probability }) => probability,
  );

describe('average precision', () => {
  it('is the mean of the precision at each hidden line', () => {
    expect(apOf(line(true, 0.9), line(false, 0.8), line(true, 0.7), line(false, 0.1))).toBeCloseTo(
      (1 / 1 + 2 / 3) / 2,
      5,
    );
  });

  it('is one when hidden lines come first, and the base rate when nothing is told apart', () => {
    expect(apOf(line(true, 0.9), line(false, 0.1))).toBe(1);
    expect(apOf(line(true, 0.5), line(false, 0.5), line(false, 0.5), line(false, 0.5))).toBe(0.25);
  });

  it('does not depend on the order of lines with one score', () => {
    const [hidden, honest] = [line(true, 0.5), line(false, 0.5)];
    expect(apOf(hidden, honest, line(true, 0.1))).toBe(apOf(honest, hidden, line(true, 0.1)));
  });

  it('is unknown without hidden lines, and without scores', () => {
    expect(apOf(line(false, 0.9))).toBeNull();
    expect(averagePrecision([{ ...line(true, 1), weight: 1 }], () => null)).toBeNull();
  });
});

describe('figures', () => {
  it('weigh hidden lines to the base rate', () => {
    const lines = weighted([...many(97, line(false, 0)), ...many(12, line(true, 1))]);
    const sum = (hidden: boolean) =>
      lines
        .filter(({ shift }) => (shift !== null) === hidden)
        .reduce((all, { weight }) => all + weight, 0);
    expect(sum(true) / (sum(true) + sum(false))).toBeCloseTo(BASE_RATE);
    expect(sum(false)).toBe(97);
  });

  it('count precision and recall of what is answered check, at the base rate', () => {
    // Of 97 honest lines one is flagged; of 6 hidden ones (3 in all) half.
    const lines = [
      ...[...many(96, line(false, 0)), line(false, 0.9)],
      ...[...many(3, line(true, 0.8)), ...many(3, line(true, 0.1))],
    ];
    const figures = figuresOf(lines);
    expect(figures.rows).toBe(103);
    expect(figures.precision_at_threshold).toBeCloseTo(1.5 / 2.5, 5);
    expect(figures.recall_at_threshold).toBeCloseTo(0.5, 5);
    expect(figures.recall_at[5]).toBe(1);
    expect(figures.by_shift.sibling).toMatchObject({ rows: 6, recall_at_threshold: 0.5 });
    expect(figures.by_shift.heading).toEqual({ rows: 0, ap: null, recall_at_threshold: null });
  });

  it('take of lines with one probability the share that fits among the most suspect, whatever their order', () => {
    // All of one probability: of the most suspect 5 % one in twenty.
    const lines = [...many(97, line(false, 0.5)), ...many(3, line(true, 0.5))];
    expect(figuresOf(lines).recall_at).toEqual({ 5: 0.05, 10: 0.1 });
    expect(figuresOf([...lines].reverse()).recall_at).toEqual({ 5: 0.05, 10: 0.1 });
    // One honest line and a tie of eight with all hidden ones: room for half of it.
    const tied = [line(false, 0.9), ...many(5, line(false, 0.8)), ...many(3, line(true, 0.8))];
    expect(figuresOf([...tied, ...many(91, line(false, 0))]).recall_at[5]).toBeCloseTo(4 / 8, 5);
  });

  it('say how many lines cannot be told', () => {
    const lines = [...many(96, line(false, 0)), line(false, 0.3, { answer: 'cannot-tell' })];
    expect(figuresOf([...lines, line(true, 1)]).cannot_tell_share).toBeCloseTo(0.01, 5);
  });

  it('are unknown where nothing is there to count, and never NaN', () => {
    expect(JSON.stringify(figuresOf([]))).not.toMatch(/NaN/);
    expect(figuresOf([]).precision_at_threshold).toBeNull();
  });
});

describe('the thresholds', () => {
  const easy = [...many(970, line(false, 0.1)), ...many(60, line(true, 0.95))];

  it('flag what is more likely than not where that is right often enough', () => {
    expect(checkLimit([easy])).toBe(0.5);
  });

  it('rise until the worst group of texts is right in four of five', () => {
    // Twenty honest lines of 970 at 0.8 against thirty hidden ones in all.
    const hard = [
      ...many(950, line(false, 0.1)),
      ...many(20, line(false, 0.8)),
      ...many(60, line(true, 0.9)),
    ];
    expect(checkLimit([easy, hard])).toBe(0.81);
  });

  it('let lines fit while at most one in two thousand of them is hidden', () => {
    const lines = [...many(4000, line(false, 0.001)), ...many(100, line(true, 0.01))];
    expect(fitsLimit(lines)).toBe(0.001);
    expect(fitsLimit(many(10, line(true, 0.001))), 'hidden lines alone').toBe(0);
    expect(
      fitsLimit([...many(4000, line(false, 0.5)), line(true, 0.9)]),
      'above the base rate',
    ).toBe(0);
  });
});
