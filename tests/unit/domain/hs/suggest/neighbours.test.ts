import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KIND } from '../../../../../src/domain/hs/suggest/features.ts';
import { openNeighbours, voteOf } from '../../../../../src/domain/hs/suggest/neighbours.ts';
import type { Neighbours } from '../../../../../src/domain/hs/suggest/neighbours.ts';
import { encodeText } from '../../../../../src/domain/hs/suggest/vocabulary.ts';
import { sumOf, vocabularyOf } from './made-parts.ts';

const RARITY = { shrimp: 4, frozen: 2, watch: 3, strap: 5, steel: 2 };
const WORDS = Object.keys(RARITY);
const vocabulary = vocabularyOf(RARITY);
const CLASSES = 3;

interface Learnt {
  readonly text: string;
  readonly class: number;
  /** In hundredths. */
  readonly vote?: number;
}

function indexOf(learnt: readonly Learnt[], over = vocabulary): Neighbours {
  const rows = learnt.map(({ text }) => new Set(encodeText(over, text).index));
  const lists = Array.from({ length: over.size }, (_, feature) =>
    [...rows.keys()].filter((row) => rows[row]?.has(feature)),
  );
  const from = new Uint32Array(over.size + 1);
  lists.forEach((list, feature) => (from[feature + 1] = (from[feature] ?? 0) + list.length));
  return openNeighbours(
    {
      ...{ from, row: Uint32Array.from(lists.flat()) },
      classOf: Uint16Array.from(learnt, (row) => row.class),
      vote: Uint8Array.from(learnt, ({ vote }) => vote ?? 100),
    },
    over,
  );
}

function ask(neighbours: Neighbours, text: string): { similarity: number; shares: number[] } {
  const shares = new Float32Array(CLASSES);
  const similarity = voteOf(neighbours, vocabulary, encodeText(vocabulary, text), shares);
  return { similarity, shares: [...shares] };
}

/** Cosine of two sets of words, each word as long as it is rare. */
function cosine(a: string, b: string): number {
  const wordsOf = (text: string): string[] => [...new Set(text.split(' '))];
  const square = (word: string): number => RARITY[word as keyof typeof RARITY] ** 2;
  const size = (text: string): number => Math.sqrt(sumOf(wordsOf(text).map(square)));
  const both = wordsOf(a).filter((word) => wordsOf(b).includes(word));
  return sumOf(both.map(square)) / (size(a) * size(b));
}

const text = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 })
  .map((words) => words.join(' '));

describe('the nearest labelled texts', () => {
  it('are as near as 1 when the very words were learnt, in any order and number', () => {
    const index = indexOf([
      { text: 'frozen shrimp', class: 0 },
      { text: 'steel watch strap', class: 2 },
    ]);
    expect(ask(index, 'strap watch steel watch').similarity).toBeCloseTo(1, 6);
    expect(ask(index, 'FROZEN shrimps').similarity).toBeCloseTo(1, 6);
  });

  it('are as near as the cosine of their rare and common words', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), text, (learnt, asked) => {
        const index = indexOf(learnt.map((own, i) => ({ text: own, class: i % CLASSES })));
        const wanted = Math.max(...learnt.map((own) => cosine(own, asked)));
        expect(ask(index, asked).similarity).toBeCloseTo(wanted, 5);
      }),
    );
  });

  it('are further away the more words of the text nobody knows', () => {
    const index = indexOf([{ text: 'watch strap', class: 1 }]);
    const near = ['watch strap', 'watch strap quux', 'watch strap quux frob'].map(
      (own) => ask(index, own).similarity,
    );
    expect(near).toEqual(near.toSorted((a, b) => b - a));
    expect(near[1]).toBeCloseTo(Math.sqrt(34) / Math.sqrt(34 + 100), 5);
  });

  it('are nowhere for a text without a known word, and vote for nothing', () => {
    const index = indexOf([{ text: 'watch', class: 1 }]);
    expect(ask(index, 'quux')).toEqual({ similarity: 0, shares: [0, 0, 0] });
    expect(ask(index, '')).toEqual({ similarity: 0, shares: [0, 0, 0] });
  });

  it('are not found by grams alone', () => {
    const grams = { ...vocabulary, kind: new Uint8Array(vocabulary.size).fill(KIND.gram) };
    const shares = new Float32Array(CLASSES);
    const index = indexOf([{ text: 'watch', class: 1 }]);
    expect(voteOf(index, grams, encodeText(grams, 'watch'), shares)).toBe(0);
  });
});

describe('their vote', () => {
  it('is shared evenly between equals', () => {
    const index = indexOf([
      { text: 'steel watch', class: 0 },
      { text: 'watch steel', class: 2 },
    ]);
    expect(ask(index, 'steel watch').shares).toEqual([0.5, 0, 0.5]);
  });

  it('counts as much as the source of a text is trusted', () => {
    const index = indexOf([
      { text: 'steel watch', class: 0, vote: 150 },
      { text: 'steel watch', class: 1, vote: 50 },
    ]);
    expect(ask(index, 'steel watch').shares).toEqual([0.75, 0.25, 0]);
  });

  it('falls with the fourth power of the distance', () => {
    const index = indexOf([
      { text: 'frozen shrimp', class: 0 },
      { text: 'shrimp', class: 1 },
    ]);
    const [far, near] = ask(index, 'shrimp').shares;
    expect((far ?? NaN) / (near ?? NaN)).toBeCloseTo(cosine('frozen shrimp', 'shrimp') ** 4, 5);
  });

  it('adds up to 1 whoever votes', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 50 }), text, (learnt, asked) => {
        const index = indexOf(learnt.map((own, i) => ({ text: own, class: i % CLASSES })));
        const { similarity, shares } = ask(index, asked);
        expect(sumOf(shares)).toBeCloseTo(similarity > 0 ? 1 : 0, 5);
      }),
    );
  });

  it('is that of the 30 nearest: a crowd of distant ones has none', () => {
    const near = Array.from({ length: 30 }, () => ({ text: 'steel watch', class: 1 }));
    const crowd = Array.from({ length: 200 }, () => ({ text: 'watch', class: 0 }));
    const both = [...crowd.slice(100), ...near, ...crowd.slice(100)];
    const [silent, heard] = ask(indexOf(both), 'steel watch').shares;
    expect(silent).toBe(0);
    expect(heard).toBeCloseTo(1, 5);
    const [crowded, nearest] = ask(indexOf([...crowd, ...near.slice(0, 29)]), 'steel watch').shares;
    expect((crowded ?? NaN) / (nearest ?? NaN)).toBeCloseTo(
      cosine('steel watch', 'watch') ** 4 / 29,
      5,
    );
  });

  it('is the same again after other texts were asked about', () => {
    const index = indexOf([
      { text: 'steel watch', class: 0 },
      { text: 'watch strap', class: 1 },
      { text: 'frozen shrimp', class: 2 },
    ]);
    const first = ask(index, 'steel watch strap');
    for (const other of ['shrimp', 'watch', 'quux', 'steel']) ask(index, other);
    expect(ask(index, 'steel watch strap')).toEqual(first);
  });
});
