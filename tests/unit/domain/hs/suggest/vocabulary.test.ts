import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { featuresOf, KIND } from '../../../../../src/domain/hs/suggest/features.ts';
import { tokensOf } from '../../../../../src/domain/hs/suggest/tokens.ts';
import { encodeText, openVocabulary } from '../../../../../src/domain/hs/suggest/vocabulary.ts';
import type { EncodedText } from '../../../../../src/domain/hs/suggest/vocabulary.ts';
import { vocabularyOf } from './made-parts.ts';

/** `shrimp` and `watch` are common (idf 2), `strap` is rare (idf 8). */
const vocabulary = vocabularyOf({ shrimp: 2, watch: 2, strap: 8, 새우: 4 });

const squaresOf = ({ value }: EncodedText): number => value.reduce((sum, x) => sum + x * x, 0);
const valueOf = (text: string, word: string): number => {
  const encoded = encodeText(vocabulary, text);
  const [feature = -1] = encodeText(vocabulary, word).index;
  return encoded.value[encoded.index.indexOf(feature)] ?? 0;
};

describe('a vocabulary', () => {
  it('finds each of its features and no other', () => {
    const hash = fc.nat(0xffffffff);
    fc.assert(
      fc.property(fc.uniqueArray(hash, { maxLength: 200 }), fc.array(hash), (own, others) => {
        const hashes = Uint32Array.from(own).sort();
        const opened = openVocabulary(
          hashes,
          new Uint8Array(own.length),
          new Uint8Array(own.length),
        );
        hashes.forEach((one, place) => expect(opened.find(one)).toBe(place));
        for (const one of others) expect(opened.find(one)).toBe(hashes.indexOf(one));
      }),
    );
  });

  it('keeps rarity in sixteenths', () => {
    const opened = openVocabulary(
      Uint32Array.of(1, 2),
      Uint8Array.of(1, 1),
      Uint8Array.of(24, 255),
    );
    expect([...opened.idf]).toEqual([1.5, 15.9375]);
  });
});

describe('a text as a vector', () => {
  it('has length 1, its features in order and once each, whatever was typed', () => {
    const words = fc.constantFrom('shrimp', 'watches', 'strap', '새우', 'quux', '!', '🦐', '<b>');
    fc.assert(
      fc.property(fc.array(words, { maxLength: 20 }), (parts) => {
        const encoded = encodeText(vocabulary, parts.join(' '));
        expect([...encoded.index]).toEqual([...new Set(encoded.index)].sort((a, b) => a - b));
        expect(encoded.value.every(Number.isFinite)).toBe(true);
        if (encoded.index.length > 0) expect(squaresOf(encoded)).toBeCloseTo(1, 5);
      }),
    );
  });

  it('is empty, and no failure, when no word is known', () => {
    for (const text of ['', 'quux', '🦐']) {
      const { index, value } = encodeText(vocabulary, text);
      expect([index.length, value.length]).toEqual([0, 0]);
    }
  });

  it('gives the rare word more weight than the common one, by how rare it is', () => {
    expect(valueOf('watch strap', 'strap') / valueOf('watch strap', 'watch')).toBeCloseTo(4, 5);
  });

  it('gives a repeated word more weight, but not as often as it is repeated', () => {
    const ratio =
      valueOf('shrimp shrimp watch', 'shrimp') / valueOf('shrimp shrimp watch', 'watch');
    expect(ratio).toBeCloseTo(1 + Math.log(2), 5);
  });

  it('gives a gram less weight than a word', () => {
    // One syllable has one word and one gram.
    const features = featuresOf(tokensOf('새')).sort((a, b) => a.hash - b.hash);
    const both = openVocabulary(
      Uint32Array.from(features, ({ hash }) => hash),
      Uint8Array.from(features, ({ kind }) => kind),
      Uint8Array.of(32, 32),
    );
    const { value } = encodeText(both, '새');
    const weight = (kind: number): number => value[both.kind.indexOf(kind)] ?? NaN;
    expect(weight(KIND.gram) / weight(KIND.word)).toBeCloseTo(0.6 / 0.8, 5);
  });

  it('counts the words it does not know, each once, as rare ones', () => {
    expect(encodeText(vocabulary, 'shrimp watch')).toMatchObject({ words: 2, unknown: 0 });
    const strange = encodeText(vocabulary, 'shrimp quux quux frob');
    expect(strange.words).toBe(3);
    expect(strange.unknown).toBeCloseTo(2 * (10 * 0.8) ** 2, 9);
  });

  it('knows its language', () => {
    expect(encodeText(vocabulary, '새우').language).toBe('ko');
    expect(encodeText(vocabulary, 'shrimp').language).toBe('en');
  });
});
