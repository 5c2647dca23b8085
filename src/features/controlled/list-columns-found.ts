import type { Fault } from '../../contracts/fault.ts';
import { REQUIRED_LIST_COLUMNS, type ListColumn } from '../../domain/controlled/list-columns.ts';

/** Which needed columns a file was found to have, and which not; null: the fault tells nothing of it. */
export function missingOf({ code, facts }: Fault): {
  readonly missing: readonly ListColumn[];
  readonly found: readonly ListColumn[];
} | null {
  if (code !== 'header-unknown' || facts?.['missing'] === undefined) return null;
  const named = new Set(String(facts['missing']).split(','));
  return {
    missing: REQUIRED_LIST_COLUMNS.filter((column) => named.has(column)),
    found: REQUIRED_LIST_COLUMNS.filter((column) => !named.has(column)),
  };
}
