import type { Difference } from '../../contracts/hs.ts';

/** Separator key of a pair that only the official names tell apart. */
const BY_NAME = 'name';

/** What separates two codes, apart from their names, which are always shown. */
export function separators(differences: readonly Difference[]): readonly Difference[] {
  return differences.filter(({ key }) => key !== BY_NAME);
}

/** What decides between the two and is not in the text: to be found out elsewhere. */
export function unanswered(differences: readonly Difference[]): readonly string[] {
  const missing = separators(differences).filter(({ found }) => found === null);
  return [...new Set(missing.map(({ key }) => key))];
}
