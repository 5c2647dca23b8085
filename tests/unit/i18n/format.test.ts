import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatDate,
  formatDatedMoment,
  formatDay,
  formatMass,
  formatMoment,
  formatNumber,
  formatPeriod,
  formatProbability,
  formatSigned,
  formatTime,
  formatWon,
} from '../../../src/i18n/format.ts';

describe('a probability', () => {
  it('never rounds to certainty, either way', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (p) => {
        const text = formatProbability(p);
        expect(text).not.toBe('0 %');
        expect(text).not.toBe('100 %');
      }),
    );
    expect(formatProbability(1)).toBe('> 99 %');
    expect(formatProbability(0)).toBe('< 1 %');
  });

  it('is given in whole percent in between', () => {
    expect(formatProbability(0.976)).toBe('98 %');
    expect(formatProbability(0.005)).toBe('1 %');
  });
});

describe('numbers', () => {
  it('carry a true minus sign, not a hyphen', () => {
    expect(formatNumber(-1234.56, 1)).toBe('−1,234.6');
    expect(formatSigned(-0.36)).toBe('−0.36');
    expect(formatSigned(2.414)).toBe('+2.41');
  });

  it('carry their unit after a space, and won as each language writes it', () => {
    expect(formatMass(312)).toBe('312 kg');
    expect(formatWon(61_920_000.4, 'ko')).toBe('61,920,000원');
    expect(formatWon(61_920_000.4, 'en')).toBe('₩61,920,000');
  });
});

describe('dates', () => {
  it('name the day of the week', () => {
    expect(formatDay('2026-11-22', 'ko')).toBe('11. 22. (일)');
    expect(formatDay('2026-11-22', 'en')).toBe('Sun 22 Nov');
    expect(formatDay('2024-02-29', 'ko')).toBe('2. 29. (목)');
  });

  it('carry their year where years can mix', () => {
    expect(formatDate('2021-03-09', 'ko')).toBe('2021. 3. 9. (화)');
    expect(formatDate('2021-03-09', 'en')).toBe('Tue 9 Mar 2021');
    const late = new Date(2026, 10, 22, 23, 5).toISOString();
    expect(formatDatedMoment(late, 'ko')).toBe('2026. 11. 22. (일) 23:05');
  });

  it('say the year of a period once when it is the same', () => {
    expect(formatPeriod('2021-03-09', '2021-03-15', 'ko')).toBe('2021. 3. 9. (화) – 3. 15. (월)');
    expect(formatPeriod('2021-03-09', '2021-03-15', 'en')).toBe('Tue 9 Mar – Mon 15 Mar 2021');
    expect(formatPeriod('2020-12-31', '2021-01-01', 'en')).toBe('Thu 31 Dec 2020 – Fri 1 Jan 2021');
  });

  it('are on the calendar of the tablet, with a 24-hour clock', () => {
    const late = new Date(2026, 10, 22, 23, 5).toISOString();
    expect(formatTime(late)).toBe('23:05');
    expect(formatMoment(late, 'ko')).toBe('11. 22. (일) 23:05');
  });
});
