/** One piece of evidence that a line's goods are, or are not, controlled goods under another code. */
export const CLUE_KEYS = [
  'start',
  'text',
  'siblings',
  'unit-price',
  'mass',
  'origin',
  'departure',
  'importer',
] as const;
export type ClueKey = (typeof CLUE_KEYS)[number];

/**
 * `weight`: what it adds to the log-odds, > 0 raises the suspicion; 0: shown, not scored.
 * All weights add up to the log-odds of the probability. Facts are numbers that the words need:
 * start: none; where a line stands before anything is looked at, with what has no row of its own;
 * text: `suspect`, `declared` (probabilities of the two codes), `controlled` (of all controlled ones), 0..1;
 * siblings: `share` of the codes under the declared heading that are controlled, 0..1;
 * unit-price, mass: `value` of the line, `declared` and `suspect`: what is usual for the codes (KRW a kg; kg);
 * origin, departure: `declared` and `suspect`: share of earlier lines of the codes' headings from there, 0..1;
 * importer: `lines` of the same importer on this tablet, `controlled`: those under controlled codes,
 * `suspect`: those under the suspected heading.
 */
export interface Clue {
  readonly key: ClueKey;
  readonly weight: number;
  readonly facts: Readonly<Record<string, number>>;
}
