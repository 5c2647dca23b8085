/** Goods to simulate lines with: of labelled texts, and of declarations without texts. */
import { createHash } from 'node:crypto';
import type { LineNumbers } from '../../src/domain/controlled/usual.ts';
import type { HsCode } from '../../src/domain/hs/code.ts';
import { codeAt, type LineTable } from '../../src/domain/risk/declaration.ts';
import type { Random } from '../random.ts';
import type { LabelledSuggestions } from '../suggestions.ts';
import type { Goods } from './simulate.ts';

const NOT_STATED: LineNumbers = { netMass: NaN, itemPrice: NaN, origin: '', departure: '' };

/** Whatever a declared line says in numbers. */
export function numbersAt(table: LineTable, line: number): LineNumbers {
  return {
    netMass: table.quantity.netMass[line] ?? NaN,
    itemPrice: table.quantity.itemPrice[line] ?? NaN,
    origin: codeAt(table, 'origin', line),
    departure: codeAt(table, 'departure', line),
  };
}

/** Draws the numbers of some line of the same code, else of the same heading; else they are not stated. */
export function numberDrawer(table: LineTable, random: Random): (code: HsCode) => LineNumbers {
  const lines = new Map<HsCode, number[]>();
  for (let line = 0; line < table.length; line += 1) {
    const code = codeAt(table, 'hs6', line);
    for (const prefix of [code, code.slice(0, 4)]) {
      const there = lines.get(prefix);
      if (there) there.push(line);
      else lines.set(prefix, [line]);
    }
  }
  return (code) => {
    const own = lines.get(code) ?? lines.get(code.slice(0, 4)) ?? [];
    const line = own[Math.floor(random() * own.length)];
    return line === undefined ? NOT_STATED : numbersAt(table, line);
  };
}

/** `numbers`: by code; leave it out for lines that say nothing but their text. */
export function goodsOfTexts(
  texts: readonly LabelledSuggestions[],
  numbers: (code: HsCode) => LineNumbers = () => NOT_STATED,
): Goods[] {
  return texts.map(({ key, code, source, suggestions, similarity }) => ({
    ...{ key, code, source, suggestions, similarity },
    ...numbers(code),
  }));
}

/** Lines of a declaration file as goods without a text. Lines of one unit price repeat one template. */
export function goodsOfLines(table: LineTable): Goods[] {
  return Array.from({ length: table.length }, (_, line) => {
    const numbers = numbersAt(table, line);
    const code = codeAt(table, 'hs6', line);
    const price = numbers.itemPrice / numbers.netMass;
    return {
      ...{ key: `${code} ${price.toFixed(2)}`, code, source: 'declarations' },
      ...{ suggestions: [], similarity: 0, ...numbers },
    };
  });
}

export const FOLDS = 5;

/** 0..FOLDS-1; the same on every machine. */
export function foldOf(key: string): number {
  const head = createHash('sha1').update(`haechi-controlled|${key}`).digest().readUInt32BE(0);
  return Math.floor((head / 2 ** 32) * FOLDS);
}
