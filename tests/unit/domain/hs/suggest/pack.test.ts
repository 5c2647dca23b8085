import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { newestPack } from '../../../../../models/manifest.ts';
import { isHeldOut, readPhrases } from '../../../../../models/phrases.ts';
import { mostLikely } from '../../../../../src/domain/hs/answer.ts';
import { GoldenHs, largestDifference } from '../../../../../src/domain/hs/suggest/golden.ts';
import { openHsModel } from '../../../../../src/domain/hs/suggest/open.ts';
import { READ_LIMIT, tokensOf } from '../../../../../src/domain/hs/suggest/tokens.ts';
import { SUBHEADINGS } from '../tariff-fixture.ts';
import { sumOf } from './made-parts.ts';

const folder = newestPack('hs');
const read = (name: string): ArrayBuffer =>
  Uint8Array.from(readFileSync(path.join(folder, name))).buffer;
const model = openHsModel(new Map(['model.json', 'arrays.bin'].map((name) => [name, read(name)])));
const golden = v.parse(
  GoldenHs,
  JSON.parse(readFileSync(path.join(folder, 'golden.json'), 'utf8')),
);

/** Goods that the training never saw, an even draw over the tariff. */
const heldOut = readPhrases()
  .filter(({ text }) => isHeldOut(text))
  .filter((_, i) => i % 8 === 0);

const GOODS = [
  'stainless steel vacuum tumbler 500ml',
  '면 편직 남성용 반소매 티셔츠',
  'LED 램프 12W E26',
  'frozen peeled shrimp IQF 31/40',
];
const HOSTILE: Readonly<Record<string, string>> = {
  'an empty box': '',
  'blanks and line breaks': ' \n\t\u00a0\n ',
  'one letter': 'a',
  'one jamo': 'ㅋ',
  'signs alone': '!!! ??? --- ...',
  'pictures alone': '🦐🦐👩‍👩‍👧',
  'half a picture': '\ud83e watch \udd90',
  'markup that attacks': '<img src=x onerror="alert(1)"> <script>steel</script> bottle',
  'markup that never ends': '<'.repeat(5000),
  'a letter without end': 'x'.repeat(1_000_000),
  'a megabyte of goods': 'leather boots '.repeat(75_000),
  'a megabyte of different words': Array.from({ length: 120_000 }, (_, i) => `w${i}`).join(' '),
  'signs that turn the writing round': '\u202eelttob leets\u202c',
  'nothing printable': '\u0000\u0001\u0007\ufffe',
  'digits alone': '8517620090 '.repeat(50),
  'a word that is a property of all things': '__proto__ constructor hasOwnProperty',
};

describe('the committed HS model', () => {
  it('knows every subheading of the tariff', () => {
    expect(model.codes).toEqual(SUBHEADINGS);
  });

  it('answers the golden texts as training did', () => {
    expect(golden.cases.length).toBeGreaterThanOrEqual(5);
    expect(largestDifference(model, golden)).toBeLessThan(1e-4);
  });

  it('would be found out if it answered one of them otherwise', () => {
    const [first, ...others] = golden.cases;
    if (first === undefined) throw new Error('no golden case');
    const changed = { ...first, similarity: first.similarity + 0.01 };
    expect(largestDifference(model, { format: 1, cases: [...others, changed] })).toBeCloseTo(
      0.01,
      4,
    );
    const [, ...more] = first.top;
    const other = { ...first, top: [['000000', 0.5] as [string, number], ...more] };
    expect(largestDifference(model, { format: 1, cases: [other] })).toBe(1);
  });

  it.each(GOODS)('gives shares that add up to 1: %s', (text) => {
    const { probability, similarity } = model.score(text);
    expect(sumOf(probability)).toBeCloseTo(1, 4);
    expect(similarity).toBeGreaterThan(0);
    expect(similarity).toBeLessThanOrEqual(1);
  });

  it('says of a text what it said of it before, whatever came between', () => {
    const first = GOODS.map((text) => model.score(text));
    for (const text of Object.values(HOSTILE)) model.score(text.slice(0, READ_LIMIT));
    expect(GOODS.map((text) => model.score(text))).toEqual(first);
  });

  it.each(Object.entries(HOSTILE))('answers %s like any text', (_, text) => {
    const { probability, similarity } = model.score(text);
    expect(probability.every((share) => share >= 0 && share <= 1)).toBe(true);
    expect(sumOf(probability)).toBeCloseTo(1, 4);
    expect(similarity).toBeGreaterThanOrEqual(0);
    expect(similarity).toBeLessThanOrEqual(1);
  });

  it('reads the beginning of a text that is too long, and is not led by its markup', () => {
    const long = 'leather boots '.repeat(75_000);
    expect(model.score(long)).toEqual(model.score(long.slice(0, READ_LIMIT)));
    expect(model.score('<b>leather</b> &nbsp;boots')).toEqual(model.score('leather boots'));
  });

  it('is like nothing it knows for words that nobody uses', () => {
    expect(model.score('zxqv wjkkp').similarity).toBe(0);
    expect(model.score('leather boots zxqv wjkkp qqpfh').similarity).toBeLessThan(
      model.score('leather boots').similarity,
    );
  });

  it('finds the right code for goods it never learnt from: two in five first, two in three among five', () => {
    const places = heldOut.map(({ code, text }) => {
      const best = mostLikely(model.score(text).probability, 5).map((k) => model.codes[k]);
      return best.indexOf(code);
    });
    expect(places.length).toBeGreaterThan(200);
    expect(places.filter((place) => place === 0).length / places.length).toBeGreaterThan(0.4);
    expect(places.filter((place) => place >= 0).length / places.length).toBeGreaterThan(0.66);
  });

  it('is about as often right as it says, on goods it never learnt from', () => {
    const firsts = heldOut.map(({ code, text }) => {
      const { probability } = model.score(text);
      const [best = -1] = mostLikely(probability, 1);
      return { share: probability[best] ?? NaN, right: model.codes[best] === code };
    });
    const mean = sumOf(firsts.map(({ share }) => share)) / firsts.length;
    const right = firsts.filter((first) => first.right).length / firsts.length;
    expect(Math.abs(mean - right)).toBeLessThan(0.08);
  });
});

