import type { LineTable } from './declaration.ts';
import { mixA, mixB, scramble, SEED_A, SEED_B } from './hashing.ts';
import type { KeySpec, Part } from './keys.ts';
import { partReader } from './parts.ts';
import type { PartLanes, PartReader } from './parts.ts';

/** Lines hashed at a time: all lanes of a block (about 250 kB) stay in the second-level cache. */
export const BLOCK_LINES = 1024;

function emptyLanes(length: number): PartLanes {
  return { a: new Int32Array(length), b: new Int32Array(length), absent: new Uint8Array(length) };
}

interface BlockHasher {
  readonly readers: ReadonlyMap<Part, PartReader>;
  readonly parts: ReadonlyMap<Part, PartLanes>;
  readonly key: PartLanes;
}

function blockHasher(table: LineTable, specs: readonly KeySpec[]): BlockHasher {
  const parts = [...new Set(specs.flatMap((s) => s.parts))];
  return {
    readers: new Map(parts.map((p) => [p, partReader(table, p)])),
    parts: new Map(parts.map((p) => [p, emptyLanes(BLOCK_LINES)])),
    key: emptyLanes(BLOCK_LINES),
  };
}

/**
 * A goods key exists for every line (an unknown value simply has no history), while an empty
 * entity is no one: its lines must not share a history.
 */
function mixKey(hasher: BlockHasher, spec: KeySpec, length: number): void {
  const { key } = hasher;
  key.a.fill(SEED_A);
  key.b.fill(SEED_B);
  key.absent.fill(0);
  for (const part of spec.parts) {
    const lanes = hasher.parts.get(part);
    if (lanes === undefined) continue;
    for (let i = 0; i < length; i += 1) {
      key.a[i] = mixA(key.a[i] ?? 0, lanes.a[i] ?? 0);
      key.b[i] = mixB(key.b[i] ?? 0, lanes.b[i] ?? 0);
    }
    if (spec.role !== 'entity') continue;
    for (let i = 0; i < length; i += 1) if (lanes.absent[i] !== 0) key.absent[i] = 1;
  }
  for (let i = 0; i < length; i += 1) key.a[i] = scramble(key.a[i] ?? 0);
}

/**
 * Calls `visit(key, from, length, lanes)` for every key of every block of lines.
 * `lanes` is reused: read it before returning.
 */
export function forEachKeyBlock(
  table: LineTable,
  specs: readonly KeySpec[],
  visit: (key: number, from: number, length: number, lanes: PartLanes) => void,
): void {
  const hasher = blockHasher(table, specs);
  for (let from = 0; from < table.length; from += BLOCK_LINES) {
    const length = Math.min(BLOCK_LINES, table.length - from);
    for (const [part, read] of hasher.readers) {
      const lanes = hasher.parts.get(part);
      if (lanes !== undefined) read(from, length, lanes);
    }
    specs.forEach((spec, key) => {
      mixKey(hasher, spec, length);
      visit(key, from, length, hasher.key);
    });
  }
}
