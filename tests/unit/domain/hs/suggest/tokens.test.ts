import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageOf, READ_LIMIT, tokensOf } from '../../../../../src/domain/hs/suggest/tokens.ts';

const wordsOf = (text: string): string[] => tokensOf(text).map((token) => token.text);

/** What may stand in a box: words of both languages among signs, marks of a page and pictures. */
const typed = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '새우',
        'USB',
        '충전기',
        'steel',
        '5.3',
        "men's",
        '100%',
        ' ',
        '\n',
        '·',
        ',',
      ),
      fc.constantFrom(
        '<b>',
        '</b>',
        '&amp;',
        '&#39;',
        '&',
        '<',
        '>',
        'ＴＥＸＴＩＬＥ',
        'ﬁlter',
        '🦐',
      ),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

describe('the words of a goods text', () => {
  it('remember where they stand in the text as it was typed', () => {
    fc.assert(
      fc.property(typed, (text) => {
        let before = 0;
        for (const { text: word, start, end } of tokensOf(text)) {
          expect(text.slice(start, end).normalize('NFKC').toLowerCase()).toBe(word);
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          before = end;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are lower case, and full-width letters are like all others', () => {
    expect(wordsOf('SMART Watch')).toEqual(['smart', 'watch']);
    expect(wordsOf('ＴＥＸＴＩＬＥ　가방')).toEqual(['textile', '가방']);
    expect(wordsOf('ﬁlter')).toEqual(['filter']);
  });

  it('leave out the marks of a page and keep the places of what stands between them', () => {
    const text = '<b class="x">SMART</b>&nbsp;watch &amp; strap';
    expect(wordsOf(text)).toEqual(['smart', 'watch', 'strap']);
    const [smart] = tokensOf(text);
    expect(text.slice(smart?.start, smart?.end)).toBe('SMART');
  });

  it('leave out the price that a shop puts behind, to the end of its line only', () => {
    expect(wordsOf('wool hat unit value: 3.20 USD each\nwool scarf')).toEqual([
      ...['wool', 'hat', 'wool', 'scarf'],
    ]);
  });

  it('part Hangul from Latin letters and digits that touch it', () => {
    expect(tokensOf('USB충전기 500ml텀블러').map(({ text, hangul }) => [text, hangul])).toEqual([
      ...[
        ['usb', false],
        ['충전기', true],
        ['500ml', false],
        ['텀블러', true],
      ],
    ]);
  });

  it('hold decimals, percents and apostrophes together', () => {
    expect(wordsOf("Bluetooth 5.3, men's 100% cotton, 8517.62")).toEqual([
      ...['bluetooth', '5.3', "men's", '100%', 'cotton', '8517.62'],
    ]);
  });

  it('read Hangul typed in parts, as some systems name their files', () => {
    const parts = '가방'.normalize('NFD');
    expect(tokensOf(parts)).toEqual([{ text: '가방', start: 0, end: parts.length, hangul: true }]);
  });

  it('end where reading ends, however long the text is', () => {
    const long = 'leather boots '.repeat(80_000);
    expect(tokensOf(long)).toEqual(tokensOf(long.slice(0, READ_LIMIT)));
    expect(tokensOf(long).at(-1)?.end).toBeLessThanOrEqual(READ_LIMIT);
  });

  it('are none where nothing but signs and pictures was typed', () => {
    for (const text of ['', '  \n', '!!! ???', '🦐🦐', '<img src=x onerror=alert(1)>']) {
      expect(tokensOf(text), text).toEqual([]);
    }
  });
});

describe('the language of a goods text', () => {
  const languageIn = (text: string): 'ko' | 'en' => languageOf(tokensOf(text));

  it('is Korean although trade words are English, and English although a Korean name is in it', () => {
    expect(languageIn('LED 램프')).toBe('ko');
    expect(languageIn('스테인리스 텀블러 TUMBLER 500ML')).toBe('ko');
    expect(languageIn('stainless steel vacuum tumbler with lid, 보온')).toBe('en');
    expect(languageIn('')).toBe('en');
  });

  it('weighs a syllable of Hangul like two letters, and needs a third of all', () => {
    expect(languageIn('가 abcd')).toBe('ko');
    expect(languageIn('가 abcde')).toBe('en');
  });
});
