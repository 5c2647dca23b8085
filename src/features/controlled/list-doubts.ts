/** What of a list that has no error still may not be meant. */
import type { ListReview } from '../../contracts/controlled.ts';
import { fallsByHalf } from '../../domain/controlled/list-change.ts';

/** Half or more of what the list in use holds would be gone. */
export function listFalls({ change, rows, codes, laws, inForce }: ListReview): boolean {
  return change !== null && fallsByHalf(change.before, { rows, codes, laws: laws.length, inForce });
}

/** Another number than the code may have been read as the code. */
export function codesStrange({ unknownCodes, codes }: ListReview): boolean {
  return unknownCodes * 2 > codes;
}
