/** A beginning shorter than this is no burden, characters. */
const SHORT = 16;

/**
 * Names that begin alike, without what they share: what tells them apart stands at their ends, where
 * a row would cut it. Names that are alike to the end stay as they are.
 */
export function tellingEnds(names: readonly string[]): readonly string[] {
  const shared = sharedBeginning(names);
  if (shared < SHORT) return names;
  return names.map((name) => (name.length > shared ? `… ${name.slice(shared)}` : name));
}

/** Length of the words that all names begin with; 0 for fewer than two different names. */
function sharedBeginning(names: readonly string[]): number {
  const [first = '', ...others] = new Set(names);
  if (others.length === 0) return 0;
  let length = 0;
  for (const word of first.match(/\S+\s*/g) ?? []) {
    const next = length + word.length;
    if (!others.every((other) => other.slice(length, next) === word)) break;
    length = next;
  }
  return length;
}
