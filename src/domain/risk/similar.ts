import type { CodeField, LineTable } from './declaration.ts';

/** What lines have in common, from much to little. */
export const SHARED = ['context', 'route', 'goods'] as const;
export type Shared = (typeof SHARED)[number];

export interface SimilarLines {
  readonly shared: Shared;
  /** Line numbers, latest first; on one day the later line first. */
  readonly lines: Uint32Array;
}

const FIELDS: Readonly<Record<Shared, readonly CodeField[]>> = {
  context: ['hs6', 'departure', 'origin', 'taxType'],
  route: ['hs6', 'departure', 'origin'],
  goods: ['hs6'],
};

/** A test that compares codes, not texts; a value occurs once in a column's dictionary. */
function sameAs(table: LineTable, line: number, shared: Shared): (other: number) => boolean {
  const columns = FIELDS[shared].map((field) => table.code[field].codes);
  const wanted = columns.map((codes) => codes[line]);
  const rate = table.quantity.taxRate;
  return (other) =>
    columns.every((codes, i) => codes[other] === wanted[i]) &&
    (shared !== 'context' || Object.is(rate[other], rate[line]));
}

/**
 * Lines on the device of the same or an earlier day that share the most with this one: goods, route
 * and tax; else goods and route; else goods. Empty when no other line has these goods.
 */
export function similarLines(table: LineTable, line: number): SimilarLines {
  const day = table.day[line] as number;
  for (const shared of SHARED) {
    const same = sameAs(table, line, shared);
    const found: number[] = [];
    for (let other = 0; other < table.length; other += 1) {
      if (other !== line && (table.day[other] as number) <= day && same(other)) found.push(other);
    }
    if (found.length > 0) {
      found.sort((a, b) => (table.day[b] as number) - (table.day[a] as number) || b - a);
      return { shared, lines: Uint32Array.from(found) };
    }
  }
  return { shared: 'goods', lines: new Uint32Array(0) };
}
