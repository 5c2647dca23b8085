import { expect, it } from 'vitest';
import { nextListVersion } from '../../../../src/domain/controlled/list-version.ts';
import { isNewer } from '../../../../src/platform/packs/version.ts';

it('a version says the day, without leading zeros, and the number of that day', () => {
  expect(nextListVersion('2026-11-22', [])).toBe('2026.1122.1');
  expect(nextListVersion('2026-01-05', ['1.0.0'])).toBe('2026.105.1');
});

it('no number of a day is given twice, not even one whose list is gone', () => {
  expect(nextListVersion('2026-11-22', ['2026.1122.1', '2026.1122.2'])).toBe('2026.1122.3');
  expect(nextListVersion('2026-11-22', ['2026.1122.7', '2026.1121.9'])).toBe('2026.1122.8');
});

it('a later day is a newer version than an earlier one and than the starter', () => {
  const days = ['2026-01-05', '2026-01-31', '2026-02-01', '2026-10-01', '2026-12-31', '2027-01-01'];
  const versions = ['1.0.0', ...days.map((day) => nextListVersion(day, []))];
  for (const [at, version] of versions.slice(1).entries()) {
    expect(isNewer(version, versions[at] ?? '')).toBe(true);
  }
});
