/** Lower ends of the bands medium, high and very high. */
const BAND_STARTS = [0.2, 0.6, 0.9] as const;

/** 4 very high, 3 high, 2 medium, 1 low; 0 when there is no score, which is not low: what is no number is none. */
export function riskBand(probability: number | null): 0 | 1 | 2 | 3 | 4 {
  if (probability === null || !Number.isFinite(probability)) return 0;
  const [medium, high, veryHigh] = BAND_STARTS;
  if (probability >= veryHigh) return 4;
  if (probability >= high) return 3;
  return probability >= medium ? 2 : 1;
}
