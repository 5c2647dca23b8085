import { describe, expect, it } from 'vitest';
import { BACKOFF_LEVELS, REASON_KEYS } from '../../../src/domain/risk/explanation.ts';
import { caseMessages } from '../../../src/i18n/messages/case.ts';

const { ko, en } = caseMessages;

describe('a reason in words', () => {
  it.each(REASON_KEYS)(
    'has a label, a line under it and a short form in both languages: %s',
    (key) => {
      const bare = { key, weight: 0.4, facts: {} };
      for (const m of [ko, en]) {
        for (const text of [m.reasonLabel(bare), m.reasonFacts(bare), m.shortReason(bare)]) {
          expect(text.trim()).not.toBe('');
        }
      }
    },
  );

  it('puts the price per kg beside the usual one of the goods', () => {
    const cheap = {
      key: 'unit-price',
      weight: 2.41,
      facts: { value: 198_000, usual: 1_650_000 },
    } as const;
    expect(ko.reasonLabel(cheap)).toBe('kg당 가격 198,000원');
    expect(ko.reasonFacts(cheap)).toBe('품목 중앙값 1,650,000원의 0.12배');
    expect(en.reasonFacts(cheap)).toBe('0.12 times the usual ₩1,650,000');
    expect(ko.shortReason(cheap)).toBe('kg당 가격 중앙값의 0.12배');
  });

  it('counts the earlier lines that were fraud', () => {
    const counted = { key: 'context', weight: 1.88, facts: { earlier: 15, fraud: 14 } } as const;
    expect(ko.reasonFacts(counted)).toBe('15건 중 14건 우범');
    expect(en.reasonFacts(counted)).toBe('14 of 15 were fraud');
    expect(en.shortReason(counted)).toBe('Goods, route, rate, 14 of 15 were fraud');
  });

  it('says so when there is no earlier line, instead of zero of zero', () => {
    const unknown = { key: 'importer', weight: 0.1, facts: { earlier: 0, fraud: 0 } } as const;
    expect(ko.reasonFacts(unknown)).toBe('이전 신고 없음');
    expect(en.shortReason(unknown)).toBe('Importer’s history');
  });

  it('does not divide by a usual value of zero', () => {
    const odd = { key: 'mass', weight: 0.1, facts: { value: 3, usual: 0 } } as const;
    expect(ko.reasonFacts(odd)).not.toMatch(/∞|Infinity|NaN/);
  });

  it('gives no single value to a reason about several fields', () => {
    const size = { key: 'amount', weight: 0.2, facts: { value: 312, usual: 156 } } as const;
    expect(ko.reasonLabel(size)).toBe('무게·가격·세율의 크기');
    expect(ko.reasonFacts(size)).toBe('무게가 품목 중앙값 156 kg의 2배');
  });
});

describe('the sentence on earlier lines', () => {
  it('reads as one sentence', () => {
    const counts = { earlier: 15, fraud: 14 };
    const said = ko.backoffSentence(counts);
    expect(said.strong + said.rest).toBe('이와 같은 이전 신고 15건 중 14건이 우범이었습니다.');
    const one = en.backoffSentence({ earlier: 3, fraud: 1 });
    expect(one.strong + one.rest).toBe('1 of 3 earlier lines like this was fraud.');
  });

  it.each(BACKOFF_LEVELS)('says which fields were the same: %s', (level) => {
    expect(ko.backoffSame[level].trim()).not.toBe('');
    expect(en.backoffSame[level].trim()).not.toBe('');
  });
});
