import { describe, expect, it } from 'vitest';
import { compareDeclared } from '../../../../src/domain/hs/agreement.ts';
import { SUBHEADINGS } from './tariff-fixture.ts';

/** These codes as likely as said, nothing else possible. */
function likely(shares: Readonly<Record<string, number>>): Float32Array {
  return Float32Array.from(SUBHEADINGS, (code) => shares[code] ?? 0);
}
const compare = (
  declared: string,
  kind: 'suggest' | 'choose' | 'ask',
  shares: Readonly<Record<string, number>>,
) => compareDeclared(declared, kind, SUBHEADINGS, likely(shares));

describe('a declared code against the goods text', () => {
  it('agrees with the suggested one', () => {
    expect(compare('851713', 'suggest', { '851713': 0.9 }).agreement).toBe('agrees');
    expect(compare('8517', 'suggest', { '851713': 0.9 }).agreement).toBe('agrees');
    expect(compare('8517130000', 'suggest', { '851713': 0.9 }).agreement).toBe('agrees');
  });

  it('agrees when it is about as likely', () => {
    const shares = { '851713': 0.45, '851714': 0.31, '851762': 0.2 };
    expect(compare('851714', 'choose', shares).agreement).toBe('agrees');
  });

  it('is neither held nor contradicted when it is less likely, yet a fair reading', () => {
    const shares = { '851713': 0.5, '851714': 0.2, '910212': 0.18 };
    for (const kind of ['suggest', 'choose'] as const) {
      expect(compare('851714', kind, shares).agreement).toBe('cannot-tell');
      expect(compare('910212', kind, shares).agreement).toBe('cannot-tell');
    }
    expect(compare('851762', 'choose', shares).agreement).toBe('near-miss');
  });

  it('is a near miss in the same heading, also where the code is of an older nomenclature', () => {
    const found = compare('851712', 'suggest', { '851713': 0.81 });
    expect(found).toMatchObject({ agreement: 'near-miss', suggested: '851713' });
    expect(found.probability).toBeCloseTo(0.81);
    expect(found.declaredProbability).toBe(0);
  });

  it('is contradicted by another heading', () => {
    const found = compare('910212', 'suggest', { '851762': 0.81, '910212': 0.09 });
    expect(found).toMatchObject({ agreement: 'conflict', suggested: '851762' });
    expect(found.declaredProbability).toBeCloseTo(0.09);
  });

  it('is not contradicted by a short list while its heading is possible', () => {
    const shares = { '851762': 0.4, '847130': 0.3, '910221': 0.06 };
    expect(compare('910212', 'choose', shares).agreement).toBe('cannot-tell');
    expect(compare('610910', 'choose', shares).agreement).toBe('conflict');
  });

  it('cannot be judged where the model asks for more, and nothing is suggested then', () => {
    const found = compare('910212', 'ask', { '851762': 0.9 });
    expect(found).toMatchObject({ agreement: 'cannot-tell', suggested: null });
  });

  it('cannot be judged in a heading that the model does not know', () => {
    expect(compare('990000', 'suggest', { '851713': 0.9 }).agreement).toBe('cannot-tell');
  });
});
