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

const said = ({ before, strong, after }: { before: string; strong: string; after: string }) =>
  before + strong + after;

describe('the sentence on earlier lines', () => {
  it('reads as one sentence where the very pattern is known', () => {
    const counts = { level: 'pattern', earlier: 15, fraud: 14 } as const;
    expect(said(ko.backoffSentence(counts, true))).toBe(
      '이와 같은 이전 신고 15건 중 14건이 우범이었습니다.',
    );
    expect(said(en.backoffSentence({ ...counts, fraud: 1 }, true))).toBe(
      '1 of 15 earlier lines like this was fraud.',
    );
  });

  it('never calls the nearest lines the same, and names what they share', () => {
    const counts = { level: 'unit-price-context', earlier: 14, fraud: 9 } as const;
    expect(said(ko.backoffSentence(counts, false))).toBe(
      '꼭 같은 신고는 없습니다. 가장 가까운 이전 신고(품목·경로·세율·kg당 가격이 같음) 14건 중 9건이 우범이었습니다.',
    );
    expect(said(en.backoffSentence(counts, false))).toBe(
      'No earlier line is exactly the same. Of the nearest (same goods, route, tax rate and price per kg), 9 of 14 were fraud.',
    );
  });

  it('says that fewer than five lines are weak evidence', () => {
    const few = { level: 'goods', earlier: 4, fraud: 4 } as const;
    expect(said(ko.backoffSentence(few, false))).toContain('적어서 근거가 약합니다');
    expect(said(en.backoffSentence(few, false))).toContain('weak evidence');
    expect(said(ko.backoffSentence({ ...few, earlier: 5 }, false))).not.toContain('약합니다');
  });

  it.each(BACKOFF_LEVELS)('says which fields were the same: %s', (level) => {
    expect(ko.backoffSame[level].trim()).not.toBe('');
    expect(en.backoffSame[level].trim()).not.toBe('');
  });
});

describe('a probability in a sentence', () => {
  it('has words instead of signs, and never a certainty', () => {
    expect(ko.why(0.9997)).toBe('왜 99\u00a0% 넘는가');
    expect(ko.why(0.64)).toBe('왜 64\u00a0%인가');
    expect(ko.why(0.001)).toBe('왜 1\u00a0% 미만인가');
    expect(ko.sum('+8.06', 0.9997)).toBe('합 +8.06 → 99\u00a0% 넘음');
    expect(en.why(0.9997)).toBe('Why over 99\u00a0%');
    expect(en.sum('−6.10', 0.002)).toBe('Sum −6.10 → under 1\u00a0%');
  });

  it('names the start of the bars by the kind of pattern', () => {
    expect(ko.base(0.05, false)).toBe('본 적 있는 유형의 출발점 5\u00a0%');
    expect(ko.base(0.19, true)).toBe('처음 보는 유형의 출발점 19\u00a0%');
    expect(en.base(0.19, true)).toBe('Start of a never-seen pattern, 19\u00a0%');
  });
});
