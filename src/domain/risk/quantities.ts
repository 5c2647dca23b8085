import type { LineTable } from './declaration.ts';
import type { ReasonKey } from './explanation.ts';
import { unitPrice } from './parts.ts';

/** Quantities the trees and the network read, one column each. */
export const QUANTITIES = [
  { name: 'log-mass', reason: 'amount' },
  { name: 'log-price', reason: 'amount' },
  { name: 'log-unit-price', reason: 'unit-price' },
  { name: 'tax-rate', reason: 'tax' },
  { name: 'unit-price-deviation', reason: 'unit-price' },
  { name: 'mass-deviation', reason: 'amount' },
  { name: 'month', reason: 'season' },
  { name: 'weekday', reason: 'season' },
  { name: 'mass-roundness', reason: 'amount' },
  { name: 'unit-price-roundness', reason: 'unit-price' },
] as const satisfies readonly { name: string; reason: ReasonKey }[];
export type QuantityName = (typeof QUANTITIES)[number]['name'];

/** Usual values of goods, by entry of the `goods` key (HS6); index 0 holds those of all goods. */
export interface UsualValues {
  readonly logMass: Float32Array;
  readonly logUnitPrice: Float32Array;
}

const logOf = (value: number): number => (value >= 0 ? Math.log1p(value) : NaN);

/** log(1 + kg), log(1 + KRW), log(1 + KRW/kg) of one line; NaN where there is no value. */
export function logsOf(mass: number, price: number): { mass: number; price: number; unit: number } {
  const unit = unitPrice(mass, price);
  return { mass: logOf(mass), price: logOf(price), unit: unit < 0 ? NaN : Math.log1p(unit) };
}

/** Number of decimal digits after which a value ends, from 0 (ends in tens or more: negative). */
function roundness(value: number): number {
  if (!(value > 0)) return -4;
  for (let digits = -3; digits < 4; digits += 1) {
    const scaled = value * 10 ** digits;
    if (Math.abs(scaled - Math.round(scaled)) < 1e-6 * Math.max(1, scaled)) return digits;
  }
  return 4;
}

function median(values: number[]): number {
  values.sort((x, y) => x - y);
  const half = values.length >> 1;
  const high = values[half] ?? 0;
  return values.length % 2 === 1 ? high : ((values[half - 1] ?? high) + high) / 2;
}

/** Medians of log mass and log unit price by HS6, over lines that have them. */
export function usualValues(table: LineTable, goods: Int32Array, size: number): UsualValues {
  const masses: number[][] = Array.from({ length: size + 1 }, () => []);
  const units: number[][] = Array.from({ length: size + 1 }, () => []);
  for (let i = 0; i < table.length; i += 1) {
    const logs = logsOf(table.quantity.netMass[i] ?? NaN, table.quantity.itemPrice[i] ?? NaN);
    for (const entry of new Set([0, goods[i] ?? 0])) {
      if (!Number.isNaN(logs.mass)) masses[entry]?.push(logs.mass);
      if (!Number.isNaN(logs.unit)) units[entry]?.push(logs.unit);
    }
  }
  const orAll = (lists: number[][]): Float32Array => {
    const all = median([...(lists[0] ?? [])]);
    return Float32Array.from(lists, (list) => (list.length > 0 ? median(list) : all));
  };
  return { logMass: orAll(masses), logUnitPrice: orAll(units) };
}

/**
 * Quantities of every line: `out[quantity * length + line]`, in the order of QUANTITIES.
 * Where mass or price is missing (or mass is 0, for the unit price) the usual value of the goods
 * stands in, so that its deviation is 0. A missing tax rate counts as 0 %.
 */
export function readQuantities(
  table: LineTable,
  goods: Int32Array,
  usual: UsualValues,
): Float32Array {
  const { length } = table;
  const out = new Float32Array(QUANTITIES.length * length);
  const { netMass, itemPrice, taxRate } = table.quantity;
  for (let i = 0; i < length; i += 1) {
    const mass = netMass[i] ?? NaN;
    const price = itemPrice[i] ?? NaN;
    const entry = goods[i] ?? 0;
    const usualMass = usual.logMass[entry] ?? 0;
    const usualUnit = usual.logUnitPrice[entry] ?? 0;
    const unit = unitPrice(mass, price);
    const logMass = mass >= 0 ? Math.log1p(mass) : usualMass;
    const logUnit = unit >= 0 ? Math.log1p(unit) : usualUnit;
    const rate = taxRate[i] ?? 0;
    const date = new Date((table.day[i] ?? 0) * 86_400_000);
    out[i] = logMass;
    out[length + i] = price >= 0 ? Math.log1p(price) : logMass + usualUnit;
    out[2 * length + i] = logUnit;
    out[3 * length + i] = Number.isNaN(rate) ? 0 : rate;
    out[4 * length + i] = logUnit - usualUnit;
    out[5 * length + i] = logMass - usualMass;
    out[6 * length + i] = date.getUTCMonth();
    out[7 * length + i] = date.getUTCDay();
    out[8 * length + i] = roundness(mass);
    out[9 * length + i] = roundness(unit);
  }
  return out;
}
