import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayView } from '../../../../src/domain/controlled/day-view.ts';
import {
  BARE_FEATURES,
  bareEvidence,
  TEXT_FEATURES,
  textEvidence,
} from '../../../../src/domain/controlled/evidence.ts';
import type { LineFacts } from '../../../../src/domain/controlled/judge.ts';
import { DAY, LEAVES, lineOf, listOf, suggest, USUAL } from './made-usual.ts';

const TOYS = dayView(listOf('9503', '940542'), DAY, USUAL.codes, LEAVES);
const NONE = dayView(listOf('0101'), DAY, USUAL.codes, LEAVES);

const suspectOf = (line: LineFacts, view = TOYS) => textEvidence(line, view, USUAL).suspect;

describe('the suspect of a line with a text', () => {
  it('is the likeliest controlled code, however likely free ones are', () => {
    const said = suggest(['950440', 0.6], ['950300', 0.2], ['940542', 0.1]);
    expect(suspectOf(lineOf('950430', said))).toBe('950300');
  });

  it('is weighed by how much of a code is controlled', () => {
    const partly = dayView(listOf('9503001100', '940542'), DAY, USUAL.codes, LEAVES);
    const said = suggest(['950300', 0.4], ['940542', 0.2]);
    expect(suspectOf(lineOf('950430', said), partly)).toBe('940542');
  });

  it('is never the declared code, nor one below it', () => {
    const said = suggest(['950300', 0.9], ['940542', 0.01]);
    for (const code of ['950300', '9503001100', '9503']) {
      expect(suspectOf(lineOf(code, said))).toBe('940542');
    }
    expect(suspectOf(lineOf('9503', suggest(['950300', 1])))).toBeNull();
  });

  it('is nothing below the heading of a code that the edition does not know any more', () => {
    const said = suggest(['950300', 0.9], ['940542', 0.01]);
    expect(suspectOf(lineOf('950390', said))).toBe('940542');
    expect(bareEvidence(lineOf('950390'), TOYS, USUAL).suspect).toBeNull();
  });

  it('is nobody where no controlled code is in sight', () => {
    expect(suspectOf(lineOf('950430', suggest(['950440', 1])))).toBeNull();
    expect(suspectOf(lineOf('950430', suggest(['950300', 1])), NONE)).toBeNull();
    expect(suspectOf(lineOf('950430', suggest(['999999', 1], ['950399', 1])))).toBeNull();
  });
});

describe('the suspect of a line without a text', () => {
  it('is the controlled code of the chapter that its numbers fit', () => {
    const line = lineOf('950430', { netMass: 20, itemPrice: 5e5, origin: 'CN', departure: 'CN' });
    expect(bareEvidence(line, TOYS, USUAL).suspect).toBe('950300');
  });

  it('is never the declared code, nor one below it or of another chapter', () => {
    for (const code of ['950300', '9503001100', '9503']) {
      expect(bareEvidence(lineOf(code), TOYS, USUAL).suspect).toBeNull();
    }
    expect(bareEvidence(lineOf('940161'), TOYS, USUAL).suspect).toBe('940542');
    expect(bareEvidence(lineOf('999999'), TOYS, USUAL).suspect).toBeNull();
  });
});

describe('what a line says', () => {
  const quantity = fc.oneof(
    fc.constantFrom(0, -1, NaN, Infinity, -Infinity, 5e-324, 1e308),
    fc.double(),
  );
  const code = fc.constantFrom(
    ...['9503', '9504', '950430', '950300', '9503001100', '9504909000', '940161'],
    ...['0000', '999999', '9999999999', '950399'],
  );
  const country = fc.constantFrom('', 'CN', 'KR', 'ZZ', '??', '__proto__');
  const line = fc.record({
    ...{ code, netMass: quantity, itemPrice: quantity, origin: country, departure: country },
    similarity: fc.double({ min: 0, max: 1, noNaN: true }),
    suggestions: fc.array(
      // Twelve at most: together never more than one.
      fc.record({ code, probability: fc.double({ min: 0, max: 1 / 12, noNaN: true }) }),
      { maxLength: 12 },
    ),
  });

  it('is finite, with one value a feature, whatever it states', () => {
    fc.assert(
      fc.property(line, ({ code: declared, ...said }) => {
        for (const view of [TOYS, NONE]) {
          const text = textEvidence(lineOf(declared, said), view, USUAL);
          const bare = bareEvidence(lineOf(declared, said), view, USUAL);
          expect(text.values).toHaveLength(TEXT_FEATURES.length);
          expect(bare.values).toHaveLength(BARE_FEATURES.length);
          for (const { values, suspect } of [text, bare]) {
            expect([...values].filter((value) => !Number.isFinite(value))).toEqual([]);
            expect(suspect === null || !suspect.startsWith(declared.slice(0, 6))).toBe(true);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
