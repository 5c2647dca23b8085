/** An estimate with its 95 % interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Half width of a 95 % interval in standard deviations. */
const Z95 = 1.96;

/** Normal interval, cut to what the quantity can be. */
export function estimate(value: number, variance: number, least: number, most: number): Estimate {
  const half = Z95 * Math.sqrt(Math.max(0, variance));
  return { value, low: Math.max(least, value - half), high: Math.min(most, value + half) };
}

/** Sample variance; 0 for fewer than two values. */
export function varianceOf(values: ArrayLike<number>): number {
  if (values.length < 2) return 0;
  let mean = 0;
  for (let i = 0; i < values.length; i += 1) mean += (values[i] as number) / values.length;
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += ((values[i] as number) - mean) ** 2;
  return sum / (values.length - 1);
}
