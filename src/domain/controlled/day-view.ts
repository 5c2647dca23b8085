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

/** Spans whose views are kept, about 40 KB each: years of lines under a list that changes monthly. */
const KEPT_SPANS = 200;

/**
 * Days on which the list changes, ascending. A row ends after its last day: the mark stands behind
 * that day and before the next one.
 */
function changesOf(list: ControlledList): readonly string[] {
  const starts = list.rows.map((row) => row.effective_from);
  const ends = list.rows.flatMap((row) =>
    row.effective_to === null ? [] : [`${row.effective_to}~`],
  );
  return [...new Set([...starts, ...ends])].sort();
}

/** Changes up to the day: days with one number read the same in the list. */
function spanOf(changes: readonly string[], day: string): number {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle] ?? '') <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Views by span between two changes, made when first asked for; forgotten with the list. */
export function dayViews(
  codes: readonly HsCode[],
  leaves: Uint8Array,
): (list: ControlledList, day: string) => DayView {
  const views = new Map<number, DayView>();
  let changes: readonly string[] = [];
  let of: ControlledList | undefined;
  return (list, day) => {
    if (of !== list) {
      views.clear();
      changes = changesOf(list);
      of = list;
    }
    const span = spanOf(changes, day);
    const before = views.get(span);
    if (before) return before;
    const [oldest] = views.keys();
    if (oldest !== undefined && views.size >= KEPT_SPANS) views.delete(oldest);
    const view = dayView(list, day, codes, leaves);
    views.set(span, view);
    return view;
  };
}
