import { nodeCount } from '../../../../../src/domain/hs/suggest/descend.ts';
import { featuresOf, KIND } from '../../../../../src/domain/hs/suggest/features.ts';
import {
  CANDIDATE_FEATURES,
  CONTEXT_FEATURES,
  MEMBERS,
} from '../../../../../src/domain/hs/suggest/fusion.ts';
import type { Fusion } from '../../../../../src/domain/hs/suggest/fusion.ts';
import { tokensOf } from '../../../../../src/domain/hs/suggest/tokens.ts';
import { codeTree } from '../../../../../src/domain/hs/suggest/tree.ts';
import type { CodeTree } from '../../../../../src/domain/hs/suggest/tree.ts';
import { openVocabulary } from '../../../../../src/domain/hs/suggest/vocabulary.ts';
import type { Vocabulary } from '../../../../../src/domain/hs/suggest/vocabulary.ts';

/** Four chapters; 61 and 03 have one heading, 85 has two. */
export const TREE = codeTree([
  ...['030616', '030617'],
  ...['610510', '610520', '610590', '620520'],
  ...['851713', '851762', '852580'],
]);

/** A vocabulary of words alone, each with its rarity (idf, in steps of 1/16). */
export function vocabularyOf(words: Readonly<Record<string, number>>): Vocabulary {
  const known = Object.entries(words).map(([word, idf]) => ({ hash: hashOf(word), idf }));
  known.sort((a, b) => a.hash - b.hash);
  return openVocabulary(
    Uint32Array.from(known, ({ hash }) => hash),
    new Uint8Array(known.length).fill(KIND.word),
    Uint8Array.from(known, ({ idf }) => idf * 16),
  );
}

export function hashOf(word: string): number {
  return featuresOf(tokensOf(word)).find(({ kind }) => kind === KIND.word)?.hash ?? 0;
}

/** An even blend: a code's score is the sum of what the members think of it. */
export function evenFusion(tree: CodeTree, change: Partial<Fusion> = {}): Fusion {
  const bilinear = new Float32Array((1 + CONTEXT_FEATURES) * CANDIDATE_FEATURES);
  bilinear.fill(1, 0, MEMBERS.length);
  return {
    ...{ hidden: 0, bilinear, layer: new Float32Array(0), output: new Float32Array(0) },
    ...{ sharpness: { ko: 1, en: 1 }, missed: 0.02 },
    habit: new Float32Array(tree.codes.length),
    parcelHabit: new Float32Array(tree.codes.length),
    ...change,
  };
}

/** Scores of all nodes, in the order of the tree: chapters, headings, classes. */
export function scoresOf(tree: CodeTree, of: Readonly<Record<string, number>>): Float32Array {
  const nodes = [...tree.chapters, ...tree.headings, ...tree.codes];
  if (nodes.length !== nodeCount(tree)) throw new Error('nodes and their count differ');
  return Float32Array.from(nodes, (code) => of[code] ?? 0);
}

export function sumOf(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
