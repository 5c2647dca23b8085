/** Why a cell, or a whole row, could not be taken. The words for each live in src/i18n. */
export const BAD_REASONS = [
  'empty',
  'not-a-date',
  'not-a-number',
  'negative',
  'out-of-range',
  'not-an-hs-code',
  'not-a-country',
  'too-long',
  'too-few-columns',
  'too-many-columns',
  'stray-quote',
  'digits-lost',
] as const;
export type BadReason = (typeof BAD_REASONS)[number];

/** A cell that could not be taken, with its place in the file (the header is mostly line 1). */
export interface BadCell {
  readonly line: number;
  /** Name of the column; empty when the row as a whole is bad. */
  readonly column: string;
  /** As it stands in the file, cut at VALUE_LIMIT characters. */
  readonly value: string;
  readonly reason: BadReason;
}

export const VALUE_LIMIT = 80;
