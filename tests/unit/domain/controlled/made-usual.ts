import {
  controlledList,
  type ControlledList,
} from '../../../../src/domain/controlled/controlled-list.ts';
import type { LineFacts } from '../../../../src/domain/controlled/judge.ts';
import type { Usual } from '../../../../src/domain/controlled/usual.ts';

/** Furniture, lamps, toys and games: usual KRW a kg, kg, and earlier lines. */
const GOODS: readonly (readonly [code: string, price: number, mass: number, lines: number])[] = [
  ['940161', 10_000, 400, 30],
  ['940542', 40_000, 50, 20],
  ['950300', 25_000, 20, 50],
  ['950430', 100_000, 300, 10],
  ['950440', 30_000, 5, 40],
  ['950490', 60_000, 30, 20],
];

/** Of 255: square roots of the shares of CN, KR and all others, by heading. */
const SHARES = [
  ...[80, 80, 80], // 9401: from anywhere
  ...[160, 40, 40],
  ...[240, 30, 30], // 9503: from China
  ...[30, 240, 30], // 9504: from Korea
];

export const USUAL: Usual = {
  codes: GOODS.map(([code]) => code),
  lines: Uint32Array.from(GOODS, ([, , , lines]) => lines),
  priceMean: Float32Array.from(GOODS, ([, price]) => Math.log(price)),
  priceSpread: new Float32Array(GOODS.length).fill(0.7),
  massMean: Float32Array.from(GOODS, ([, , mass]) => Math.log(mass)),
  massSpread: new Float32Array(GOODS.length).fill(1),
  headings: ['9401', '9405', '9503', '9504'],
  countries: ['CN', 'KR'],
  originShare: Uint8Array.from(SHARES),
  departureShare: Uint8Array.from(SHARES),
};

/** 10-digit codes under each. */
export const LEAVES = Uint8Array.of(1, 2, 4, 1, 1, 5);

export const DAY = '2026-11-22';

/** A list that names these codes and nothing else, from the first day of 2020 on. */
export function listOf(...codes: readonly string[]): ControlledList {
  const named = { ko: '확인서', en: 'Certificate' };
  return controlledList({
    ...{ format: 1, id: 'kr-controlled-goods', standing: 'starter', checked: DAY },
    rows: codes.map((hs) => ({
      ...{ hs, law: named, authority: named, document: named, condition: null },
      ...{ effective_from: '2020-01-01', effective_to: null, citation: '', last_verified: null },
    })),
  });
}

/** A line that says nothing but its code. */
export function lineOf(code: string, said: Partial<LineFacts> = {}): LineFacts {
  return {
    ...{ code, day: DAY, documents: null, suggestions: [], similarity: 0 },
    ...{ netMass: NaN, itemPrice: NaN, origin: '', departure: '' },
    ...said,
  };
}

/** Suggestions as the HS suggester hands them over, likeliest first. */
export function suggest(
  ...said: readonly (readonly [code: string, probability: number])[]
): Pick<LineFacts, 'suggestions' | 'similarity'> {
  return {
    suggestions: said.map(([code, probability]) => ({ code, probability })),
    similarity: 0.8,
  };
}
