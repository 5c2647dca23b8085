import { describe, expect, it } from 'vitest';
import { GROUNDS } from '../../../../src/contracts/controlled.ts';
import {
  articlesOf,
  declaredSix,
  percentOf,
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
    expect(sentenceOf(opened, NAMES, 'ko').title).toBe(
      '필요한 서류 2가지가 신고에 적혀 있지 않습니다',
    );
    expect(statedRows(opened).map(({ state }) => state)).toEqual(['missing', 'missing', 'given']);
  });

  it('names the first two of several papers, and says how many of all are not on the line', () => {
    const many = (...laws: readonly string[]) =>
      laws.map((law) =>
        madeRow({ law: { ko: law, en: law }, document: { ko: '서류', en: 'Paper' } }),
      );
    const said = (missing: readonly string[], ...laws: readonly string[]) =>
      (['ko', 'en'] as const).map(
        (locale) =>
          sentenceOf(
            madeCase('hidden', { requirements: many(...laws), missing: many(...missing) }),
            NAMES,
            locale,
          ).text,
      );
    const [ko, en] = said(['A법', 'B법'], 'A법', 'B법');
    expect(ko).toContain('8517.62라면 필요한 서류: 서류 (A법), 서류 (B법). 둘 다 신고에 없습니다.');
    expect(en).toContain('Needed if 8517.62: Paper (A법); Paper (B법). Neither is on the line.');
    const [more, moreEn] = said(['A법', 'B법'], 'A법', 'B법', 'C법', 'D법');
    expect(more).toContain('서류 (A법), 서류 (B법) 외 2가지. 그중 2가지가 신고에 없습니다.');
    expect(moreEn).toContain('; and 2 more. 2 of them are not on the line.');
    expect(said([], 'A법', 'B법')[0]).toContain('둘 다 신고에 적혀 있습니다.');
    // The same paper for two kinds of goods is one paper.
    expect(said(['A법'], 'A법', 'A법')[0]).toContain('서류 (A법). 신고에는 그 서류가 없습니다.');
  });

  it('says what a missing paper is missing by, only where that is the starter list', () => {
    const by = (standing: 'starter' | 'administration') =>
      sentenceOf(madeCase('document-missing', { ...RULED, standing }), NAMES, 'ko').text;
    expect(by('starter')).toContain('시작용 목록 기준으로');
    expect(by('administration')).not.toContain('시작용');
  });

  it('asks for the papers of goods that may be meant, stated or not', () => {
    for (const documents of ['', null]) {
      const { text } = sentenceOf(madeCase('condition-open', { ...RULED, documents }), NAMES, 'ko');
      expect(text).toContain('해당하면 필요한 서류: 적합성평가확인서 (전파법)');
    }
  });

  it('does not call a paper missing where a number stands without its name', () => {
    const opened = madeCase('document-unnamed', { ...RULED, documents: 'AB-123' });
    expect(statedRows(opened).map(({ state }) => state)).toEqual(['unnamed']);
  });

  it('says no percent that would sound like a fit where nothing is decided', () => {
    for (const ground of ['no-text', 'unclear'] as const) {
      expect(percentOf(madeCase(ground, { probability: 0.029 }), 'ko')).toBe('');
      expect(percentOf(madeCase(ground, { probability: 0.03 }), 'ko')).toBe('3\u00a0%');
    }
    expect(percentOf(madeCase('no-sign', { probability: 0.001 }), 'ko')).toBe('1\u00a0% 미만');
    const { text } = sentenceOf(madeCase('no-text', { probability: 0.001 }), NAMES, 'en');
    expect(text).toContain('Without a text nothing is said to fit.');
    expect(text).not.toContain('%');
  });

  it('takes marks out of a list that would turn the order of its letters', () => {
    const turned = { ko: '전파\u202E법', en: 'Radio\u2066 Act' };
    const row = madeRow({ law: turned, document: turned, condition: turned });
    const opened = madeCase('document-missing', { ...RULED, requirements: [row], missing: [row] });
    expect(sentenceOf(opened, NAMES, 'ko').text).toContain('전파법 (전파법)');
    expect(JSON.stringify(statedRows(opened))).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/u);
    expect(statedRows(opened)[0]?.state).toBe('missing');
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
    expect(sentenceOf(ruled, NAMES, 'ko').title).toBe('필요한 서류가 신고에 적혀 있지 않습니다');
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
      '품명으로 본 가능성 대상 후보\u00a03\u00a0%, 9102.12\u00a090\u00a0%',
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
