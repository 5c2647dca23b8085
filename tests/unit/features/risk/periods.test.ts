import { describe, expect, it } from 'vitest';
import { lastWeek, monthsOf } from '../../../../src/features/risk/periods.ts';

describe('the period', () => {
  it('offers the last seven days that have lines, over the turn of a month', () => {
    expect(lastWeek({ first: '2021-01-01', last: '2021-03-02' })).toEqual({
      from: '2021-02-24',
      to: '2021-03-02',
    });
  });

  it('offers each month of the lines from its first day to its last, latest first', () => {
    const months = monthsOf({ first: '2019-12-30', last: '2020-02-10' });
    expect(months.map((month) => month.period)).toEqual([
      { from: '2020-02-01', to: '2020-02-29' },
      { from: '2020-01-01', to: '2020-01-31' },
      { from: '2019-12-01', to: '2019-12-31' },
    ]);
  });

  it('offers no more than a year of months', () => {
    expect(monthsOf({ first: '2015-01-01', last: '2021-03-02' })).toHaveLength(12);
  });
});
