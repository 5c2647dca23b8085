/** The shipped model with the shipped list, on lines of every kind. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { ANSWER_OF } from '../../../../src/domain/controlled/answer.ts';
import { judgeLine, type LineFacts } from '../../../../src/domain/controlled/judge.ts';
import { GoldenControlled } from '../../../../src/domain/controlled/model-golden.ts';
import { readEdition, readList } from '../../../../models/controlled/world.ts';
import { jsonOf, openNewest } from './opened.ts';

const model = openNewest();
const { list } = readList();
const { codes } = readEdition();
const golden = v.parse(GoldenControlled, jsonOf('golden.json'));

describe('the clues of a line', () => {
  it('add up to the log-odds of its probability, whatever the line leaves out', () => {
    let met = 0;
    for (const line of golden.cases) {
      const { probability } = model.assess(list, line);
      if (probability === null) continue;
      const clues = model.clues(list, line, { lines: new Map() });
      const sum = clues.reduce((all, { weight }) => all + weight, 0);
      expect(sum).toBeCloseTo(Math.log(probability / (1 - probability)), 4);
      met += 1;
    }
    expect(met).toBe(golden.cases.length);
  });
});

describe('a line of any kind', () => {
  const quantity = fc.oneof(
    fc.constantFrom(0, -1, NaN, Infinity, 1e308),
    fc.double({ min: 0.01, max: 1e7, noNaN: true }),
  );
  const code = fc.oneof(
    fc.constantFrom(...codes),
    fc.constantFrom(...codes).map((six) => six.slice(0, 4)),
    fc.constantFrom(...codes).map((six) => `${six}1000`),
    fc.constantFrom(...list.rows.map(({ hs }) => hs)),
    fc.constantFrom('999999', '0000', '9999999999'),
  );
  const country = fc.constantFrom('', 'CN', 'US', 'ZZ');
  const suggestions = fc
    .array(fc.tuple(fc.constantFrom(...codes), fc.double({ min: 0, max: 1, noNaN: true })), {
      maxLength: 12,
    })
    .map((said) => {
      const sum = said.reduce((all, [, p]) => all + p, 0) + 1e-9;
      return said.map(([six, p]) => ({ code: six, probability: p / sum }));
    });
  const anyLine: fc.Arbitrary<LineFacts> = fc.record({
    ...{ code, suggestions, netMass: quantity, itemPrice: quantity },
    ...{ origin: country, departure: country },
    day: fc.constantFrom('1990-01-01', '2024-02-29', list.checked, '2030-01-01'),
    documents: fc.option(fc.constantFrom('', '송품장', 'Invoice')),
    similarity: fc.double({ min: 0, max: 1, noNaN: true }),
  });

  it('is to be checked for a missing document or for a suspect that is told, and for nothing else', () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        const { ground, suspect, probability } = judgeLine(list, model, line);
        if (ANSWER_OF[ground] === 'check') {
          expect(ground === 'document-missing' || suspect !== null).toBe(true);
        }
        if (suspect !== null) {
          expect(suspect.startsWith(line.code.slice(0, 6))).toBe(false);
          expect(list.touches(suspect, line.day)).toBe(true);
        }
        if (line.suggestions.length === 0) expect(ground).not.toBe('no-sign');
        if (probability !== null) expect(probability >= 0 && probability <= 1).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('is never to be checked under a code of the list, declared with its documents', () => {
    fc.assert(
      fc.property(anyLine, fc.constantFrom(...list.rows), (line, { hs }) => {
        const declared = { ...line, code: hs.padEnd(10, '0'), day: list.checked };
        const { rows } = list.coverage(declared.code, declared.day);
        const documents = rows.map(({ document }) => document.ko).join('; ');
        const { ground } = judgeLine(list, model, { ...declared, documents });
        expect(rows.length === 0 || ground === 'document-given').toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});
