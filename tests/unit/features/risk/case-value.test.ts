import { describe, expect, it } from 'vitest';
import { caseValue, emptyFields } from '../../../../src/features/risk/case-value.ts';
import { caseMessages } from '../../../../src/i18n/messages/case.ts';
import { madeLine, madeRow } from './made-case.ts';

const NAMES = {
  country: (code: string) => (code === 'CN' ? '중국' : code),
  code: (_: string, code: string) => ({ name: code === '40' ? '항공기' : code, verified: true }),
  hsText: (hs: string) => `${hs.slice(0, 4)}.${hs.slice(4)}`,
};
const WORDS = { m: caseMessages.ko, locale: 'ko' } as const;
const LINE = madeLine(madeRow());

describe('a box of the form', () => {
  it('is empty, not a figure, where the file has no such column', () => {
    const bare = { ...LINE, taxRate: Number.NaN, itemPrice: Number.NaN };
    expect(caseValue('taxRate', bare, NAMES, WORDS)).toEqual({ text: '' });
    expect(caseValue('itemPrice', bare, NAMES, WORDS)).toEqual({ text: '' });
    expect(caseValue('unitPrice', bare, NAMES, WORDS)).toEqual({ text: '' });
  });

  it('has figures with their unit', () => {
    expect(caseValue('taxRate', LINE, NAMES, WORDS).text).toBe('8 %');
    expect(caseValue('netMass', LINE, NAMES, WORDS).text).toBe('2 kg');
    expect(caseValue('unitPrice', LINE, NAMES, WORDS).text).toBe('500원');
  });

  it('says so where a price per kg cannot be worked out', () => {
    const weightless = { ...LINE, netMass: 0 };
    expect(caseValue('unitPrice', weightless, NAMES, WORDS).text).toBe('무게 없음');
  });

  it('shows a code with its name, and alone where the name is not known', () => {
    expect(caseValue('origin', LINE, NAMES, WORDS)).toEqual({ code: 'CN', text: '중국' });
    expect(caseValue('departure', LINE, NAMES, WORDS)).toEqual({ code: 'HK', text: '' });
  });
});

describe('the fields that the file fills', () => {
  it('are counted without the outcome of inspection, which no waiting line has', () => {
    expect(emptyFields(LINE)).toEqual({ all: 20, empty: 1 });
  });

  it('are fewer where codes are blank and figures are missing', () => {
    const bare = { ...LINE, seller: '', office: '', netMass: Number.NaN };
    expect(emptyFields(bare).empty).toBe(4);
  });
});
