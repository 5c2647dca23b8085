import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pullingWords, stretchesOf } from '../../../../src/domain/hs/stretches.ts';
import { spansAfterEdit } from '../../../../src/features/hs/echo.ts';

const TEXT = 'SMART WATCH, BLUETOOTH 5.3';
const WATCH = { start: 6, end: 11, weight: -0.4 };
const RADIO = { start: 13, end: 26, weight: 1 };

describe('the underlines of the goods text', () => {
  it('are the thicker the harder a word pulls, and dotted towards the other code', () => {
    expect(stretchesOf(TEXT, [RADIO, WATCH])).toEqual([
      { text: 'SMART ', strength: 0, towards: 'code' },
      { text: 'WATCH', strength: 2, towards: 'rival' },
      { text: ', ', strength: 0, towards: 'code' },
      { text: 'BLUETOOTH 5.3', strength: 3, towards: 'code' },
    ]);
  });

  it('leave out words that hardly pull', () => {
    expect(stretchesOf(TEXT, [{ ...RADIO, weight: 0.05 }])).toHaveLength(1);
  });

  it('never change the text, whatever the spans are', () => {
    const span = fc.record({
      start: fc.integer({ min: 0, max: 40 }),
      end: fc.integer({ min: 0, max: 60 }),
      weight: fc.double({ min: -1, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.array(span), (text, spans) => {
        const joined = stretchesOf(text, spans).map((stretch) => stretch.text);
        expect(joined.join('')).toBe(text);
      }),
    );
  });

  it('move with the words when something is typed in front of them', () => {
    const [moved] = spansAfterEdit([RADIO], TEXT, `NEW ${TEXT}`);
    expect(moved && `NEW ${TEXT}`.slice(moved.start, moved.end)).toBe('BLUETOOTH 5.3');
  });

  it('go where the word itself was changed, and stay elsewhere', () => {
    const now = TEXT.replace('WATCH', 'WITCH');
    expect(spansAfterEdit([WATCH, RADIO], TEXT, now)).toEqual([RADIO]);
  });

  it('always lie over the same characters as before', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.nat(20), fc.nat(20), (before, now, a, b) => {
        const span = { start: Math.min(a, b), end: Math.max(a, b), weight: 1 };
        fc.pre(span.end <= before.length);
        for (const kept of spansAfterEdit([span], before, now)) {
          expect(now.slice(kept.start, kept.end)).toBe(before.slice(span.start, span.end));
        }
      }),
    );
  });

  it('are said in words, the strongest first and each once', () => {
    const twice = [WATCH, RADIO, { start: 0, end: 5, weight: 0.4 }];
    expect(pullingWords(stretchesOf(TEXT, twice))).toEqual({
      code: ['BLUETOOTH 5.3', 'SMART'],
      rival: ['WATCH'],
    });
  });
});
