import { describe, expect, it } from 'vitest';
import type { ImporterPast, LineFacts } from '../../../../src/domain/controlled/judge.ts';
import { madeModel } from './made-model.ts';
import { lineOf, listOf, suggest } from './made-usual.ts';

const LIST = listOf('9503');
const MODEL = madeModel();
const NO_PAST: ImporterPast = { lines: new Map() };

const TOY = suggest(['950300', 0.8], ['950430', 0.1]);
const GAME = suggest(['950430', 0.8], ['950300', 0.1]);
/** 25,000 KRW a kg: the usual price of toys. */
const TOY_PRICE = { netMass: 20, itemPrice: 5e5 };

describe('a line whose code the list does not name', () => {
  it('is to be checked when its text names controlled goods, which are told', () => {
    const { ground, suspect, probability } = MODEL.assess(LIST, lineOf('950430', TOY));
    expect({ ground, suspect }).toEqual({ ground: 'hidden', suspect: '950300' });
    expect(probability).toBeCloseTo(1 / (1 + Math.exp(-(2 * 2 + 0.5))));
  });

  it('fits when its text names the declared goods', () => {
    const { ground, suspect } = MODEL.assess(LIST, lineOf('950430', GAME));
    expect({ ground, suspect }).toEqual({ ground: 'no-sign', suspect: null });
  });

  it('cannot be told between the two thresholds', () => {
    const cautious = madeModel({ check: 0.999, fits: 1e-9 });
    for (const said of [TOY, GAME]) {
      expect(cautious.assess(LIST, lineOf('950430', said)).ground).toBe('unclear');
    }
  });

  it('is never to be checked without a suspect, however high the probability', () => {
    const sure = madeModel({ check: 0.5, fits: 0.01 }, 9, 9);
    const judged = (line: LineFacts) => {
      const { ground, suspect } = sure.assess(listOf('0101'), line);
      return { ground, suspect };
    };
    expect(judged(lineOf('950430', TOY))).toEqual({ ground: 'unclear', suspect: null });
    expect(judged(lineOf('950430', TOY_PRICE))).toEqual({ ground: 'no-text', suspect: null });
  });

  it('is to be checked for its numbers alone where they fit controlled goods', () => {
    const { ground, suspect } = MODEL.assess(LIST, lineOf('950430', TOY_PRICE));
    expect({ ground, suspect }).toEqual({ ground: 'hidden', suspect: '950300' });
  });

  it('is never to be checked for the company of its code: without a text, numbers must speak', () => {
    const sure = madeModel({ check: 0.5, fits: 0.01 }, 9, 9);
    const dear = { netMass: 300, itemPrice: 3e7, origin: 'KR', departure: 'KR' };
    for (const numbers of [{}, dear]) {
      expect(sure.assess(LIST, lineOf('950430', numbers)).ground).toBe('no-text');
    }
    expect(sure.assess(LIST, lineOf('950430', TOY_PRICE)).ground).toBe('hidden');
  });

  it('never fits for its numbers alone', () => {
    const trusting = madeModel({ check: 0.7, fits: 0.6 });
    const dear = lineOf('950430', { netMass: 20, itemPrice: 2e6 });
    expect(trusting.assess(LIST, dear)).toMatchObject({ ground: 'no-text', suspect: null });
    expect(trusting.assess(LIST, { ...dear, ...GAME }).ground).toBe('no-sign');
  });
});

describe('the clues of a line', () => {
  const line = lineOf('950430', { ...TOY, ...TOY_PRICE, origin: 'CN', departure: '' });

  it('begin with where every line stands, then the strongest first, with the numbers under them', () => {
    const clues = MODEL.clues(LIST, line, NO_PAST);
    expect(clues.map(({ key }) => key)).toEqual([
      'start',
      'text',
      'siblings',
      'unit-price',
      'mass',
      'origin',
    ]);
    const [, text, siblings, price] = clues;
    expect(text?.weight).toBeGreaterThan(0);
    expect(text?.facts['suspect']).toBeCloseTo(0.8);
    expect(text?.facts['declared']).toBeCloseTo(0.1);
    expect(text?.facts['controlled']).toBeCloseTo(0.8);
    expect(siblings?.facts['share']).toBe(0);
    expect(price?.facts['value']).toBeCloseTo(25_000);
    expect(price?.facts['declared']).toBeCloseTo(100_000, -1);
    expect(price?.facts['suspect']).toBeCloseTo(25_000, -1);
  });

  it('leave out what the line does not state', () => {
    const keys = (own: LineFacts) => MODEL.clues(LIST, own, NO_PAST).map(({ key }) => key);
    expect(keys(lineOf('950430', TOY))).toEqual(['start', 'text', 'siblings']);
    expect(keys(lineOf('950430'))).toEqual(['start', 'siblings']);
  });

  it('count what is below the declared code as declared, and never what no edition knows', () => {
    const said = suggest(['950300', 0.5], ['940542', 0.2], ['950399', 0.3]);
    const [, text] = madeModel().clues(listOf('9503', '940542'), lineOf('9503', said), NO_PAST);
    expect(text?.facts['declared']).toBeCloseTo(0.8);
    expect(text?.facts['controlled']).toBeCloseTo(0.2);
  });

  it('show what else the importer declared and do not score it', () => {
    const lines = new Map([
      ['950300', 2],
      ['940161', 5],
    ]);
    const before = MODEL.assess(LIST, line);
    const importer = MODEL.clues(LIST, line, { lines }).find(({ key }) => key === 'importer');
    expect(importer).toEqual({
      ...{ key: 'importer', weight: 0 },
      facts: { lines: 7, controlled: 2, suspect: 2 },
    });
    expect(MODEL.assess(LIST, line)).toEqual(before);
  });
});
