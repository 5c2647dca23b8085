/** Earlier picks of officers on this tablet whose goods text resembles a new one. */
import type { HsCode } from './code.ts';

/** An officer's earlier pick on this tablet whose goods text resembles this one. */
export interface PastPick {
  readonly event: string;
  readonly text: string;
  /** Six or ten digits. */
  readonly code: HsCode;
  readonly at: string;
  /** Cosine of the words, 0..1. */
  readonly similarity: number;
}

export type KnownPick = Omit<PastPick, 'similarity'>;

/** Picks that have less in common say nothing of these goods. */
export const LEAST_SIMILARITY = 0.4;
export const MOST_PICKS = 5;

/** Runs of Hangul apart from other letters: `USB충전기` is two words. Figures alone are no word. */
const WORD = /\p{Script=Hangul}+|(?:[^\P{L}\p{Script=Hangul}]\p{M}*)+/gu;

/** The words of a text, each once, in one width and case. */
export function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.normalize('NFKC').toLowerCase().match(WORD) ?? []);
}

/** Cosine of two sets of words: common ones by the root of the sizes; 0 where one is empty. */
export function wordCosine(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let common = 0;
  for (const word of a) if (b.has(word)) common += 1;
  return common / Math.sqrt(a.size * b.size);
}

/** A pick with its words, made once. */
export interface IndexedPick {
  readonly pick: KnownPick;
  readonly words: ReadonlySet<string>;
}

export function indexPicks(picks: readonly KnownPick[]): readonly IndexedPick[] {
  return picks.map((pick) => ({ pick, words: wordsOf(pick.text) }));
}

/**
 * Most similar first, the newer one of equals; the same words with the same code are one piece of
 * evidence, however often they were picked.
 */
export function similarPicks(text: string, index: readonly IndexedPick[]): readonly PastPick[] {
  const words = wordsOf(text);
  const found = index
    .map(({ pick, words: theirs }) => ({ ...pick, similarity: wordCosine(words, theirs), theirs }))
    .filter(({ similarity }) => similarity >= LEAST_SIMILARITY)
    .sort((a, b) => b.similarity - a.similarity || (a.at < b.at ? 1 : -1));
  const seen = new Set<string>();
  const once = found.filter(({ theirs, code }) => {
    const key = `${code} ${[...theirs].sort().join(' ')}`;
    return seen.size !== seen.add(key).size;
  });
  return once.slice(0, MOST_PICKS).map(({ event, text: its, code, at, similarity }) => {
    return { event, text: its, code, at, similarity };
  });
}
