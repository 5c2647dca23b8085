import * as v from 'valibot';
import type { ControlledList } from './controlled-list.ts';
import type { RequirementFile, RequirementRow } from './requirement.ts';

/** At most this many cases are made of a list: a tablet runs them before it swaps. */
const MOST_CASES = 200;
const DAY_MS = 86_400_000;

const Day = v.pipe(v.string(), v.isoDate());

export const GoldenRequirements = v.object({
  format: v.literal(1),
  cases: v.pipe(
    v.array(
      v.object({
        code: v.pipe(v.string(), v.regex(/^\d{4,10}$/)),
        day: Day,
        /** `hs document.ko` of each row that covers the code on the day, sorted; empty: none does. */
        rows: v.array(v.string()),
      }),
    ),
    v.minLength(1),
  ),
});
export type GoldenRequirements = v.InferOutput<typeof GoldenRequirements>;

/** Cases that an opened list answers otherwise than the pack says. Empty: the self-test passed. */
export function listDisagreements(
  list: ControlledList,
  { cases }: GoldenRequirements,
): readonly string[] {
  return cases
    .filter(({ code, day, rows }) => {
      const found = named(list.coverage(code, day).rows);
      return found.length !== rows.length || found.some((row, index) => row !== rows[index]);
    })
    .map(({ code, day }) => `${code} ${day}`);
}

/**
 * Cases from the days on which rows begin and end, and the days beside them. They are read off the
 * rows one by one, not looked up: a look-up that goes wrong disagrees with them.
 */
export function goldenOf({ rows }: Pick<RequirementFile, 'rows'>): GoldenRequirements {
  const wanted = new Map<string, { code: string; day: string }>();
  for (const row of rows) {
    // A chapter alone is no declared code: a heading that may be in it stands for its goods.
    const code = row.hs.length < 4 ? `${row.hs}01` : row.hs;
    for (const day of boundaryDays(row)) wanted.set(`${code} ${day}`, { code, day });
  }
  const all = [...wanted.values()];
  const step = Math.max(1, all.length / MOST_CASES);
  const chosen = all.filter(
    (_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step),
  );
  const cases = chosen.map(({ code, day }) => ({
    ...{ code, day },
    rows: named(
      rows.filter(
        (row) =>
          code.startsWith(row.hs) &&
          day >= row.effective_from &&
          (row.effective_to === null || day <= row.effective_to),
      ),
    ),
  }));
  return { format: 1, cases };
}

/** Days of four-digit years only: the day after 9999-12-31, as some write "no end", has no ISO form. */
function boundaryDays({ effective_from, effective_to }: RequirementRow): readonly string[] {
  const days = [dayAfter(effective_from, -1), effective_from];
  if (effective_to !== null) days.push(effective_to, dayAfter(effective_to, 1));
  return days.filter((day) => v.is(Day, day));
}

/** ISO date `by` days later. */
function dayAfter(day: string, by: number): string {
  return new Date(Date.parse(day) + by * DAY_MS).toISOString().slice(0, 10);
}

function named(rows: readonly RequirementRow[]): string[] {
  return rows.map(({ hs, document }) => `${hs} ${document.ko}`).sort();
}
