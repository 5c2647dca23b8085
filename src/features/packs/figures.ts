import type { Figure } from '../../contracts/pack.ts';

/** 0.96 with two decimals; 1 only when it is 1. */
export function figureText(value: number): string {
  const text = value.toFixed(2);
  return text === '1.00' && value < 1 ? '> 0.99' : text;
}

/** `0.94–0.98`, or nothing where no interval was computed. */
export function rangeText({ low, high }: Figure): string {
  return low === undefined || high === undefined ? '' : `${low.toFixed(2)}–${high.toFixed(2)}`;
}

/** Share of `hits` in `of` with its 95 % Wilson score interval: honest for a handful of cases. */
export function shareFigure(hits: number, of: number): Figure {
  if (of === 0) return { value: 0 };
  const z2 = 1.96 ** 2;
  const value = hits / of;
  const middle = value + z2 / (2 * of);
  const half = Math.sqrt(z2 * ((value * (1 - value)) / of + z2 / (4 * of * of)));
  const scale = 1 + z2 / of;
  return { value, low: Math.max(0, (middle - half) / scale), high: (middle + half) / scale };
}

/** `0.10 % (0.04–0.21)` */
export function shareText(figure: Figure): string {
  const { value, low, high } = figure;
  const range =
    low === undefined || high === undefined
      ? ''
      : ` (${(low * 100).toFixed(2)}–${(high * 100).toFixed(2)})`;
  return `${(value * 100).toFixed(2)} %${range}`;
}

/** The first and last places of a hash, as one reads them out to a colleague. */
export function hashText(hash: string): string {
  return `${hash.slice(0, 4)} ${hash.slice(4, 8)} … ${hash.slice(-4)}`;
}
