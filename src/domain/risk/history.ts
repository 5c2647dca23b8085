import { OUTCOMES } from './declaration.ts';
import type { LineTable } from './declaration.ts';
import { BLOCK_LINES, forEachKeyBlock } from './key-lanes.ts';
import { collectKeys, findKeys } from './key-table.ts';
import type { KeyTable } from './key-table.ts';
import { PATTERN_KEY } from './keys.ts';
import type { KeySpec } from './keys.ts';

/**
 * What was found on earlier lines with the same key, by entry (index 0: key never seen).
 * Counts are of inspected lines. `patterns` counts distinct exact templates, and `fraudPatterns`
 * sums their fraud shares: where data repeats templates, this is the evidence that does not repeat.
 */
export interface KeyHistory {
  readonly spec: KeySpec;
  readonly table: KeyTable;
  readonly count: Uint32Array;
  readonly fraud: Uint32Array;
  readonly critical: Uint32Array;
  readonly patterns: Uint32Array;
  readonly fraudPatterns: Float32Array;
}

/** Entries of every key for every line: `entries[key * length + line]`, 0 = key never seen. */
export interface EntryMatrix {
  readonly length: number;
  readonly entries: Int32Array;
}

/** Looks every key of every line up in its table. Tables and specs run in the same order. */
export function findEntries(
  table: LineTable,
  histories: readonly Pick<KeyHistory, 'spec' | 'table'>[],
): EntryMatrix {
  const entries = new Int32Array(histories.length * table.length);
  const specs = histories.map((h) => h.spec);
  forEachKeyBlock(table, specs, (key, from, length, lanes) => {
    const keys = histories[key]?.table;
    if (keys !== undefined) findKeys(keys, lanes, length, entries, key * table.length + from);
  });
  return { length: table.length, entries };
}

/** Collects the distinct keys of the table's lines. */
function collectTables(table: LineTable, specs: readonly KeySpec[]): KeyTable[] {
  const all = specs.map(() => ({
    a: new Int32Array(table.length),
    b: new Int32Array(table.length),
    absent: new Uint8Array(table.length),
  }));
  forEachKeyBlock(table, specs, (key, from, length, lanes) => {
    const whole = all[key];
    if (whole === undefined || length > BLOCK_LINES) return;
    whole.a.set(lanes.a.subarray(0, length), from);
    whole.b.set(lanes.b.subarray(0, length), from);
    whole.absent.set(lanes.absent.subarray(0, length), from);
  });
  return all.map((lanes) => collectKeys(lanes.a, lanes.b, lanes.absent));
}

function countLines(
  entries: Int32Array,
  size: number,
  outcome: Uint8Array,
  least: number,
): Uint32Array {
  const counts = new Uint32Array(size + 1);
  for (let i = 0; i < entries.length; i += 1) {
    const entry = entries[i] ?? 0;
    if (entry > 0 && (outcome[i] ?? 0) >= least) counts[entry] = (counts[entry] ?? 0) + 1;
  }
  return counts;
}

const NOTHING = OUTCOMES.indexOf('nothing');
const FRAUD = OUTCOMES.indexOf('fraud');
const CRITICAL = OUTCOMES.indexOf('critical');

/** Adds each exact template once to its key: the template's fraud share, and 1 to the number. */
function countPatterns(
  entries: Int32Array,
  size: number,
  pattern: { entries: Int32Array; count: Uint32Array; fraud: Uint32Array },
): Pick<KeyHistory, 'patterns' | 'fraudPatterns'> {
  const patterns = new Uint32Array(size + 1);
  const fraudPatterns = new Float32Array(size + 1);
  // A template belongs to one entry of every key of goods; of an entity key it would belong to
  // many, so there it counts for the first line only.
  const counted = new Uint8Array(pattern.count.length);
  for (let i = 0; i < entries.length; i += 1) {
    const template = pattern.entries[i] ?? 0;
    const entry = entries[i] ?? 0;
    const lines = pattern.count[template] ?? 0;
    if (template === 0 || lines === 0 || counted[template] === 1) continue;
    counted[template] = 1;
    if (entry === 0) continue;
    patterns[entry] = (patterns[entry] ?? 0) + 1;
    fraudPatterns[entry] = (fraudPatterns[entry] ?? 0) + (pattern.fraud[template] ?? 0) / lines;
  }
  return { patterns, fraudPatterns };
}

/**
 * Histories of all keys over the inspected lines of a table (outcome not `unknown`).
 * The order of lines does not matter, but for rounding in `fraudPatterns` (float32).
 */
export function collectHistories(table: LineTable, specs: readonly KeySpec[]): KeyHistory[] {
  const tables = collectTables(table, specs);
  const { entries } = findEntries(
    table,
    specs.map((spec, key) => ({ spec, table: tables[key] as KeyTable })),
  );
  const column = (key: number): Int32Array =>
    entries.subarray(key * table.length, (key + 1) * table.length);
  const histories = tables.map((keys, key) => ({
    count: countLines(column(key), keys.size, table.outcome, NOTHING),
    fraud: countLines(column(key), keys.size, table.outcome, FRAUD),
    critical: countLines(column(key), keys.size, table.outcome, CRITICAL),
  }));
  const patternKey = specs.findIndex((s) => s.name === PATTERN_KEY);
  const pattern = histories[patternKey];
  if (pattern === undefined) throw new RangeError(`no key "${PATTERN_KEY}" among the keys`);
  const templates = { entries: column(patternKey), ...pattern };
  return specs.map((spec, key) => {
    const keys = tables[key] as KeyTable;
    const counts = histories[key] ?? pattern;
    return { spec, table: keys, ...counts, ...countPatterns(column(key), keys.size, templates) };
  });
}
