import type { Decision } from '../../contracts/events.ts';
import type { DeskRow } from '../../contracts/risk.ts';
import { isOpen } from '../../domain/controlled/answer.ts';
import { LINE_FIELDS, type LineField } from '../../domain/risk/declaration.ts';
import type { Explanation, Reason, ReasonKey } from '../../domain/risk/explanation.ts';

/** Boxes of the form: fields of the line, and the price per kg. Goods text and documents are shown apart. */
export type Box = Exclude<LineField, 'goods' | 'documents'> | 'unitPrice';

/** The fields of a line that are boxes. */
export const LINE_BOXES = LINE_FIELDS.filter((field) => field !== 'goods' && field !== 'documents');

const ROUTE = ['departure', 'origin'] as const;
const TAX = ['taxRate', 'taxType'] as const;
const CONTEXT = ['hs6', ...ROUTE, ...TAX] as const;

/** Boxes that a reason read. The network and the tables as a whole read all: they mark none. */
const BOXES: Readonly<Record<ReasonKey, readonly Box[]>> = {
  pattern: [...CONTEXT, 'netMass', 'itemPrice'],
  'goods-price': ['hs6', 'itemPrice'],
  'goods-mass': ['hs6', 'netMass'],
  price: ['itemPrice'],
  mass: ['netMass'],
  'unit-price': ['unitPrice'],
  'unit-price-context': ['unitPrice', ...CONTEXT],
  context: CONTEXT,
  'goods-origin': ['hs6', 'origin'],
  'goods-departure': ['hs6', 'departure'],
  'goods-tax': ['hs6', ...TAX],
  'goods-mass-band': ['hs6', 'netMass'],
  goods: ['hs6'],
  route: ROUTE,
  origin: ['origin'],
  departure: ['departure'],
  tax: TAX,
  amount: ['netMass', 'itemPrice', 'taxRate'],
  season: ['date'],
  importer: ['importer'],
  seller: ['seller'],
  declarant: ['declarant'],
  courier: ['courier'],
  network: [],
  history: [],
};

/** Named bars; the rest share one row. */
const MOST_BARS = 6;
/** Bars smaller than this (log-odds) are not worth a row of their own. */
const LEAST_WEIGHT = 0.05;

export interface ArrangedReasons {
  /** Raising ones largest first, then lowering ones largest first. */
  readonly named: readonly Reason[];
  readonly rest: { readonly count: number; readonly weight: number } | null;
}

/** The bars of the page. Named, rest and base still add up to the score in log-odds. */
export function arrangeReasons(explanation: Explanation): ArrangedReasons {
  const bySize = explanation.reasons.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const worth = bySize.filter((r) => Math.abs(r.weight) >= LEAST_WEIGHT).slice(0, MOST_BARS);
  // A single left-over is named: "1 other item" would hide what it is.
  const shown = bySize.length - worth.length === 1 ? bySize : worth;
  const others = bySize.slice(shown.length);
  const named = [...shown.filter((r) => r.weight >= 0), ...shown.filter((r) => r.weight < 0)];
  const weight = others.reduce((sum, r) => sum + r.weight, 0);
  return { named, rest: others.length > 0 ? { count: others.length, weight } : null };
}

/** Boxes of the form that the named bars read. */
export function usedBoxes(explanation: Explanation | null): ReadonlySet<Box> {
  if (!explanation) return new Set();
  return new Set(arrangeReasons(explanation).named.flatMap((reason) => BOXES[reason.key]));
}

/** Whether a reason speaks of the goods or the route, so that the row can show which. */
export function speaksOf(key: ReasonKey): { readonly goods: boolean; readonly route: boolean } {
  const boxes = BOXES[key];
  return {
    goods: boxes.includes('hs6'),
    route: boxes.includes('origin') && boxes.includes('departure'),
  };
}

/** What the lane asks for. Null where nothing speaks: no score, and no suspicion of controlled goods. */
export function suggestedDecision(row: DeskRow): Decision | null {
  if (row.lane === 'controlled') return 'review';
  if (row.probability === null) return null;
  if (row.random || row.lane === 'inspect') return 'inspect';
  if (row.lane === 'review') return 'review';
  // A question on its documents is open: that the pattern is harmless does not answer it.
  const { controlled } = row;
  return controlled && isOpen(controlled.ground, controlled.probability) ? null : 'release';
}

/** Probability of a log-odds. */
export function logistic(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

/** An end of an interval in percent: whole, with one decimal beyond 1 and 99, never 0 or 100. */
export function percentBound(probability: number): string {
  const percent = probability * 100;
  const whole = Math.round(percent);
  if (whole >= 1 && whole <= 99) return String(whole);
  return Math.min(99.9, Math.max(0.1, percent)).toFixed(1);
}

export interface EarlierSquares {
  /** Lines that one square stands for: 1, 10, 100 ... */
  readonly each: number;
  readonly squares: readonly ('fraud' | 'mixed' | 'nothing')[];
}

/** One square a line up to this many. */
const MOST_SINGLE = 30;
/** More squares than this cannot be taken in: they then stand for ten times as many lines. */
const MOST_GROUPS = 60;

export function earlierSquares(earlier: number, fraud: number): EarlierSquares {
  let each = earlier <= MOST_SINGLE ? 1 : 10;
  while (earlier / each > MOST_GROUPS) each *= 10;
  const count = Math.ceil(earlier / each);
  const squares = Array.from({ length: count }, (_, i) => {
    const size = Math.min(each, earlier - i * each);
    const found = Math.min(size, Math.max(0, fraud - i * each));
    return found === 0 ? 'nothing' : found === size ? 'fraud' : 'mixed';
  });
  return { each, squares };
}
