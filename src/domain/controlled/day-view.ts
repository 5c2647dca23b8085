/** Which codes of the edition are controlled on a day, and how many under each heading and chapter. */
import type { HsCode } from '../hs/code.ts';
import type { ControlledList } from './controlled-list.ts';

export interface DayView {
  /** Part of the goods under each code that a requirement covers, 0..1, in the order of the codes. */
  readonly share: Float32Array;
  /** Mean over the codes of a heading or chapter. */
  shareBelow(prefix: HsCode): number;
}

/**
 * `leaves`: 10-digit codes under each six-digit one. A code whose leaves are listed one by one is
 * controlled in part.
 */
export function dayView(
  list: ControlledList,
  day: string,
  codes: readonly HsCode[],
  leaves: Uint8Array,
): DayView {
  const share = Float32Array.from(codes, (code, at) => {
    const { rows, below } = list.coverage(code, day);
    if (rows.length > 0) return 1;
    const listed = new Set(below.map((row) => row.hs)).size;
    return Math.min(1, listed / Math.max(1, leaves[at] ?? 1));
  });
  const sums = new Map<HsCode, { sum: number; count: number }>();
  codes.forEach((code, at) => {
    for (const prefix of [code.slice(0, 4), code.slice(0, 2)]) {
      const before = sums.get(prefix) ?? { sum: 0, count: 0 };
      before.sum += share[at] ?? 0;
      before.count += 1;
      sums.set(prefix, before);
    }
  });
  return {
    share,
    shareBelow: (prefix) => {
      const found = sums.get(prefix);
      return found ? found.sum / found.count : 0;
    },
  };
}

/** Days whose views are kept: a file covers some weeks, a year at most. */
const KEPT_DAYS = 400;

/** Views by day, made when first asked for; forgotten with the list. */
export function dayViews(
  codes: readonly HsCode[],
  leaves: Uint8Array,
): (list: ControlledList, day: string) => DayView {
  let views = new Map<string, DayView>();
  let of: ControlledList | undefined;
  return (list, day) => {
    if (of !== list || views.size > KEPT_DAYS) views = new Map();
    of = list;
    let view = views.get(day);
    if (!view) views.set(day, (view = dayView(list, day, codes, leaves)));
    return view;
  };
}
