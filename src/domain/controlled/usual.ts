/**
 * What is usual for goods of a code: price a kg, mass, where they are from and leave from. Learnt from
 * declarations; what few lines say leans to the heading, the chapter and all goods.
 */
import type { HsCode } from '../hs/code.ts';

export interface Usual {
  /** Six digits, ascending; the columns below are in their order. */
  readonly codes: readonly HsCode[];
  /** Earlier lines of the code itself. */
  readonly lines: Uint32Array;
  /** Mean and standard deviation of the natural log of KRW a kg, and of kg. */
  readonly priceMean: Float32Array;
  readonly priceSpread: Float32Array;
  readonly massMean: Float32Array;
  readonly massSpread: Float32Array;
  /** Headings, ascending, and the countries that are told apart; others count as one more. */
  readonly headings: readonly HsCode[];
  readonly countries: readonly string[];
  /** Square root of a country's share of a heading's lines, 255 = 1: `heading * (countries + 1) + country`. */
  readonly originShare: Uint8Array;
  readonly departureShare: Uint8Array;
}

/** What a line says in numbers. NaN or empty: not stated. */
export interface LineNumbers {
  /** kg */
  readonly netMass: number;
  /** KRW */
  readonly itemPrice: number;
  readonly origin: string;
  readonly departure: string;
}

/** A share of nothing would speak for certain: never less than one in a thousand. */
const LEAST_SHARE = 0.001;
/** One number speaks at most this loudly, log-odds: a slip of the pen is no proof. */
const LOUDEST = 4;

/** How much better a number fits one code than another, log-odds. */
export interface NumberOdds {
  readonly price: number;
  readonly mass: number;
  readonly origin: number;
  readonly departure: number;
}

/** Place of the first item that is not below `wanted`. */
function lowerBound(sorted: readonly string[], wanted: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** First code below a prefix and the one after the last. */
export function codesBelow(codes: readonly HsCode[], prefix: HsCode): readonly [number, number] {
  return [lowerBound(codes, prefix), lowerBound(codes, `${prefix}~`)];
}

/** Place of a code; of the first one of its heading where the edition does not know it; else -1. */
export function placeOf(usual: Usual, code: HsCode): number {
  const six = code.slice(0, 6);
  const at = lowerBound(usual.codes, six);
  if (usual.codes[at] === six) return at;
  const [first, after] = codesBelow(usual.codes, six.slice(0, 4));
  return first < after ? first : -1;
}

/**
 * The part of a declared code that can be held against others: six digits, or the heading where the
 * edition does not know the code. A code of an older edition may stand for any below its heading.
 */
export function comparablePart(usual: Usual, code: HsCode): HsCode {
  const six = code.slice(0, 6);
  return usual.codes[lowerBound(usual.codes, six)] === six ? six : six.slice(0, 4);
}

/** Natural log of KRW a kg; NaN when price or mass is not stated or nothing. */
export function logPrice({ netMass, itemPrice }: LineNumbers): number {
  return netMass > 0 && itemPrice > 0 ? Math.log(itemPrice / netMass) : NaN;
}

export function logMass({ netMass }: LineNumbers): number {
  return netMass > 0 ? Math.log(netMass) : NaN;
}

export function countryShare(
  usual: Usual,
  shares: Uint8Array,
  code: HsCode,
  country: string,
): number {
  const heading = lowerBound(usual.headings, code.slice(0, 4));
  if (usual.headings[heading] !== code.slice(0, 4)) return NaN;
  const known = usual.countries.indexOf(country);
  const at = known < 0 ? usual.countries.length : known;
  return ((shares[heading * (usual.countries.length + 1) + at] ?? 0) / 255) ** 2;
}

/** Log density of a normal, up to a constant. */
function density(value: number, mean: number, spread: number): number {
  return -0.5 * ((value - mean) / spread) ** 2 - Math.log(spread);
}

const bounded = (odds: number): number =>
  Number.isFinite(odds) ? Math.max(-LOUDEST, Math.min(LOUDEST, odds)) : 0;

/** Odds for the code at place `a` against that at `b`; 0 where a number is not stated. */
export function numberOdds(usual: Usual, line: LineNumbers, a: number, b: number): NumberOdds {
  if (a < 0 || b < 0) return { price: 0, mass: 0, origin: 0, departure: 0 };
  const gap = (value: number, mean: Float32Array, spread: Float32Array): number =>
    bounded(
      density(value, mean[a] ?? NaN, spread[a] ?? NaN) -
        density(value, mean[b] ?? NaN, spread[b] ?? NaN),
    );
  const from = (shares: Uint8Array, country: string): number => {
    if (country === '') return 0;
    const share = (at: number): number =>
      Math.max(LEAST_SHARE, countryShare(usual, shares, usual.codes[at] ?? '', country));
    return bounded(Math.log(share(a) / share(b)));
  };
  return {
    price: gap(logPrice(line), usual.priceMean, usual.priceSpread),
    mass: gap(logMass(line), usual.massMean, usual.massSpread),
    origin: from(usual.originShare, line.origin),
    departure: from(usual.departureShare, line.departure),
  };
}
