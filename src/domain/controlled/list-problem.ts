/**
 * What is wrong with a row of a list that an administration brings. Errors keep the list out.
 * too-many-rows: named once, on the first row past the limit; nothing behind it was read.
 * too-many-of-code: named once a code, on its first row past the limit.
 */
export const LIST_ERRORS = [
  'empty',
  'too-long',
  'not-a-code',
  'not-a-date',
  'dates-reversed',
  'repeated',
  'stray-quote',
  'too-many-columns',
  'too-many-rows',
  'too-many-of-code',
] as const;
/**
 * unknown-code: the nomenclature on the tablet has no such code. overlap: the same requirement of the
 * same code twice at one time. gap: days between two rows of the same requirement that no row covers.
 */
export const LIST_WARNINGS = ['unknown-code', 'overlap', 'gap'] as const;

export type ListProblemKind = (typeof LIST_ERRORS)[number] | (typeof LIST_WARNINGS)[number];

export interface ListProblem {
  readonly kind: ListProblemKind;
  /** Line of the file, the header's is 1. */
  readonly line: number;
  /** As the file calls it; empty where the row as a whole is meant. */
  readonly column: string;
  readonly value: string;
  /** The other row of a pair; null: none. */
  readonly other: number | null;
}
