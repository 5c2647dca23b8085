/** Where a line goes: to inspection, to an officer's review, or to the fast track. */
export const LANES = ['inspect', 'review', 'fast'] as const;
export type Lane = (typeof LANES)[number];
