/** What is usual for codes, learnt from declarations (src/domain/controlled/usual.ts says what it is for). */
import { logMass, logPrice, type Usual } from '../../../src/domain/controlled/usual.ts';
import { codeAt, type LineTable } from '../../../src/domain/risk/declaration.ts';
import type { HsCode } from '../../../src/domain/hs/code.ts';

/** Lines that the level above weighs as much as. */
const LEAN = 8;
/** Prices of one code differ at least this much in the world, natural log: the training set knows one price a code. */
const LEAST_SPREAD = 0.7;
/** Countries told apart: the most frequent ones. */
const COUNTRIES = 60;

interface Moments {
  count: number;
  sum: number;
  squares: number;
}

interface Normal {
  readonly mean: number;
  readonly spread: number;
}

/** Means and spreads of one quantity by prefix of the code; '' is all goods. */
function momentsOf(table: LineTable, quantity: (line: number) => number): Map<HsCode, Moments> {
  const moments = new Map<HsCode, Moments>();
  for (let line = 0; line < table.length; line += 1) {
    const value = quantity(line);
    if (!Number.isFinite(value)) continue;
    const code = codeAt(table, 'hs6', line);
    for (const digits of [0, 2, 4, 6]) {
      const own = moments.get(code.slice(0, digits)) ?? { count: 0, sum: 0, squares: 0 };
      own.count += 1;
      own.sum += value;
      own.squares += value * value;
      moments.set(code.slice(0, digits), own);
    }
  }
  return moments;
}

/** From all goods down to the code, each level leaning on the one above. */
function normalOf(moments: ReadonlyMap<HsCode, Moments>, code: HsCode): Normal {
  let mean = 0;
  let variance = 1;
  for (const digits of [0, 2, 4, 6]) {
    const own = moments.get(code.slice(0, digits));
    if (!own) continue;
    const lean = digits === 0 ? 0 : LEAN;
    const center = (own.sum + lean * mean) / (own.count + lean);
    const around = own.squares - 2 * center * own.sum + own.count * center * center;
    variance = (around + lean * (variance + (mean - center) ** 2)) / (own.count + lean);
    mean = center;
  }
  return { mean, spread: Math.max(LEAST_SPREAD, Math.sqrt(variance)) };
}

/** Square roots of the countries' shares among a heading's lines, leaning on chapter and all goods. */
function countryShares(
  table: LineTable,
  field: 'origin' | 'departure',
  headings: readonly HsCode[],
  countries: readonly string[],
): Uint8Array {
  const counts = new Map<string, Float64Array>();
  const width = countries.length + 1;
  for (let line = 0; line < table.length; line += 1) {
    const known = countries.indexOf(codeAt(table, field, line));
    const at = known < 0 ? countries.length : known;
    const code = codeAt(table, 'hs6', line);
    for (const digits of [0, 2, 4]) {
      const own = counts.get(code.slice(0, digits)) ?? new Float64Array(width);
      own[at] = (own[at] ?? 0) + 1;
      counts.set(code.slice(0, digits), own);
    }
  }
  const shares = new Uint8Array(headings.length * width);
  headings.forEach((heading, h) => {
    let above = new Float64Array(width).fill(1 / width);
    for (const digits of [0, 2, 4]) {
      const own = counts.get(heading.slice(0, digits)) ?? new Float64Array(width);
      const all = own.reduce((sum, count) => sum + count, 0) + LEAN;
      above = above.map((share, at) => ((own[at] ?? 0) + LEAN * share) / all);
    }
    above.forEach((share, at) => (shares[h * width + at] = Math.round(255 * Math.sqrt(share))));
  });
  return shares;
}

function frequent(table: LineTable): string[] {
  const counts = new Map<string, number>();
  for (let line = 0; line < table.length; line += 1) {
    for (const country of [codeAt(table, 'origin', line), codeAt(table, 'departure', line)]) {
      if (country !== '') counts.set(country, (counts.get(country) ?? 0) + 1);
    }
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return sorted
    .slice(0, COUNTRIES)
    .map(([country]) => country)
    .sort();
}

export function learnUsual(table: LineTable, codes: readonly HsCode[]): Usual {
  const numbers = (line: number) => ({
    netMass: table.quantity.netMass[line] ?? NaN,
    itemPrice: table.quantity.itemPrice[line] ?? NaN,
    origin: '',
    departure: '',
  });
  const prices = momentsOf(table, (line) => logPrice(numbers(line)));
  const masses = momentsOf(table, (line) => logMass(numbers(line)));
  const lines = new Map<HsCode, number>();
  for (let line = 0; line < table.length; line += 1) {
    const code = codeAt(table, 'hs6', line);
    lines.set(code, (lines.get(code) ?? 0) + 1);
  }
  const headings = [...new Set(codes.map((code) => code.slice(0, 4)))].sort();
  const countries = frequent(table);
  const column = (of: (code: HsCode) => number): Float32Array => Float32Array.from(codes, of);
  return {
    ...{ codes, headings, countries },
    lines: Uint32Array.from(codes, (code) => lines.get(code) ?? 0),
    priceMean: column((code) => normalOf(prices, code).mean),
    priceSpread: column((code) => normalOf(prices, code).spread),
    massMean: column((code) => normalOf(masses, code).mean),
    massSpread: column((code) => normalOf(masses, code).spread),
    originShare: countryShares(table, 'origin', headings, countries),
    departureShare: countryShares(table, 'departure', headings, countries),
  };
}
