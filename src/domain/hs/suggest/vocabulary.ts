/** The features a pack knows, and a text as a vector over them. */
import { featuresOf, KIND } from './features.ts';
import type { Feature } from './features.ts';
import { languageOf, tokensOf } from './tokens.ts';
import type { Token } from './tokens.ts';

export interface Vocabulary {
  readonly size: number;
  /** Index of a feature by its hash, or -1. */
  find(hash: number): number;
  /** ln((rows + 1) / (rows with it + 1)) + 1. */
  readonly idf: Float32Array;
  /** KIND of each feature. */
  readonly kind: Uint8Array;
}

/** A text as the members see it: L2-normalised tf-idf, features ascending. */
export interface EncodedText {
  readonly index: Int32Array;
  readonly value: Float32Array;
  readonly language: 'ko' | 'en';
  /** Words of the text, known or not, without repeats. */
  readonly words: number;
  /** Squared weight of the words the vocabulary lacks, on the scale of idf. */
  readonly unknown: number;
}

/** Words count for more than the grams they are made of. */
const KIND_WEIGHT: Readonly<Record<number, number>> = {
  [KIND.word]: 0.8,
  [KIND.pair]: 0.8,
  [KIND.gram]: 0.6,
};

/** `hashes` ascending and distinct; idf is kept in 1/16ths in one byte. */
export function openVocabulary(
  hashes: Uint32Array,
  kinds: Uint8Array,
  idf16: Uint8Array,
): Vocabulary {
  let slots = 1;
  while (slots < hashes.length * 2) slots *= 2;
  const table = new Int32Array(slots).fill(-1);
  hashes.forEach((hash, index) => {
    let slot = hash & (slots - 1);
    while (table[slot] !== -1) slot = (slot + 1) & (slots - 1);
    table[slot] = index;
  });
  return {
    size: hashes.length,
    kind: kinds,
    idf: Float32Array.from(idf16, (sixteenths) => sixteenths / 16),
    find(hash) {
      for (let slot = hash & (slots - 1); ; slot = (slot + 1) & (slots - 1)) {
        const index = table[slot] ?? -1;
        if (index === -1 || hashes[index] === hash) return index;
      }
    },
  };
}

export function encodeText(vocabulary: Vocabulary, text: string): EncodedText {
  return encodeTokens(vocabulary, tokensOf(text));
}

export function encodeTokens(vocabulary: Vocabulary, tokens: readonly Token[]): EncodedText {
  const counts = new Map<number, number>();
  const strange = new Set<number>();
  const words = new Set<number>();
  for (const feature of featuresOf(tokens)) {
    const index = vocabulary.find(feature.hash);
    if (index >= 0) counts.set(index, (counts.get(index) ?? 0) + 1);
    noteWord(feature, index, words, strange);
  }
  const index = Int32Array.from(counts.keys()).sort();
  const value = Float32Array.from(index, (feature) => {
    const weight = KIND_WEIGHT[vocabulary.kind[feature]!] ?? 0;
    return (1 + Math.log(counts.get(feature)!)) * vocabulary.idf[feature]! * weight;
  });
  const length = Math.sqrt(value.reduce((sum, x) => sum + x * x, 0)) || 1;
  for (let i = 0; i < value.length; i++) value[i]! /= length;
  const unknown = strange.size * (UNKNOWN_IDF * KIND_WEIGHT[KIND.word]!) ** 2;
  return { index, value, language: languageOf(tokens), words: words.size, unknown };
}

/** A word never met weighs like a rare one. */
const UNKNOWN_IDF = 10;

function noteWord(feature: Feature, index: number, words: Set<number>, strange: Set<number>): void {
  if (feature.kind !== KIND.word) return;
  words.add(feature.hash);
  if (index < 0) strange.add(feature.hash);
}
