/** The three answers on whether a line should have been declared for review, and what each rests on. */

export const CONTROLLED_ANSWERS = ['check', 'fits', 'cannot-tell'] as const;
export type ControlledAnswer = (typeof CONTROLLED_ANSWERS)[number];

/**
 * document-given: the code is on the list and its documents stand on the line.
 * document-missing: it is, and one of its documents does not.
 * document-unnamed: one does not, and a number stands there that no name goes with.
 * condition-open: only some goods of the code are on the list, by a condition or because it was declared
 * less exactly than they are listed, and their documents do not stand on the line.
 * documents-not-stated: it is, and the file has no column for documents.
 * hidden: the code is not on the list, and the goods look like ones that are.
 * no-sign: it is not, and words and numbers speak for the declared code.
 * unclear: words or numbers are there and do not decide.
 * text-unread: it is not, and the goods text has not been read yet.
 * no-text: the line has no goods text that says anything, and its numbers do not decide.
 * outside-dates: the list says nothing of that day.
 */
export const GROUNDS = [
  'document-given',
  'document-missing',
  'document-unnamed',
  'condition-open',
  'documents-not-stated',
  'hidden',
  'no-sign',
  'unclear',
  'text-unread',
  'no-text',
  'outside-dates',
] as const;
export type Ground = (typeof GROUNDS)[number];

export const ANSWER_OF: Readonly<Record<Ground, ControlledAnswer>> = {
  'document-given': 'fits',
  'document-missing': 'check',
  'document-unnamed': 'cannot-tell',
  'condition-open': 'cannot-tell',
  'documents-not-stated': 'cannot-tell',
  hidden: 'check',
  'no-sign': 'fits',
  unclear: 'cannot-tell',
  'text-unread': 'cannot-tell',
  'no-text': 'cannot-tell',
  'outside-dates': 'cannot-tell',
};

/** Probability from which a line is more suspect than any: the share of hidden lines in the simulation. */
const BASE_RATE = 0.03;
const OPEN: ReadonlySet<Ground> = new Set([
  'document-unnamed',
  'condition-open',
  'documents-not-stated',
  'text-unread',
]);

/** Whether a question on controlled goods is left open on the line, so that a release must not be suggested. */
export function isOpen(ground: Ground, probability: number | null): boolean {
  return OPEN.has(ground) || (ground === 'unclear' && (probability ?? 1) >= BASE_RATE);
}
