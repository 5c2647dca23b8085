import { describe, expect, it } from 'vitest';
import { codesBelow, numberOdds, placeOf } from '../../../../src/domain/controlled/usual.ts';
import { lineOf, USUAL } from './made-usual.ts';

const [TOY, GAME] = [placeOf(USUAL, '950300'), placeOf(USUAL, '950430')];
const LOUDEST = 4;

describe('the numbers of a line', () => {
  it('speak for the code whose unit price they have', () => {
    const toys = numberOdds(USUAL, lineOf('950430', { netMass: 4, itemPrice: 100_000 }), TOY, GAME);
    const games = numberOdds(USUAL, lineOf('950430', { netMass: 4, itemPrice: 4e5 }), TOY, GAME);
    expect(toys.price).toBeGreaterThan(1);
    expect(games.price).toBeLessThan(-1);
  });

  it('speak for the code whose mass they have', () => {
    const of = (netMass: number) =>
      numberOdds(USUAL, lineOf('950430', { netMass }), TOY, GAME).mass;
    expect(of(20)).toBeGreaterThan(1);
    expect(of(300)).toBeLessThan(-1);
  });

  it('speak for the heading that is often from that country', () => {
    const of = (country: string) => {
      const line = lineOf('950430', { origin: country, departure: country });
      return numberOdds(USUAL, line, TOY, GAME);
    };
    expect(of('CN').origin).toBeGreaterThan(1);
    expect(of('CN').departure).toBeGreaterThan(1);
    expect(of('KR').origin).toBeLessThan(-1);
    expect(of('ZZ').origin, 'as often from elsewhere').toBe(0);
  });

  it('say nothing where they are not stated, or of a code that nobody knows', () => {
    const nothing = { price: 0, mass: 0, origin: 0, departure: 0 };
    expect(numberOdds(USUAL, lineOf('950430'), TOY, GAME)).toEqual(nothing);
    const stated = lineOf('010121', { netMass: 4, itemPrice: 9, origin: 'CN' });
    expect(numberOdds(USUAL, stated, TOY, placeOf(USUAL, '010121'))).toEqual(nothing);
    expect(numberOdds(USUAL, stated, GAME, GAME)).toEqual(nothing);
  });

  it('never speak louder than four, whatever the line states', () => {
    const masses = [0, -1, 5e-324, 1e-9, 1, 1e12, Infinity, -Infinity, NaN];
    for (const netMass of masses) {
      for (const itemPrice of [0, -5, 1, 1e300, Infinity, NaN]) {
        const line = lineOf('950430', { netMass, itemPrice, origin: 'CN', departure: '??' });
        for (const odds of Object.values(numberOdds(USUAL, line, TOY, GAME))) {
          expect(Math.abs(odds), `${netMass} kg, ${itemPrice} KRW`).toBeLessThanOrEqual(LOUDEST);
        }
      }
    }
  });
});

describe('the place of a code', () => {
  it('is that of its first six digits', () => {
    expect(placeOf(USUAL, '9503001100')).toBe(TOY);
    expect(USUAL.codes.slice(...codesBelow(USUAL.codes, '9504'))).toEqual([
      '950430',
      '950440',
      '950490',
    ]);
  });

  it('is the first of its heading where the edition knows no more', () => {
    expect(USUAL.codes[placeOf(USUAL, '9504')]).toBe('950430');
    expect(USUAL.codes[placeOf(USUAL, '950499')]).toBe('950430');
  });

  it('is nowhere for a heading of no edition', () => {
    for (const code of ['99', '9999', '000000', '9999999999'])
      expect(placeOf(USUAL, code)).toBe(-1);
  });
});
