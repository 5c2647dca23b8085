/**
 * Where a line goes: to inspection, to a look at its controlled goods, to an officer's review, or to
 * the fast track. A line that should perhaps have been declared for review is never fast.
 */
export const LANES = ['inspect', 'controlled', 'review', 'fast'] as const;
export type Lane = (typeof LANES)[number];
