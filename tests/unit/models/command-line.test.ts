import { describe, expect, it } from 'vitest';
import { dataOf, readSliceCommand } from '../../../models/command-line.ts';
import { riskRelease } from '../../../models/risk/training/release.ts';

const train = (...words: string[]) =>
  readSliceCommand('train', ['risk', '--data', 'DIR', ...words]);

describe('the command that trains', () => {
  it('takes a version, a date and a source of the data', () => {
    const { release, replace } = train(
      ...['--version', '2.1.0', '--made', '2027-01-31'],
      ...['--source-ko', '자체 자료', '--source-en', 'Own data', '--replace'],
    );
    expect(replace).toBe(true);
    expect(riskRelease(release)).toEqual({
      version: '2.1.0',
      made: '2027-01-31',
      source: { ko: '자체 자료', en: 'Own data' },
      path: 'risk/v2',
      published: null,
      isPublic: false,
    });
  });

  it('says of the pack what its folder says when nothing is given', () => {
    const { release, replace } = train();
    expect(replace).toBe(false);
    expect(riskRelease(release)).toMatchObject({
      version: '1.0.0',
      path: 'risk/v1',
      isPublic: true,
    });
  });

  it.each([
    ['an option nobody knows', ['risk', '--data', 'DIR', '--force']],
    ['half a version', ['risk', '--data', 'DIR', '--version', '2.1']],
    ['a source in one language', ['risk', '--data', 'DIR', '--source-en', 'Own data']],
  ])('shows its usage when it is given %s', (_, words) => {
    expect(() => readSliceCommand('train', words)).toThrow(/usage: npm run train/);
  });

  it('shows its usage when it is given no data', () => {
    const command = readSliceCommand('train', ['risk']);
    expect(() => dataOf('train', command)).toThrow(/usage: npm run train/);
  });
});
