import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  indexPicks,
  LEAST_SIMILARITY,
  MOST_PICKS,
  similarPicks,
  wordCosine,
  wordsOf,
  type KnownPick,
} from '../../../../src/domain/hs/past-picks.ts';

let count = 0;
function pick(text: string, code = '851762', at = '2026-10-02'): KnownPick {
  count += 1;
  return { event: `E${count}`, text, code, at };
}
const found = (text: string, picks: readonly KnownPick[]) => similarPicks(text, indexPicks(picks));

describe('the words of a goods text', () => {
  it.each([
    ['SMART WATCH, smart', ['smart', 'watch']],
    ['USB충전기 5V', ['usb', '충전기', 'v']],
    ['ＣＯＴＴＯＮ 100%', ['cotton']],
    ['123 😀', []],
  ])('of %s', (text, words) => {
    expect([...wordsOf(text)]).toEqual(words);
  });

  it('are as near to each other as the cosine of their sets, from 0 to 1', () => {
    const word = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const words = fc.array(word).map((list) => new Set(list));
    fc.assert(
      fc.property(words, words, (one, other) => {
        const cosine = wordCosine(one, other);
        expect(cosine).toBeCloseTo(wordCosine(other, one));
        expect(cosine).toBeGreaterThanOrEqual(0);
        expect(cosine).toBeLessThanOrEqual(1 + 1e-12);
        if (one.size > 0) expect(wordCosine(one, one)).toBeCloseTo(1);
      }),
    );
  });
});

describe('own earlier picks', () => {
  it('come most similar first, the newer one of equals', () => {
    const old = pick('smart band bluetooth', '851762', '2026-08-19');
    const recent = pick('smart band BLUETOOTH!', '910212', '2026-10-02');
    const near = pick('smart band bluetooth strap', '851762');
    const texts = found('Smart band, bluetooth', [near, old, recent]).map(({ event }) => event);
    expect(texts).toEqual([recent.event, old.event, near.event]);
  });

  it('leave out what has little in common', () => {
    expect(
      found('frozen shrimp', [pick('smart band'), pick('cotton frozen yoghurt cup spoon')]),
    ).toEqual([]);
    const shown = found('smart band', [pick('smart watch')]);
    expect(shown[0]?.similarity).toBeCloseTo(0.5);
    expect(shown[0]?.similarity).toBeGreaterThanOrEqual(LEAST_SIMILARITY);
  });

  it('count the same words with the same code once, and are at most a handful', () => {
    const again = Array.from({ length: 9 }, () => pick('smart band'));
    expect(found('smart band', again)).toHaveLength(1);
    const others = Array.from({ length: 9 }, (_, n) => pick('smart band', `85176${n}`));
    expect(found('smart band', others)).toHaveLength(MOST_PICKS);
  });

  it('say nothing of a text without words', () => {
    for (const odd of ['', '😀', '8517.62']) expect(found(odd, [pick('smart band')])).toEqual([]);
  });
});
