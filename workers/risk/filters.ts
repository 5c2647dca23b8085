import type { DeskQuery } from '../../src/contracts/risk.ts';
import type { CodeField, LineTable } from '../../src/domain/risk/declaration.ts';
import type { LaneAssignment } from '../../src/domain/risk/lanes.ts';
import { LANES } from '../../src/domain/risk/lane.ts';
import type { Period } from './period.ts';

/** Says of a line whether it stays. `place` is its place in the period. */
type Test = (place: number, handle: number) => boolean;

export interface FilterInput {
  readonly table: LineTable;
  readonly period: Period;
  readonly lanes: LaneAssignment;
  /** 1 = decided, by handle. */
  readonly decided: Uint8Array;
  /** 1 = answered *check this* on controlled goods, by handle. */
  readonly suspected: Uint8Array;
  /** Handles of the chosen group's lines; null when no group is chosen. */
  readonly group: ReadonlySet<number> | null;
}

/** Tests a column once per distinct value instead of once per line. */
function testCode(table: LineTable, field: CodeField, matches: (value: string) => boolean): Test {
  const { values, codes } = table.code[field];
  const kept = Uint8Array.from(values, (value) => (matches(value) ? 1 : 0));
  return (_, handle) => kept[codes[handle] ?? 0] === 1;
}

function testText(table: LineTable, query: DeskQuery): Test {
  const text = query.text.trim().toLowerCase();
  const named = new Set(query.hs6In);
  const holds = (value: string): boolean => value.toLowerCase().includes(text);
  const tests = [
    testCode(table, 'hs6', (value) => holds(value) || named.has(value)),
    testCode(table, 'importer', holds),
    testCode(table, 'seller', holds),
  ];
  return (place, handle) =>
    tests.some((test) => test(place, handle)) || holds(table.id[handle] ?? '');
}

/** The query as tests; the cheap ones first. Without scores no line is novel, drawn or fast. */
export function lineTests(query: DeskQuery, input: FilterInput): readonly Test[] {
  const { table, period, lanes, decided, suspected, group } = input;
  const tests: Test[] = [];
  if (query.undecidedOnly) tests.push((_, handle) => decided[handle] !== 1);
  if (query.novelOnly) tests.push((place) => period.scores?.novel[place] === 1);
  if (query.randomOnly) tests.push((place) => lanes.drawn[place] === 1);
  if (query.controlledOnly) tests.push((_, handle) => suspected[handle] === 1);
  if (query.lane !== null) {
    const wanted = LANES.indexOf(query.lane);
    tests.push((place) => lanes.lane[place] === wanted);
  }
  if (group) tests.push((_, handle) => group.has(handle));
  const { origin, office } = query;
  if (origin !== null) tests.push(testCode(table, 'origin', (value) => value === origin));
  if (office !== null) tests.push(testCode(table, 'office', (value) => value === office));
  if (query.text.trim() !== '') tests.push(testText(table, query));
  return tests;
}

/** Handles of the places that pass all tests, in the order given. */
export function filterOrder(
  order: Uint32Array,
  period: Period,
  tests: readonly Test[],
): Uint32Array {
  const kept = new Uint32Array(order.length);
  let count = 0;
  for (const place of order) {
    const handle = period.lines[place] ?? 0;
    if (!tests.every((test) => test(place, handle))) continue;
    kept[count] = handle;
    count += 1;
  }
  return kept.slice(0, count);
}

/** Distinct values of a column among the period's lines, sorted; empty ones left out. */
export function valuesIn(table: LineTable, field: CodeField, period: Period): string[] {
  const { values, codes } = table.code[field];
  const present = new Uint8Array(values.length);
  for (const handle of period.lines) present[codes[handle] ?? 0] = 1;
  return values.filter((value, code) => present[code] === 1 && value !== '').sort();
}
