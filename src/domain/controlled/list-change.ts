/** What an administration's list would change of the one in use, before anything is swapped. */
import type { HsCode } from '../hs/code.ts';
import { inForce } from './controlled-list.ts';
import type { RequirementRow } from './requirement.ts';

type Law = RequirementRow['law'];

export interface ListSize {
  readonly rows: number;
  readonly codes: number;
  readonly laws: number;
  /** Rows in force today. */
  readonly inForce: number;
}

export interface ListChange {
  /** Version of the list in use. */
  readonly version: string;
  readonly before: ListSize;
  /** Laws of the list in use that the other one does not name, those with most rows first. */
  readonly gone: readonly Law[];
}

/** `today`: ISO date. */
export function listSize(rows: readonly RequirementRow[], today: string): ListSize {
  return {
    rows: rows.length,
    codes: new Set<HsCode>(rows.map((row) => row.hs)).size,
    laws: new Set(rows.map((row) => row.law.ko)).size,
    inForce: rows.filter((row) => inForce(row, today)).length,
  };
}

/** Blanks and dots make no other law. */
const bare = (name: string): string => name.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

/** Laws that no row of the other list names, in either language. */
export function lawsGone(
  from: readonly RequirementRow[],
  to: readonly RequirementRow[],
): readonly Law[] {
  const stay = new Set(to.flatMap(({ law }) => [bare(law.ko), bare(law.en)]));
  const gone = new Map<string, { readonly law: Law; rows: number }>();
  for (const { law } of from) {
    if (stay.has(bare(law.ko)) || stay.has(bare(law.en))) continue;
    const seen = gone.get(law.ko);
    if (seen) seen.rows += 1;
    else gone.set(law.ko, { law, rows: 1 });
  }
  return [...gone.values()].sort((a, b) => b.rows - a.rows).map(({ law }) => law);
}

/** Whether half or more of the rows, of those in force, or of the laws would be gone. */
export function fallsByHalf(before: ListSize, after: ListSize): boolean {
  const measures = ['rows', 'laws', 'inForce'] as const;
  return measures.some((of) => before[of] > 0 && after[of] * 2 <= before[of]);
}