describe('the words that led to a code', () => {
  const text = '<b>Leather</b> upper hiking boots, rubber sole &amp; laces';

  it('are the words of the text where they stand, and nothing of its markup', () => {
    const pulls = model.pulls(text, '640399', null);
    expect(pulls.map(({ start, end }) => text.slice(start, end).toLowerCase())).toEqual(
      tokensOf(text).map((token) => token.text),
    );
    expect(pulls.every(({ pull }) => Number.isFinite(pull))).toBe(true);
  });

  it('pull by as much as the log-odds of the code fall without them', () => {
    const odds = (words: string): number => {
      const share = model.score(words).probability[model.codes.indexOf('030617')] ?? NaN;
      return Math.log((share + 1e-6) / (1 - share + 1e-6));
    };
    const [frozen, shrimp] = model.pulls('frozen shrimp', '030617', null);
    expect(frozen?.pull).toBeCloseTo(odds('frozen shrimp') - odds('shrimp'), 6);
    expect(shrimp?.pull).toBeCloseTo(odds('frozen shrimp') - odds('frozen'), 6);
    expect(shrimp?.pull).toBeGreaterThan(0);
  });

  it('pull the same wherever a word is repeated', () => {
    const pulls = model.pulls('steel bottle, steel cap', '732393', null);
    expect(pulls[0]?.pull).toBe(pulls[2]?.pull);
  });

  it('pull for a code by as much as against its rival', () => {
    const own = model.pulls(text, '640399', '640411');
    const other = model.pulls(text, '640411', '640399');
    own.forEach(({ pull }, i) => expect(pull).toBeCloseTo(-(other[i]?.pull ?? NaN), 5));
  });

  it('are none for a code that the model does not know, and for an empty box', () => {
    expect(model.pulls(text, '999999', null)).toEqual([]);
    expect(model.pulls('', '640399', null)).toEqual([]);
  });

  it('stay within the text when it is a megabyte', () => {
    const long = 'leather boots '.repeat(75_000);
    const pulls = model.pulls(long, '640399', null);
    expect(Math.max(...pulls.map(({ end }) => end))).toBeLessThanOrEqual(READ_LIMIT);
  });
});

describe('the 10-digit codes below a subheading', () => {
  it('are put in order by what the text says of them', () => {
    const names = [
      { ko: '살아있는 것', en: 'Live' },
      { ko: '냉동한 것', en: 'Frozen' },
    ];
    const [live, frozen] = model.rankLeaves('frozen shrimp', names);
    expect(frozen ?? 0).toBeGreaterThan(live ?? 1);
    expect(model.rankLeaves('zxqv', names)).toEqual([null, null]);
  });
});
