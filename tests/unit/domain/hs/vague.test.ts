import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ASK_TOPICS, wordingOf } from '../../../../src/domain/hs/vague.ts';
import { VAGUE_TERMS } from '../../../../src/domain/hs/vague-terms.ts';

describe('a goods text that says too little', () => {
  it.each([
    ['gift', 'contents', 'gift'],
    ['Gift Set 3pcs', 'contents', 'Gift Set'],
    ['SPARE PARTS FOR MACHINE', 'part-of-what', 'SPARE PARTS'],
    ['accessories 5 ea', 'part-of-what', 'accessories'],
    ['cosmetic sample, no commercial value', 'kind', 'cosmetic'],
    ['household goods and personal effects', 'contents', 'personal effects'],
    ['plastic parts', 'part-of-what', 'plastic parts'],
    ['stainless steel', 'kind', 'stainless steel'],
    ['case', 'use', 'case'],
    ['기계부품류', 'part-of-what', '기계부품'],
    ['화장품 샘플', 'kind', '화장품'],
    ['선물용', 'contents', '선물'],
    ['의류', 'gender-and-knit', '의류'],
    ['소모품 외', 'part-of-what', '소모품'],
    ['<b>gift</b>', 'contents', 'gift'],
    ['cases, covers, holders', 'use', 'holders'],
    ['filters filter', 'function', 'filter'],
    ['sensor box', 'contents', 'box'],
    ['화장품샘플', 'kind', '화장품'],
  ])('is seen: %s', (text, topic, term) => {
    expect(wordingOf(text)).toEqual({ says: 'vague', topic, term });
  });

  it.each([
    'gift box of chocolate',
    'phone case',
    'leather case',
    'plastic bottle',
    'oil filter',
    'card holder 2 pcs',
    'ink pad',
    '카드 케이스',
    '카드케이스',
    '가죽케이스',
    '자동차 부품',
    '여성 니트 스웨터',
    '쌀',
    'tea set',
    'H2SO4',
    '白米',
    '드론',
  ])('is not seen in what names goods: %s', (text) => {
    expect(wordingOf(text)).toEqual({ says: 'goods' });
  });

  it.each(['', ' \n ', 'a', '8517.62', '10 pcs', '😀😀', '!?', '<br>', '&nbsp;'])(
    'is told from one that says nothing: %j',
    (text) => {
      expect(wordingOf(text)).toEqual({ says: 'nothing' });
    },
  );

  it('is seen whatever amount, colour or country stands beside it', () => {
    const beside = fc.constantFrom(
      '5 pcs',
      'black',
      'new',
      'made in China',
      '10kg',
      '중고',
      '각종',
      '1',
    );
    fc.assert(
      fc.property(fc.constantFrom(...VAGUE_TERMS.keys()), beside, beside, (term, before, after) => {
        expect(wordingOf(`${before} ${term} ${after}`).says).toBe('vague');
      }),
    );
  });

  it('is given the words it stands in, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.constantFrom('', 'gift', '부품'),
        (odd, term) => {
          const text = `${odd} ${term}`;
          const wording = wordingOf(text);
          if (wording.says === 'vague') expect(text).toContain(wording.term);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('has a list of more than 150 terms in each language, each with something to ask', () => {
    const terms = [...VAGUE_TERMS];
    expect(terms.filter(([term]) => /[가-힣]/.test(term)).length).toBeGreaterThan(150);
    expect(terms.filter(([term]) => /[a-z]/.test(term)).length).toBeGreaterThan(150);
    expect(terms.filter(([, { topic }]) => !ASK_TOPICS.includes(topic))).toEqual([]);
    expect(terms.filter(([term]) => term !== term.trim() || term === '')).toEqual([]);
  });
});
