/** What a list of requirements holds, counted; and its rows as an officer looks for them. */
import { inForce } from '../../domain/controlled/controlled-list.ts';
import type { RequirementFile, RequirementRow } from '../../domain/controlled/requirement.ts';

type Language = 'ko' | 'en';

export interface ListFacts {
  readonly rows: number;
  readonly codes: number;
  /** Rows in force on the day asked for. */
  readonly inForce: number;
  /** Rows that nobody has held against the law. */
  readonly neverVerified: number;
  /** Most rows first. */
  readonly laws: readonly { readonly law: string; readonly rows: number }[];
}

/** `today`: ISO date. */
export function listFacts({ rows }: RequirementFile, today: string, language: Language): ListFacts {
  const laws = new Map<string, number>();
  for (const { law } of rows) laws.set(law[language], (laws.get(law[language]) ?? 0) + 1);
  return {
    rows: rows.length,
    codes: new Set(rows.map((row) => row.hs)).size,
    inForce: rows.filter((row) => inForce(row, today)).length,
    neverVerified: rows.filter((row) => row.last_verified === null).length,
    laws: [...laws].map(([law, count]) => ({ law, rows: count })).sort((a, b) => b.rows - a.rows),
  };
}

/** 8517.62, 8517: digits in pairs after the heading, as the tariff prints them. */
export function codeText(hs: string): string {
  return hs.length <= 4 ? hs : [hs.slice(0, 4), ...(hs.slice(4).match(/\d{1,2}/g) ?? [])].join('.');
}

/** Rows by code. */
function inCodeOrder(rows: readonly RequirementRow[]): readonly RequirementRow[] {
  return rows.toSorted((a, b) =>
    a.hs === b.hs ? compare(a.effective_from, b.effective_from) : compare(a.hs, b.hs),
  );
}

/**
 * Finds rows that hold every word of a query in either language, in the order of their codes. A
 * number is a code: rows below it, and rows that cover it, since 851762 is looked for and 8517 is
 * what the list says. The text of each row is made once, when words are first looked for: a list
 * may have 100,000 rows.
 */
export function rowSearch(
  rows: readonly RequirementRow[],
): (query: string) => readonly RequirementRow[] {
  const ordered = inCodeOrder(rows);
  let texts: readonly string[] | undefined;
  return (query) => {
    const bare = query.trim().toLowerCase();
    if (bare === '') return ordered;
    const digits = bare.replace(/[\s.-]/g, '');
    if (/^\d{2,10}$/.test(digits)) {
      return ordered.filter(({ hs }) => hs.startsWith(digits) || digits.startsWith(hs));
    }
    const words = bare.split(/\s+/);
    const found = (texts ??= ordered.map(searchText));
    return ordered.filter((_, at) => words.every((word) => found[at]?.includes(word)));
  };
}

function searchText({ law, document, authority, condition, citation }: RequirementRow): string {
  const named = [law, document, authority, ...(condition ? [condition] : [])];
  return [...named.flatMap(({ ko, en }) => [ko, en]), citation].join('\n').toLowerCase();
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
