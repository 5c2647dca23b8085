import type { Sort } from '../../src/contracts/risk.ts';
import type { LineTable } from '../../src/domain/risk/declaration.ts';
import type { Period } from './period.ts';

/** Value that a line is sorted by, largest first; a line without one goes last. */
function sortKey(table: LineTable, sort: Exclude<Sort, 'risk'>, handle: number): number {
  if (sort === 'date') return table.day[handle] ?? 0;
  const value = table.quantity[sort === 'price' ? 'itemPrice' : 'netMass'][handle] ?? NaN;
  return Number.isNaN(value) ? -1 : value;
}

/**
 * Places of the period in list order: by risk, or largest or latest first with equals by risk.
 * Without scores, `byRisk` has them as they came.
 */
export function sortPlaces(
  table: LineTable,
  period: Period,
  sort: Sort,
  byRisk: Uint32Array,
): Uint32Array {
  if (sort === 'risk') return byRisk;
  const keys = Float64Array.from(byRisk, (place) => sortKey(table, sort, period.lines[place] ?? 0));
  const order = Uint32Array.from(byRisk.keys());
  order.sort((a, b) => (keys[b] ?? 0) - (keys[a] ?? 0) || a - b);
  return order.map((rank) => byRisk[rank] ?? 0);
}
