import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { plainName, shorten } from '../../../../src/domain/hs/shorten.ts';

describe('official names made short', () => {
  it('leaves out limits in brackets, nested ones too', () => {
    expect(plainName('하소(煆燒)한 것[예: 키절구어(kieselguhr)ㆍ트리폴리트]과 흙')).toBe(
      '하소한 것과 흙',
    );
    expect(plainName('Jewellery; imitation, (whether or not plated), of base metal')).toBe(
      'Jewellery; imitation, of base metal',
    );
  });

  it('keeps a name that is nothing but a bracket', () => {
    expect(plainName('(말)')).toBe('(말)');
  });

  it('leaves out what English texts say of their own heading', () => {
    expect(plainName('Plastics; n.e.c. in heading no. 3926, other articles')).toBe(
      'Plastics; other articles',
    );
  });

  it('does not cut a number at its comma', () => {
    expect(shorten('실린더용량이 1,000시시 초과 1,500시시 이하인 것', 16, 'ko')).toBe(
      '실린더용량이 1,000시시…',
    );
  });

  it('does not end in a word that leans on the next', () => {
    expect(shorten('Trousers of cotton and of synthetic fibres', 28, 'en')).toBe(
      'Trousers of cotton…',
    );
  });

  it('never exceeds the room and only takes words from the name', () => {
    const word = fc.stringMatching(/^[가-힣a-z]{1,9}$/);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 8, max: 44 }),
        (words, limit) => {
          for (const locale of ['ko', 'en'] as const) {
            const short = shorten(words.join(' '), limit, locale);
            expect(short.length).toBeLessThanOrEqual(limit);
            expect(words.join(' ')).toContain(short.replaceAll('…', ''));
          }
        },
      ),
    );
  });
});
