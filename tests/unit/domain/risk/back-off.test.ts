import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backOffRate, openBackOff, shrink } from '../../../../src/domain/risk/back-off.ts';
import { KEY_SPECS } from '../../../../src/domain/risk/keys.ts';
import { encodeLines, learn } from '../../../../src/domain/risk/knowledge.ts';
import type { Knowledge } from '../../../../src/domain/risk/knowledge.ts';
import { madeTable } from './made-lines.ts';
import type { MadeLine } from './made-lines.ts';

const madeLine: fc.Arbitrary<MadeLine> = fc.record({
  hs6: fc.constantFrom('950300', '950390', '854370', '010121'),
  origin: fc.constantFrom('CN', 'VN'),
  netMass: fc.constantFrom('0', '10', '12.5'),
  fraud: fc.constantFrom('0', '1'),
});

function rateOf(knowledge: Knowledge, line: MadeLine): number {
  const encoded = encodeLines(knowledge, madeTable([line]));
  const backOff = openBackOff(knowledge.histories, 'fraud', knowledge.priors.fraud);
  return backOffRate(backOff, encoded.entries, 1, 0);
}

describe('back-off tables', () => {
  it('keep a rate between what was found and what broader goods suggest', () => {
    fc.assert(
      fc.property(
        fc.nat(50),
        fc.nat(50),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.1, max: 50, noNaN: true }),
        (found, more, broader, strength) => {
          const count = found + more + 1;
          const rate = shrink(found, count, broader, strength);
          expect(rate).toBeGreaterThanOrEqual(Math.min(found / count, broader) - 1e-12);
          expect(rate).toBeLessThanOrEqual(Math.max(found / count, broader) + 1e-12);
        },
      ),
    );
  });

  it('never rate a line lower after one more fraud among equal lines', () => {
    fc.assert(
      fc.property(fc.array(madeLine, { minLength: 2, maxLength: 25 }), madeLine, (others, line) => {
        const fixed: MadeLine[] = [
          { hs6: '730890', fraud: '1' },
          { hs6: '730890', fraud: '0' },
          ...others,
        ];
        const clean = learn(madeTable([...fixed, { ...line, fraud: '0' }]), KEY_SPECS);
        const caught = learn(madeTable([...fixed, { ...line, fraud: '1' }]), KEY_SPECS);
        expect(rateOf(caught, line)).toBeGreaterThanOrEqual(rateOf(clean, line));
      }),
      { numRuns: 40 },
    );
  });

  it('do not depend on the order of earlier lines', () => {
    fc.assert(
      fc.property(fc.array(madeLine, { minLength: 2, maxLength: 25 }), madeLine, (lines, line) => {
        const fixed: MadeLine[] = [{ fraud: '1' }, { fraud: '0' }, ...lines];
        const forward = learn(madeTable(fixed), KEY_SPECS);
        const backward = learn(madeTable([...fixed].reverse()), KEY_SPECS);
        expect(rateOf(backward, line)).toBe(rateOf(forward, line));
        expect(backward.histories.map((h) => [...h.table.a])).toEqual(
          forward.histories.map((h) => [...h.table.a]),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('fall back on the base rate for goods never seen', () => {
    const knowledge = learn(
      madeTable([{ fraud: '1' }, { fraud: '0' }, { fraud: '0' }, { fraud: '0' }]),
      KEY_SPECS,
    );
    expect(rateOf(knowledge, { hs6: '010121', origin: 'KE' })).toBeCloseTo(0.25, 12);
  });
});
