import { describe, expect, it } from 'vitest';
import {
  exportName,
  lastWeek,
  leavesOut,
  monthsOf,
} from '../../../../src/features/risk/periods.ts';

describe('the period', () => {
  it('offers the last seven days that have lines, over the turn of a month', () => {
    expect(lastWeek({ first: '2021-01-01', last: '2021-03-02' })).toEqual({
      from: '2021-02-24',
      to: '2021-03-02',
    });
  });

  it('offers each month of the lines from its first day to its last, latest first', () => {
    const months = monthsOf([{ first: '2019-12-30', last: '2020-02-10' }]);
    expect(months.map((month) => month.period)).toEqual([
      { from: '2020-02-01', to: '2020-02-29' },
      { from: '2020-01-01', to: '2020-01-31' },
      { from: '2019-12-01', to: '2019-12-31' },
    ]);
  });

  it('offers no month between two files that neither has lines of', () => {
    const months = monthsOf([
      { first: '2026-11-16', last: '2026-11-22' },
      { first: '2021-01-01', last: '2021-02-03' },
      { first: '2021-02-01', last: '2021-02-28' },
    ]);
    expect(months.map(({ year, month }) => [year, month])).toEqual([
      [2026, 11],
      [2021, 2],
      [2021, 1],
    ]);
  });

  it('offers the first and the last year of many', () => {
    const months = monthsOf([{ first: '2015-01-01', last: '2021-03-02' }]);
    expect([...new Set(months.map((each) => each.year))]).toEqual([2021, 2015]);
    expect(months).toHaveLength(15);
  });

  it('knows when new lines would be out of sight', () => {
    const span = { first: '2021-01-01', last: '2021-03-31' };
    expect(leavesOut({ from: null, to: null }, span)).toBe(false);
    expect(leavesOut({ from: '2021-01-01', to: '2021-03-31' }, span)).toBe(false);
    expect(leavesOut({ from: '2026-11-16', to: null }, span)).toBe(true);
    expect(leavesOut({ from: null, to: '2021-03-30' }, span)).toBe(true);
  });

  it('names an exported file after its days, also where the period is open', () => {
    const span = { first: '2026-11-16', last: '2026-11-22' };
    expect(exportName({ from: null, to: null }, span)).toBe('haechi-2026-11-16--2026-11-22.csv');
    expect(exportName({ from: '2026-11-18', to: '2026-11-18' }, span)).toBe(
      'haechi-2026-11-18.csv',
    );
  });
});
