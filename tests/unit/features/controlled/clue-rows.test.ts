import { describe, expect, it } from 'vitest';
import type { Clue } from '../../../../src/contracts/controlled.ts';
import { clueRows } from '../../../../src/features/controlled/clue-rows.ts';

const clue = (key: Clue['key'], weight: number): Clue => ({ key, weight, facts: {} });
const CLUES = [
  ...[clue('start', -4.5), clue('text', 1.47), clue('siblings', -0.4), clue('unit-price', 0.9)],
  ...[clue('mass', -0.2), clue('origin', 0.1), clue('departure', 0.05), clue('importer', 0)],
];
const SUM = CLUES.reduce((sum, { weight }) => sum + weight, 0);

describe('the bars under the answer', () => {
  it.each([0, 1, 2, 4, 5, 7])('add up to the same sum with %i rows named', (few) => {
    const rows = clueRows(CLUES, few);
    const drawn = [
      ...rows.named,
      ...(rows.rest ? [rows.rest] : []),
      ...(rows.start ? [rows.start] : []),
    ];
    expect(drawn.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(SUM, 10);
    expect(rows.sum).toBeCloseTo(SUM, 10);
    expect(rows.named.length + rows.unscored.length + rows.hidden).toBe(CLUES.length - 1);
  });

  it('name the largest first, whichever way they speak, and never the start among them', () => {
    const { named, rest, start } = clueRows(CLUES, 2);
    expect(named.map(({ key }) => key)).toEqual(['text', 'unit-price']);
    expect([rest?.count, start?.key]).toEqual([4, 'start']);
  });

  it('name a single one that is left, and tell apart what is not scored', () => {
    const { named, rest, hidden, unscored } = clueRows(CLUES, 5);
    expect([named.length, rest, hidden]).toEqual([6, null, 0]);
    expect(unscored.map(({ key }) => key)).toEqual(['importer']);
  });
});
