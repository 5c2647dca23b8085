import { expect, it } from 'vitest';
import { localDay } from '../../../../src/features/hs/local-day.ts';

it('names the day of the calendar on the wall, early in the morning and late at night', () => {
  expect(localDay(new Date(2026, 0, 1, 0, 30))).toBe('2026-01-01');
  expect(localDay(new Date(2026, 11, 31, 23, 30))).toBe('2026-12-31');
});
