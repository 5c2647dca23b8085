/** Rows of one requirement held against each other: repeats, overlaps, gaps. */
import { dateOf, dayOf } from '../risk/declaration.ts';
import type { ListProblem } from './list-problem.ts';
import type { RequirementRow } from './requirement.ts';

/** A row and the line of the file it stands on. */
export interface PlacedRow {
  readonly row: RequirementRow;
  readonly line: number;
}

const NEVER = '9999-12-31';
/** No cell read holds it: line breaks became blanks. */
const BETWEEN = '\n';

const endOf = ({ row }: PlacedRow): string => row.effective_to ?? NEVER;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The same document by the same law for the same goods: its rows should follow each other. */
function requirementOf({ hs, law, document, condition }: RequirementRow): string {
  return [hs, law.ko, document.ko, condition?.ko ?? ''].join(BETWEEN);
}

function inOrder(a: PlacedRow, b: PlacedRow): number {
  return (
    compare(a.row.effective_from, b.row.effective_from) ||
    compare(endOf(a), endOf(b)) ||
    compare(a.row.authority.ko, b.row.authority.ko) ||
    a.line - b.line
  );
}

function sameSpan(a: PlacedRow, b: PlacedRow): boolean {
  return (
    a.row.effective_from === b.row.effective_from &&
    a.row.effective_to === b.row.effective_to &&
    a.row.authority.ko === b.row.authority.ko
  );
}

/**
 * What is wrong between rows, once for each later row: the earlier one is `other`. Rows of one
 * requirement are sorted by day and walked once, so that 100,000 rows take well under a second.
 */
export function compareSpans(rows: readonly PlacedRow[], column: string): ListProblem[] {
  const groups = new Map<string, PlacedRow[]>();
  for (const placed of rows) {
    const key = requirementOf(placed.row);
    const group = groups.get(key);
    if (group) group.push(placed);
    else groups.set(key, [placed]);
  }
  return [...groups.values()].flatMap((group) =>
    group.length > 1 ? walk(group.sort(inOrder), column) : [],
  );
}

function walk(group: readonly PlacedRow[], column: string): ListProblem[] {
  const problems: ListProblem[] = [];
  let [before] = group;
  let reach = before;
  for (const next of group.slice(1)) {
    if (!before || !reach) break;
    const { effective_from: from } = next.row;
    const where = { line: next.line, column, value: from };
    if (sameSpan(before, next)) {
      problems.push({
        ...where,
        kind: 'repeated',
        column: '',
        value: next.row.hs,
        other: before.line,
      });
      continue;
    }
    if (from <= endOf(reach)) problems.push({ ...where, kind: 'overlap', other: reach.line });
    else {
      const missing = daysBetween(endOf(reach), from);
      if (missing) problems.push({ ...where, kind: 'gap', value: missing, other: reach.line });
    }
    before = next;
    if (endOf(next) > endOf(reach)) reach = next;
  }
  return problems;
}

/** Days after one and before the other, as `2024-01-01 ~ 2024-01-31`; undefined: they follow. */
function daysBetween(end: string, start: string): string | undefined {
  const first = (dayOf(end) ?? 0) + 1;
  const last = (dayOf(start) ?? 0) - 1;
  return first > last ? undefined : `${dateOf(first)} ~ ${dateOf(last)}`;
}
