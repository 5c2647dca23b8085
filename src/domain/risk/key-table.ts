/**
 * A set of 64-bit keys, each with a number 1..size (0 = not in the set).
 * Open addressing with linear probing, load at most one half; the two lanes and the number
 * of a key sit side by side so that a look-up costs one cache line.
 */
export interface KeyTable {
  readonly size: number;
  /** Lanes by entry, ascending by (a, b) as unsigned: independent of the order of lines. */
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** [a, b, entry, unused] for each slot. */
  readonly slots: Int32Array;
  readonly mask: number;
}

/** Builds the table from lanes of distinct keys, ascending by (a, b) as unsigned numbers. */
export function openKeyTable(a: Int32Array, b: Int32Array): KeyTable {
  let capacity = 16;
  while (capacity < a.length * 2) capacity *= 2;
  const slots = new Int32Array(capacity * 4);
  const mask = capacity - 1;
  for (let entry = 1; entry <= a.length; entry += 1) {
    const keyA = a[entry - 1] ?? 0;
    let slot = keyA & mask;
    while (slots[slot * 4 + 2] !== 0) slot = (slot + 1) & mask;
    slots[slot * 4] = keyA;
    slots[slot * 4 + 1] = b[entry - 1] ?? 0;
    slots[slot * 4 + 2] = entry;
  }
  return { size: a.length, a, b, slots, mask };
}

/** Collects the distinct keys among lanes; lines with `absent` set are left out. */
export function collectKeys(a: Int32Array, b: Int32Array, absent: Uint8Array): KeyTable {
  const order = Uint32Array.from(a.keys()).filter((i) => absent[i] === 0);
  const at = (lanes: Int32Array, i: number): number => (lanes[i] ?? 0) >>> 0;
  order.sort((i, j) => at(a, i) - at(a, j) || at(b, i) - at(b, j));
  const first = order.filter((line, rank) => {
    const before = order[rank - 1];
    return before === undefined || a[before] !== a[line] || b[before] !== b[line];
  });
  return openKeyTable(
    Int32Array.from(first, (i) => a[i] ?? 0),
    Int32Array.from(first, (i) => b[i] ?? 0),
  );
}

/** Writes the entry of each of `length` keys to `entries` from `at` on; 0 for unknown or absent. */
export function findKeys(
  table: KeyTable,
  lanes: { readonly a: Int32Array; readonly b: Int32Array; readonly absent: Uint8Array },
  length: number,
  entries: Int32Array,
  at: number,
): void {
  const { slots, mask } = table;
  const { a, b, absent } = lanes;
  for (let i = 0; i < length; i += 1) {
    const keyA = a[i] ?? 0;
    const keyB = b[i] ?? 0;
    let slot = (keyA & mask) << 2;
    let entry = slots[slot + 2] ?? 0;
    while (entry !== 0 && (slots[slot] !== keyA || slots[slot + 1] !== keyB)) {
      slot = (((slot >> 2) + 1) & mask) << 2;
      entry = slots[slot + 2] ?? 0;
    }
    entries[at + i] = absent[i] === 0 ? entry : 0;
  }
}
