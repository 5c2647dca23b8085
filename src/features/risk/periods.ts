import { dateOf, dayOf } from '../../domain/risk/declaration.ts';

/** Both ends included; null is open. */
export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}
export interface Span {
  readonly first: string;
  readonly last: string;
}

interface Month {
  readonly year: number;
  readonly month: number;
  readonly period: Period;
}

export const WHOLE: Period = { from: null, to: null };
/** A longer list of months would not be looked through. */
const MOST_MONTHS = 24;

/** The days of an imported file's lines. */
export function spanOf(batch: { readonly firstDate: string; readonly lastDate: string }): Span {
  return { first: batch.firstDate, last: batch.lastDate };
}

/** The last seven days that have data, not the last seven of the calendar. */
export function lastWeek(span: Span): Period {
  const last = dayOf(span.last);
  return { from: last === undefined ? span.first : dateOf(last - 6), to: span.last };
}

/**
 * Months in which a file has lines, latest first; of many years those of the first and the last. A
 * file is taken to have lines from its first day to its last.
 */
export function monthsOf(files: readonly Span[]): Month[] {
  const held = new Set(files.flatMap(namesOfMonths));
  const names = [...held].sort().reverse();
  const years = [names[0], names.at(-1)].map((name) => name?.slice(0, 4));
  const few = names.length <= MOST_MONTHS;
  return names.filter((name) => few || years.includes(name.slice(0, 4))).map(monthOf);
}

/** `2021-03` for each month that the span touches. */
function namesOfMonths(span: Span): string[] {
  const [first, last] = [span.first, span.last].map(
    (day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1,
  );
  if (first === undefined || last === undefined) return [];
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const month = first + i;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}

function monthOf(name: string): Month {
  const [year, month] = [Number(name.slice(0, 4)), Number(name.slice(5))];
  // Day 0 of the next month is the last of this one.
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { year, month, period: { from: `${name}-01`, to: `${name}-${days}` } };
}

/** Whether the period leaves out a day of the span. */
export function leavesOut(period: Period, span: Span): boolean {
  return (
    (period.from !== null && span.first < period.from) ||
    (period.to !== null && span.last > period.to)
  );
}

/** A file named after its days: `haechi-2026-11-16--2026-11-22.csv`, or one day alone. */
export function exportName(period: Period, span: Span): string {
  const [from, to] = [period.from ?? span.first, period.to ?? span.last];
  return `haechi-${from === to ? from : `${from}--${to}`}.csv`;
}

export function samePeriod(a: Period, b: Period): boolean {
  return a.from === b.from && a.to === b.to;
}
