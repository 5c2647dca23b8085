import { describe, expect, it } from 'vitest';
import { GROUNDS } from '../../../../src/contracts/controlled.ts';
import {
  articlesOf,
  declaredSix,
  sentenceOf,
  statedRows,
} from '../../../../src/features/controlled/controlled-words.ts';
import { CLUE_KEYS } from '../../../../src/domain/controlled/clue.ts';
import { controlledMessages } from '../../../../src/i18n/messages/controlled.ts';
import { madeCase, madeRow, NAMES } from './made-controlled.ts';

const RULED = { probability: null, suspect: null };
const SAFETY = madeRow({
  law: { ko: '전기용품안전법', en: 'Electrical Safety Act' },
  document: { ko: '안전인증서', en: 'Safety certificate' },
});

describe('the answer on controlled goods in words', () => {
  it.each(GROUNDS)('has a title and a sentence in both languages: %s', (ground) => {
    for (const change of [{}, { ...RULED, requirements: [], missing: [] }, { model: null }]) {
      const [ko, en] = (['ko', 'en'] as const).map((locale) =>
        sentenceOf(madeCase(ground, change), NAMES, locale),
      );
      expect(`${ko?.title}${ko?.text}`).toMatch(/[가-힣]/);
      expect(`${en?.title}${en?.text}`).not.toMatch(/undefined|NaN|null|\(\)| {2}/);
      expect(`${ko?.title}${ko?.text}`).not.toMatch(/undefined|NaN|null|\(\)| {2}/);
      expect(en?.text).not.toMatch(/\b(genuine|clear|safe)\b/i);
    }
  });

  it('names the missing document and its law, and no percent where the list answered', () => {
    const opened = madeCase('document-missing', { ...RULED, code: '8517629030' });
    const { text } = sentenceOf(opened, NAMES, 'ko');
    expect(text).toContain('8517.62-9030');
    expect(text).toContain('적합성평가확인서 (전파법)');
    expect(text).toContain('확률이 없습니다');
    expect(sentenceOf(opened, NAMES, 'en').text).toContain(
      'Conformity assessment certificate (Radio Waves Act)',
    );
  });

  it('counts only the documents that are missing', () => {
    const three = [madeRow(), SAFETY, madeRow({ hs: '85' })];
    const opened = madeCase('document-missing', {
      ...RULED,
      ...{ requirements: three, missing: three.slice(1) },
    });
    expect(sentenceOf(opened, NAMES, 'ko').title).toBe('필요한 서류 2가지가 없습니다');
    expect(statedRows(opened).map(({ state }) => state)).toEqual(['missing', 'missing', 'given']);
  });

  it('sends the officer to the papers where the file has no column for documents', () => {
    const opened = madeCase('documents-not-stated', { ...RULED, documents: null, missing: [] });
    expect(sentenceOf(opened, NAMES, 'ko').text).toContain('서류 항목이 없어');
    expect(statedRows(opened)[0]?.state).toBe('not-stated');
  });

  it('shows the suspected code by its name, and its percent in the title', () => {
    const { title, text } = sentenceOf(madeCase('hidden'), NAMES, 'ko');
    expect(title).toBe('세관장확인대상일 수 있습니다 74\u00a0%');
    expect(text).toContain('8517.62 (무선통신기기)');
    expect(text).toContain('신고에는 그 서류가 없습니다');
  });

  it('says that a requirement holds for some of the goods only', () => {
    const row = madeRow({ condition: { ko: '무선 기능이 있는 것', en: 'With a transmitter' } });
    const opened = madeCase('hidden', { requirements: [row], missing: [row] });
    expect(sentenceOf(opened, NAMES, 'ko').text).toContain('일부 물품에만');
  });

  it('does not name the act twice beside its articles', () => {
    expect(articlesOf(madeRow({ citation: '전파법 제58조의2' }))).toBe('제58조의2');
    expect(articlesOf(madeRow({ citation: '고시 별표 2' }))).toBe('고시 별표 2');
    expect(articlesOf(madeRow({ citation: '전파법' }))).toBe('');
  });

  it('says without a text what would help', () => {
    const opened = madeCase('no-text', { ...RULED, text: null, requirements: [], missing: [] });
    expect(sentenceOf(opened, NAMES, 'ko').text).toMatch(/용도.*모델명/);
    expect(sentenceOf(opened, NAMES, 'en').text).toMatch(/use.*model/);
  });

  it('says that only the list was looked at where the model is missing', () => {
    const opened = madeCase('unclear', { ...RULED, model: null, requirements: [], missing: [] });
    expect(sentenceOf(opened, NAMES, 'ko').title).toBe('목록만 보았습니다');
    // What the list itself answers is the same without a model.
    const ruled = madeCase('document-missing', { ...RULED, model: null });
    expect(sentenceOf(ruled, NAMES, 'ko').title).toBe('필요한 서류가 없습니다');
  });

  it('compares with the declared code only where that is another one of six digits', () => {
    expect(declaredSix('9102121000', '851762')).toBe('910212');
    expect(declaredSix('8517', '851762')).toBeNull();
    expect(declaredSix('8517629030', '851762')).toBeNull();
  });
});

const CODES = { suspect: '8517.62', declared: '9102.12' };

describe('a clue in words', () => {
  const { ko, en } = controlledMessages;

  it.each(CLUE_KEYS)('needs none of its figures to be readable: %s', (key) => {
    for (const m of [ko, en]) {
      for (const facts of [{}, { value: NaN, suspect: NaN, declared: NaN, lines: NaN }]) {
        const clue = { key, weight: 1, facts };
        expect(m.clueLabel(clue).trim()).not.toBe('');
        expect(m.clueFacts(clue, CODES)).not.toMatch(/undefined|NaN|Infinity/);
      }
    }
  });

  it('puts the price per kg beside what is usual for both codes', () => {
    const facts = { value: 198_000, suspect: 210_000, declared: 1_650_000 };
    const clue = { key: 'unit-price', weight: 0.9, facts } as const;
    expect(ko.clueLabel(clue)).toBe('kg당 가격 198,000원');
    expect(ko.clueFacts(clue, CODES)).toBe('보통 8517.62\u00a0210,000원, 9102.12\u00a01,650,000원');
  });

  it('keeps the figures of the nearest controlled code apart where none is suspected', () => {
    const clue = { key: 'text', weight: -2, facts: { suspect: 0.03, declared: 0.9 } } as const;
    expect(ko.clueFacts(clue, { ...CODES, suspect: '' })).toBe(
      '대상 후보\u00a03\u00a0%, 9102.12\u00a090\u00a0%',
    );
  });

  it('counts origins by heading', () => {
    const clue = { key: 'origin', weight: 0.2, facts: { suspect: 0.62, declared: 0.31 } } as const;
    expect(en.clueFacts(clue, CODES)).toBe(
      'share from there: 8517\u00a062\u00a0%, 9102\u00a031\u00a0%',
    );
    const near = { suspect: '8517.62', declared: '8517.70' };
    expect(en.clueFacts(clue, near)).toBe('share from there: 8517\u00a062\u00a0%');
  });

  it('tells the importer’s past as lines, not as a probability', () => {
    const facts = { lines: 38, controlled: 12, suspect: 4 };
    const clue = { key: 'importer', weight: 0, facts } as const;
    expect(ko.clueFacts(clue, CODES)).toBe('이 기기의 38건 중 대상 코드 12건, 8517 4건');
  });
});
