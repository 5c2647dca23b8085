import type { Difference } from '../../contracts/hs.ts';

/** Separator key of a pair that only the official names tell apart. */
const BY_NAME = 'name';

/** What separates two codes, apart from their names, which are always shown. */
export function separators(differences: readonly Difference[]): readonly Difference[] {
  return differences.filter(({ key }) => key !== BY_NAME);
}

/**
 * What decides between the two, where the text speaks to none of it: to be found out elsewhere.
 * One answer is mostly enough: what is cotton need not be checked for being no silk.
 */
export function unanswered(differences: readonly Difference[]): readonly string[] {
  const deciding = separators(differences);
  return deciding.some(({ found }) => found !== null) ? [] : deciding.map(({ key }) => key);
}
