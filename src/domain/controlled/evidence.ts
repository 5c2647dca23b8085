/**
 * What a line says for or against its goods being controlled goods under another code, as numbers
 * that training and serving work out alike.
 */
import type { HsCode } from '../hs/code.ts';
import type { ClueKey } from './clue.ts';
import type { DayView } from './day-view.ts';
import type { LineFacts } from './judge.ts';
import {
  codesBelow,
  comparablePart,
  numberOdds,
  placeOf,
  type NumberOdds,
  type Usual,
} from './usual.ts';

/** Features of a line with a goods text, and the clue that each belongs to. */
export const TEXT_FEATURES = [
  ['mass', 'text'],
  ['best', 'text'],
  ['own', 'text'],
  ['own-heading', 'text'],
  ['own-chapter', 'text'],
  ['best-to-own', 'text'],
  ['open', 'text'],
  ['best-open', 'text'],
  ['mass-to-open', 'text'],
  ['similarity', 'text'],
  ['first', 'text'],
  ['first-controlled', 'text'],
  ['spread', 'text'],
  ['own-rank', 'text'],
  ['nearness', 'siblings'],
  ['heading-share', 'siblings'],
  ['chapter-share', 'siblings'],
  ['price', 'unit-price'],
  ['mass-odds', 'mass'],
  ['origin', 'origin'],
  ['departure', 'departure'],
] as const satisfies readonly (readonly [string, ClueKey])[];

/** Features of a line without one: its numbers against the controlled codes nearby. */
export const BARE_FEATURES = [
  ['often', 'siblings'],
  ['nearness', 'siblings'],
  ['heading-share', 'siblings'],
  ['chapter-share', 'siblings'],
  ['price', 'unit-price'],
  ['mass-odds', 'mass'],
  ['origin', 'origin'],
  ['departure', 'departure'],
] as const satisfies readonly (readonly [string, ClueKey])[];

export interface Evidence {
  /** In the order of TEXT_FEATURES or BARE_FEATURES. */
  readonly values: Float32Array;
  /** Controlled code that the goods most likely belong to; null: none is in sight. */
  readonly suspect: HsCode | null;
  /** How much better the numbers fit the suspect than the declared code, log-odds. */
  readonly numbers: number;
}

/** Keeps log-odds finite: less than one in ten thousand is all the same. */
const FLOOR = 1e-4;
const logit = (p: number): number => Math.log((p + FLOOR) / (1 - p + FLOOR));
const ratio = (a: number, b: number): number => Math.log((a + FLOOR) / (b + FLOOR));

function nearness(declared: HsCode, suspect: HsCode | null): number {
  if (suspect === null) return 0;
  if (suspect.startsWith(declared.slice(0, 4))) return 2;
  return suspect.startsWith(declared.slice(0, 2)) ? 1 : 0;
}

/** Part of a code's goods that is controlled; nothing is said of codes that the edition does not know. */
export function controlledShare(usual: Usual, view: DayView, code: HsCode): number {
  const at = placeOf(usual, code);
  return usual.codes[at] === code ? (view.share[at] ?? 0) : 0;
}

/** What the suggestions add up to for the declared code, for controlled ones and for the others. */
function weigh(line: LineFacts, view: DayView, usual: Usual) {
  const own = comparablePart(usual, line.code);
  const sums = { mass: 0, best: 0, own: 0, heading: 0, chapter: 0, open: 0, bestOpen: 0 };
  let suspect: HsCode | null = null;
  let spread = 0;
  let ownRank = line.suggestions.length;
  let firstControlled = 0;
  line.suggestions.forEach(({ code, probability: p }, rank) => {
    const share = controlledShare(usual, view, code);
    spread -= p * Math.log(p + 1e-9);
    if (code.startsWith(own.slice(0, 4))) sums.heading += p;
    if (code.startsWith(own.slice(0, 2))) sums.chapter += p;
    if (rank === 0) firstControlled = code.startsWith(own) ? 0 : share;
    if (code.startsWith(own)) {
      sums.own += p;
      ownRank = Math.min(ownRank, rank);
      return;
    }
    sums.mass += p * share;
    sums.open += p * (1 - share);
    sums.bestOpen = Math.max(sums.bestOpen, p * (1 - share));
    if (p * share > sums.best) {
      sums.best = p * share;
      suspect = code;
    }
  });
  return { ...sums, suspect: suspect as HsCode | null, spread, ownRank, firstControlled };
}

/** For a line whose text says something. */
export function textEvidence(line: LineFacts, view: DayView, usual: Usual): Evidence {
  const said = weigh(line, view, usual);
  const { suspect } = said;
  const odds = suspectOdds(line, suspect, usual);
  const values = Float32Array.of(
    ...[logit(said.mass), logit(said.best), logit(said.own), logit(said.heading)],
    ...[logit(said.chapter), ratio(said.best, said.own), logit(said.open), logit(said.bestOpen)],
    ...[ratio(said.mass, said.own + said.open), line.similarity],
    ...[line.suggestions[0]?.probability ?? 0, said.firstControlled, said.spread, said.ownRank],
    ...[nearness(line.code, suspect), ...sharesAround(line.code, view)],
    ...[odds.price, odds.mass, odds.origin, odds.departure],
  );
  return { values, suspect, numbers: sumOf(odds) };
}

function sumOf({ price, mass, origin, departure }: NumberOdds): number {
  return price + mass + origin + departure;
}

function suspectOdds(line: LineFacts, suspect: HsCode | null, usual: Usual): NumberOdds {
  const at = suspect === null ? -1 : placeOf(usual, suspect);
  return numberOdds(usual, line, at, placeOf(usual, line.code));
}

function sharesAround(code: HsCode, view: DayView): readonly [number, number] {
  return [view.shareBelow(code.slice(0, 4)), view.shareBelow(code.slice(0, 2))];
}

/** Log-odds that a code of another heading of the chapter is met instead of one of the same heading. */
const FARTHER = -1.5;

/**
 * For a line without a text: the controlled code of the chapter that its numbers fit best, weighed by
 * how often that code is declared. Of a code that the edition does not know no numbers are usual, so
 * nothing is held against it.
 */
export function bareEvidence(line: LineFacts, view: DayView, usual: Usual): Evidence {
  const own = placeOf(usual, line.code);
  const part = comparablePart(usual, line.code);
  const [first, after] = codesBelow(usual.codes, line.code.slice(0, 2));
  const often = (at: number): number => Math.log((usual.lines[at] ?? 0) + 1);
  let suspect: HsCode | null = null;
  let best = -Infinity;
  let bestOften = 0;
  let bestOdds: NumberOdds = { price: 0, mass: 0, origin: 0, departure: 0 };
  const known = part.length === 6;
  for (let at = first; known && at < after; at += 1) {
    const share = view.share[at] ?? 0;
    const code = usual.codes[at] ?? '';
    if (share === 0 || code.startsWith(part)) continue;
    const odds = numberOdds(usual, line, at, own);
    const near = code.startsWith(line.code.slice(0, 4)) ? 0 : FARTHER;
    const prior = near + often(at) - often(own) + Math.log(share);
    if (sumOf(odds) + prior <= best) continue;
    best = sumOf(odds) + prior;
    bestOften = prior;
    bestOdds = odds;
    suspect = code;
  }
  const values = Float32Array.of(
    ...[bestOften, nearness(line.code, suspect), ...sharesAround(line.code, view)],
    ...[bestOdds.price, bestOdds.mass, bestOdds.origin, bestOdds.departure],
  );
  return { values, suspect, numbers: sumOf(bestOdds) };
}
