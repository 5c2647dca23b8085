import { describe, expect, it } from 'vitest';
import { riskBand } from '../../../../src/features/risk/risk-band.ts';

describe('the band of a score', () => {
  it('rises with the probability', () => {
    expect([0.1, 0.2, 0.6, 0.9, 1].map(riskBand)).toEqual([1, 2, 3, 4, 4]);
  });

  it('is "cannot tell", never "low", where there is no score', () => {
    expect(riskBand(null)).toBe(0);
    expect(riskBand(Number.NaN)).toBe(0);
  });
});
