import { describe, expect, it } from 'vitest';
import { dayView } from '../../../../src/domain/controlled/day-view.ts';
import { simulate, type Goods, type World } from '../../../../models/controlled/simulate.ts';
import { readEdition, readList, worldOf } from '../../../../models/controlled/world.ts';
import { DAY, LEAVES, listOf, USUAL } from '../../domain/controlled/made-usual.ts';

const goods = (code: string, ...said: readonly (readonly [string, number])[]): Goods => ({
  ...{ code, key: code, source: 'made', similarity: 0.5 },
  suggestions: said.map(([other, probability]) => ({ code: other, probability })),
  ...{ netMass: 3, itemPrice: 9, origin: 'CN', departure: 'CN' },
});

const worldWith = (...codes: readonly string[]): World => ({
  ...{ codes: USUAL.codes, day: DAY },
  view: dayView(listOf(...codes), DAY, USUAL.codes, LEAVES),
});

describe('simulated lines of a small edition', () => {
  const world = worldWith('950430', '9503001100');

  it('are honest for goods that the list does not name', () => {
    const lines = simulate(world, [goods('940161')], 1);
    expect(lines.map(({ line, shift }) => [line.code, shift])).toEqual([['940161', null]]);
  });

  it('hide goods that the list names: within the heading, next to it, and where texts are confused', () => {
    const lines = simulate(world, [goods('950430', ['950430', 0.5], ['940161', 0.3])], 1);
    const moved = new Map(lines.map(({ line, shift }) => [shift, line.code]));
    expect([...moved.keys()]).toEqual(['sibling', 'confused']);
    expect(['950440', '950490']).toContain(moved.get('sibling'));
    expect(moved.get('confused')).toBe('940161');
  });

  it('move goods to the nearest other heading of the chapter', () => {
    const lines = simulate(worldWith('9503'), [goods('950300')], 1);
    expect(lines.map(({ shift }) => shift)).toEqual(['heading']);
    expect(lines[0]?.line.code).toMatch(/^9504/);
  });

  it('leave out goods that are controlled in part, and codes of no edition', () => {
    expect(simulate(world, [goods('950300'), goods('999999')], 1)).toEqual([]);
  });

  it('keep what the goods say and change the code alone', () => {
    const [line] = simulate(world, [goods('950430', ['950430', 1])], 1);
    expect(line?.line).toMatchObject({ netMass: 3, itemPrice: 9, origin: 'CN', day: DAY });
    expect(line?.goods.code).toBe('950430');
  });
});

describe('simulated lines of the whole edition and the shipped list', () => {
  const { list } = readList();
  const edition = readEdition();
  const world = worldOf(edition, list);
  const all = edition.codes.map((code, at) =>
    goods(code, [code, 0.6], [edition.codes[(at * 7 + 1) % edition.codes.length] ?? '', 0.4]),
  );
  const lines = simulate(world, all, 7);
  const shareOf = (code: string) => world.view.share[edition.codes.indexOf(code)];

  it('are declared under codes that the list does not name, every one', () => {
    expect(lines.length).toBeGreaterThan(4000);
    expect(lines.filter(({ line }) => list.touches(line.code, line.day))).toEqual([]);
  });

  it('are honest for free goods only, and hide only goods controlled at least by half', () => {
    for (const { line, goods: what, shift } of lines) {
      if (shift === null) expect([line.code, shareOf(what.code)]).toEqual([what.code, 0]);
      else expect(shareOf(what.code)).toBeGreaterThanOrEqual(0.5);
    }
  });

  it('stay in the heading as siblings, and in the chapter but outside of it otherwise', () => {
    const places = { sibling: 0, heading: 0 };
    for (const { line, goods: what, shift } of lines) {
      if (shift !== 'sibling' && shift !== 'heading') continue;
      places[shift] += 1;
      expect(line.code.slice(0, 2)).toBe(what.code.slice(0, 2));
      expect(line.code.slice(0, 4) === what.code.slice(0, 4)).toBe(shift === 'sibling');
    }
    expect(Math.min(...Object.values(places))).toBeGreaterThan(100);
  });

  it('are the same for the same seed and others for another', () => {
    expect(simulate(world, all, 7)).toEqual(lines);
    expect(simulate(world, all, 8)).not.toEqual(lines);
  });
});
