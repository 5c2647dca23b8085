import { describe, expect, it } from 'vitest';
import type { Difference } from '../../../../src/contracts/hs.ts';
import { keyAct } from '../../../../src/features/hs/classify-keys.ts';
import { codeLabel, namesIn } from '../../../../src/features/hs/code-label.ts';
import { separators, unanswered } from '../../../../src/features/hs/comparison.ts';
import { classifyTariffMessages } from '../../../../src/i18n/messages/classify-tariff.ts';
import { asObject, withCode } from '../../../../src/i18n/messages/code-particle.ts';

describe('a code in words', () => {
  it('is written as officers write it, in both languages', () => {
    const { ko, en } = classifyTariffMessages;
    expect(['S16', '85', '8517', '851762'].map((code) => codeLabel(code, ko))).toEqual([
      '16부',
      '85류',
      '8517',
      '8517.62',
    ]);
    expect(['S16', '85'].map((code) => codeLabel(code, en))).toEqual(['Sec. XVI', 'Ch. 85']);
  });

  it('takes the Korean particle that its last digit asks for', () => {
    expect(['8517.62', '8517.13'].map(withCode)).toEqual(['8517.62와', '8517.13과']);
    expect(['8517.62', '8517.13', '8517.10'].map(asObject)).toEqual([
      '8517.62를',
      '8517.13을',
      '8517.10을',
    ]);
  });

  it('is named in Korean where no English name was published', () => {
    expect(namesIn({ ko: '기타', en: '' }, 'en')).toMatchObject({ own: '기타', other: '' });
    expect(namesIn({ ko: '기타', en: 'Other' }, 'ko')).toMatchObject({
      own: '기타',
      other: 'Other',
    });
  });
});

describe('what separates two codes', () => {
  const difference = (key: Difference['key'], found: string | null): Difference => ({
    ...{ key, found },
    ...{ code: 'must', rival: 'must-not' },
  });

  it('leaves out the names, which are always shown', () => {
    expect(separators([difference('name', null), difference('set', null)])).toHaveLength(1);
  });

  it('is to be found out where the text speaks to none of it', () => {
    const none = [difference('wireless', null), difference('set', null)];
    expect(unanswered(none)).toEqual(['wireless', 'set']);
    expect(unanswered([...none, difference('sound', 'EARPHONE')])).toEqual([]);
  });
});

describe('the keys of the screen', () => {
  const pressed = (key: string, ctrlKey = false) => ({ key, ctrlKey, metaKey: false });

  it('leave a text alone, but for Escape and Ctrl+Enter', () => {
    expect(keyAct(pressed('1'), true)).toBeNull();
    expect(keyAct(pressed('/'), true)).toBeNull();
    expect(keyAct(pressed('Escape'), true)).toBe('leave');
    expect(keyAct(pressed('Enter', true), true)).toBe('pick');
  });

  it('open candidates, search and help elsewhere', () => {
    expect(['1', '8', '9', '/', '?', 'x'].map((key) => keyAct(pressed(key), false))).toEqual([
      ...['candidate', 'candidate', null, 'search', 'keys', null],
    ]);
    expect(keyAct(pressed('c', true), false)).toBeNull();
  });
});
