/**
 * Simulated declarations: no labelled cases of hidden controlled goods are public. Goods of codes that
 * the list does not name are declared honestly; goods of codes that it names are moved to a code that
 * it does not name, in three ways.
 */
import type { Shift } from '../../src/contracts/controlled-card.ts';
import type { DayView } from '../../src/domain/controlled/day-view.ts';
import type { LineFacts, Suggestion } from '../../src/domain/controlled/judge.ts';
import { codesBelow } from '../../src/domain/controlled/usual.ts';
import type { HsCode } from '../../src/domain/hs/code.ts';
import { seededRandom, type Random } from '../random.ts';

/** Goods whose code is known, with all that a line would say of them but the code. */
export interface Goods extends Omit<LineFacts, 'code' | 'day' | 'documents'> {
  /** What they are, six digits. */
  readonly code: HsCode;
  /** Goods with one key stay on one side of every split. */
  readonly key: string;
  readonly source: string;
}

export interface SimulatedLine {
  readonly line: LineFacts;
  readonly goods: Goods;
  /** How the code was moved; null: declared honestly. */
  readonly shift: Shift | null;
}

/** Codes that are controlled at least by half count as controlled goods; only wholly free ones hide them. */
const CONTROLLED = 0.5;

export interface World {
  readonly codes: readonly HsCode[];
  readonly view: DayView;
  /** ISO date of every line. */
  readonly day: string;
}

/** One honest line of each uncontrolled goods, up to three of each controlled ones. */
export function simulate(world: World, goods: readonly Goods[], seed: number): SimulatedLine[] {
  const random = seededRandom(seed);
  const place = new Map(world.codes.map((code, at) => [code, at]));
  const shareOf = (code: HsCode): number => world.view.share[place.get(code) ?? -1] ?? 0;
  const free = world.codes.filter((code) => shareOf(code) === 0);
  const confused = confusions(goods, (code) => place.has(code) && shareOf(code) === 0);
  return goods.flatMap((one): SimulatedLine[] => {
    if (!place.has(one.code)) return [];
    const declare = (code: HsCode, shift: Shift | null): SimulatedLine => ({
      line: { ...one, code, day: world.day, documents: null },
      ...{ goods: one, shift },
    });
    if (shareOf(one.code) === 0) return [declare(one.code, null)];
    if (shareOf(one.code) < CONTROLLED) return [];
    const moved: readonly (readonly [Shift, HsCode | undefined])[] = [
      ['sibling', sibling(free, one.code, random)],
      ['heading', nextHeading(free, one.code, random)],
      ['confused', confused.get(one.code)],
    ];
    return moved.flatMap(([shift, code]) => (code === undefined ? [] : [declare(code, shift)]));
  });
}

function drawn(codes: readonly HsCode[], random: Random): HsCode | undefined {
  return codes[Math.floor(random() * codes.length)];
}

/** A free code of the same heading. */
function sibling(free: readonly HsCode[], code: HsCode, random: Random): HsCode | undefined {
  return drawn(free.slice(...codesBelow(free, code.slice(0, 4))), random);
}

/** A free code of the nearest other heading of the chapter that has one. */
function nextHeading(free: readonly HsCode[], code: HsCode, random: Random): HsCode | undefined {
  const own = code.slice(0, 4);
  const chapter = free.slice(...codesBelow(free, code.slice(0, 2)));
  const others = chapter.filter((other) => !other.startsWith(own));
  const far = (other: HsCode): number => Math.abs(Number(other.slice(0, 4)) - Number(own));
  const nearest = Math.min(...others.map(far));
  return drawn(
    others.filter((other) => far(other) === nearest),
    random,
  );
}

/** For each code the free one that the suggester gives most to when it reads goods of that code. */
function confusions(
  goods: readonly Goods[],
  isFree: (code: HsCode) => boolean,
): ReadonlyMap<HsCode, HsCode> {
  const given = new Map<HsCode, Map<HsCode, number>>();
  for (const { code, suggestions } of goods) {
    const sums = given.get(code) ?? new Map<HsCode, number>();
    given.set(code, sums);
    for (const { code: other, probability } of suggestions) {
      if (isFree(other)) sums.set(other, (sums.get(other) ?? 0) + probability);
    }
  }
  const most = (sums: ReadonlyMap<HsCode, number>): HsCode | undefined =>
    [...sums].sort((a, b) => b[1] - a[1])[0]?.[0];
  return new Map(
    [...given].flatMap(([code, sums]) => {
      const other = most(sums);
      return other === undefined ? [] : [[code, other] as const];
    }),
  );
}

/** Probability that the suggester gives to a code. */
export function given(suggestions: readonly Suggestion[], code: HsCode): number {
  return suggestions.find((one) => one.code === code)?.probability ?? 0;
}
