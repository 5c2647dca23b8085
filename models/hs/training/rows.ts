/** A labelled goods text, wherever it came from. */
import { createHash } from 'node:crypto';
import { tokensOf } from '../../../src/domain/hs/suggest/tokens.ts';

/** What a text is like; the fusion of members and the figures are told apart by it. */
export const GENRES = ['parcel', 'ruling', 'name', 'phrase'] as const;
export type Genre = (typeof GENRES)[number];

export interface Row {
  readonly text: string;
  /** Six digits. */
  readonly code: string;
  readonly genre: Genre;
  readonly source: string;
  /** How much the row counts in training. */
  readonly weight: number;
  /** Rows with one key stay on one side of every split. */
  readonly key: string;
}

/** Sorted set of the alphabetic tokens: listings that differ in sizes and order are one. */
export function keyOf(text: string): string {
  const words = tokensOf(text).flatMap(
    ({ text: word }) => word.match(/[^\W\d_]+|[\u0080-\u{10ffff}]+/gu) ?? [],
  );
  return [...new Set(words)].sort().join(' ');
}

export const FOLDS = 5;

/** Fold 0..FOLDS-1 of a key; the same on every machine. */
export function foldOf(key: string): number {
  const head = createHash('sha1').update(`haechi-hs|${key}`).digest().readUInt32BE(0);
  return Math.floor((head / 2 ** 32) * FOLDS);
}
