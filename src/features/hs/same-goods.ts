/** Share of a text's characters that an edit may take away before it is about other goods. */
const MOST_TAKEN = 0.25;

/**
 * Whether a text is still about the goods it was about: typed on, or mended in a few characters.
 * What was chosen by hand for the first text counts for the second only then.
 */
export function sameGoods(before: string, now: string): boolean {
  const [old, changed] = [plain(before), plain(now)];
  const kept = keptCharacters(old, changed);
  // As much again may be added: more than that makes other goods of a short text.
  return old.length - kept <= old.length * MOST_TAKEN && changed.length - kept <= old.length;
}

/** Characters before the first change and after the last one. */
function keptCharacters(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return start + end;
}

function plain(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}
