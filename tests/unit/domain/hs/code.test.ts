import { describe, expect, it } from 'vitest';
import { formatHs, levelOf, parseHs } from '../../../../src/domain/hs/code.ts';

describe('HS codes as people write them', () => {
  it.each([
    ['0306.17', '030617'],
    ['9102.12-1000', '9102121000'],
    ['8517 13 0000', '8517130000'],
    [' 91 ', '91'],
    ['제8517호', '8517'],
    ['제91류', '91'],
    ['8517.13.00', '851713'],
    ['85171300', '851713'],
    ['HS 8517.13', '851713'],
    ['hs code: 8517.13.0000', '8517130000'],
    ['HTS No. 8517', '8517'],
  ])('reads %s', (text, code) => {
    expect(parseHs(text)).toBe(code);
  });

  it.each([
    '306.17',
    '9102.1',
    '',
    '.',
    '-91',
    '91x2',
    '0012',
    '91021210001',
    '제91021호',
    'HS',
    'HS X1',
    'HSX 8517',
  ])('refuses %s instead of guessing digits', (text) => {
    expect(parseHs(text)).toBeUndefined();
  });

  it('writes every length as the tariff prints it, and reads it back', () => {
    for (const code of ['91', '9102', '910212', '9102121000']) {
      expect(parseHs(formatHs(code))).toBe(code);
    }
    expect(formatHs('9102121000')).toBe('9102.12-1000');
    expect(formatHs('0207603')).toBe('0207.60-3');
  });

  it('tells the level by the length', () => {
    expect(['91', '9102', '910212', '91021210', '9102121000'].map(levelOf)).toEqual([
      'chapter',
      'heading',
      'subheading',
      'group',
      'leaf',
    ]);
  });
});
