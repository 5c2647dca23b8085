import { describe, expect, it } from 'vitest';
import { hashNumber, hashText, SEED_A, SEED_B } from '../../../../src/domain/risk/hashing.ts';
import { KEY_SPECS } from '../../../../src/domain/risk/keys.ts';
import { encodeLines, isNovel, keyAt, learn } from '../../../../src/domain/risk/knowledge.ts';
import { unitPrice } from '../../../../src/domain/risk/parts.ts';
import { tableOf } from '../../../../models/risk/training/table-of.ts';
import { madeTable } from './made-lines.ts';

const earlier = madeTable([
  { fraud: '1' },
  { fraud: '0', netMass: '0', seller: '' },
  { fraud: '0', hs6: '854370' },
]);
const knowledge = learn(earlier, KEY_SPECS);

function entryOf(name: string, line: Parameters<typeof madeTable>[0][number]): number {
  return encodeLines(knowledge, madeTable([line])).entries[keyAt(knowledge.histories, name)] ?? -1;
}

describe('hashing', () => {
  it('gives the numbers that installed packs were made with', () => {
    expect([hashText('950300', SEED_A), hashText('950300', SEED_B), hashNumber(12.5, SEED_A)])
      .toMatchInlineSnapshot(`
      [
        -950683665,
        -1850401211,
        -596204512,
      ]
    `);
  });

  it('tells neighbours apart and treats -0 as 0', () => {
    expect(hashText('950300', SEED_A)).not.toBe(hashText('950301', SEED_A));
    expect(hashNumber(-0, SEED_A)).toBe(hashNumber(0, SEED_A));
    expect(hashNumber(Number.NaN, SEED_A)).toBe(hashNumber(0 / 0, SEED_A));
  });
});

describe('encoding a line', () => {
  it('knows a pattern it has seen and marks any other as novel', () => {
    const encoded = encodeLines(knowledge, madeTable([{}, { netMass: '11' }, { origin: 'VN' }]));
    expect([0, 1, 2].map((line) => isNovel(knowledge, encoded, line))).toEqual([false, true, true]);
  });

  it('has no unit price without mass, and still has finite quantities', () => {
    expect(unitPrice(0, 100)).toBe(-1);
    const { quantities } = encodeLines(
      knowledge,
      madeTable([{ netMass: '0' }, { netMass: '', itemPrice: '', taxRate: '' }]),
    );
    expect(quantities.every(Number.isFinite)).toBe(true);
  });

  it('gives an empty seller no history, while a known seller has one', () => {
    expect(entryOf('seller', { seller: '' })).toBe(0);
    expect(entryOf('seller', {})).toBeGreaterThan(0);
  });

  it('gives codes it never saw no history', () => {
    for (const name of ['goods', 'heading', 'chapter'])
      expect(entryOf(name, { hs6: '010121' })).toBe(0);
    expect(entryOf('origin', { origin: 'ZZ' })).toBe(0);
  });

  it('takes a file that has only the required columns', () => {
    const table = tableOf([
      {
        ...{ id: '1', date: '2021-01-01', hs6: '950300', departure: 'CN', origin: 'CN' },
        ...{ netMass: '10', itemPrice: '25000' },
      },
    ]);
    const encoded = encodeLines(knowledge, table);
    expect(encoded.quantities.every(Number.isFinite)).toBe(true);
    expect(encoded.entries[keyAt(knowledge.histories, 'goods')]).toBeGreaterThan(0);
    expect(isNovel(knowledge, encoded, 0)).toBe(true);
  });
});
