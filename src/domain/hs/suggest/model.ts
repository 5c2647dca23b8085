/** The suggester as workers and training use it; opened from the files of an `hs` pack. */
import type { HsCode } from '../code.ts';

/** Probability of every subheading the model knows, and how near the text is to what it learnt from. */
export interface HsScores {
  /** Sums to 1 over `HsModel.codes`. */
  readonly probability: Float32Array;
  /** Cosine to the nearest training text, 0..1. */
  readonly similarity: number;
  readonly language: 'ko' | 'en';
}

/** Where a word or Hangul syllable group stands in the text as typed, and how it pulls. */
export interface WordPull {
  readonly start: number;
  readonly end: number;
  /** Log-odds between the two codes that go when the word goes; > 0 speaks for the first. */
  readonly pull: number;
}

export interface HsModel {
  /** Six-digit codes, ascending; index = class. */
  readonly codes: readonly HsCode[];
  score(text: string): HsScores;
  /** What each word of the text does for `code` against `rival` (or against all others). */
  pulls(text: string, code: HsCode, rival: HsCode | null): readonly WordPull[];
  /** Share of each 10-digit code among `leaves` of one subheading; null: the text says nothing. */
  rankLeaves(text: string, leaves: readonly HsCode[]): readonly (number | null)[];
}
