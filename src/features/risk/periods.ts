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

export const WHOLE: Period = { from: null, to: null };
/** A longer list of months would not be looked through. */
const MOST_MONTHS = 12;

/** The last seven days that have data, not the last seven of the calendar. */
export function lastWeek(span: Span): Period {
  const last = dayOf(span.last);
  return { from: last === undefined ? span.first : dateOf(last - 6), to: span.last };
}

/** Months that the span touches, latest first. */
export function monthsOf(span: Span): { year: number; month: number; period: Period }[] {
  const months = [];
  let year = Number(span.last.slice(0, 4));
  let month = Number(span.last.slice(5, 7));
  const first = span.first.slice(0, 7);
  while (months.length < MOST_MONTHS) {
    const name = `${year}-${String(month).padStart(2, '0')}`;
    if (name < first) break;
    // Day 0 of the next month is the last of this one.
    const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
    months.push({ year, month, period: { from: `${name}-01`, to: `${name}-${days}` } });
    month -= 1;
    if (month === 0) [year, month] = [year - 1, 12];
  }
  return months;
}

export function samePeriod(a: Period, b: Period): boolean {
  return a.from === b.from && a.to === b.to;
}
