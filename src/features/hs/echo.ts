import type { WordSpan } from '../../contracts/hs.ts';

/**
 * The spans of `before` that still hold in `now`, where only one place was edited: those in front
 * of it stay, those behind it move. Underlines do not flicker while the next answer is on its way.
 */
export function spansAfterEdit(
  spans: readonly WordSpan[],
  before: string,
  now: string,
): readonly WordSpan[] {
  if (before === now) return spans;
  const shorter = Math.min(before.length, now.length);
  let head = 0;
  while (head < shorter && before[head] === now[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const moved = now.length - before.length;
  return spans.flatMap((span) => {
    if (span.end <= head) return [span];
    if (span.start < before.length - tail) return [];
    return [{ ...span, start: span.start + moved, end: span.end + moved }];
  });
}
