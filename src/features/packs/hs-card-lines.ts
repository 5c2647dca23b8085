/** Lines of the HS card's tables, out of the figures that training measured. */
import type { HsCard, HsSetFigures, Tops } from '../../contracts/hs-card.ts';
import type { AnswerKind } from '../../contracts/hs.ts';
import type { Figure } from '../../contracts/pack.ts';
import { figureText, shareFigure } from './figures.ts';

/** Kinds of text as they are listed: Korean first, what is met at a desk before what was made up. */
const ORDER = [
  ...['kcs', 'kcs-ko', 'kcs-name', 'eu-ko', 'chitchats', 'uk-extra', 'eu-en'],
  ...['own-ko', 'own-en'],
];
/** Kinds whose texts unlike all that was learnt are drawn by themselves. */
const FAR_DRAWN: ReadonlySet<string> = new Set(['kcs', 'chitchats']);

/** Kinds the app has no place for come last: an administration may measure on its own. */
export function inOrder(sets: readonly HsSetFigures[]): readonly HsSetFigures[] {
  const place = ({ set }: HsSetFigures): number =>
    ORDER.includes(set) ? ORDER.indexOf(set) : ORDER.length;
  return sets.filter(({ rows }) => rows > 0).toSorted((a, b) => place(a) - place(b));
}

export interface DrawnSet {
  readonly set: string;
  readonly far: boolean;
  readonly rows: number;
  /** First suggestion right, with its 95 % interval. */
  readonly figure: Figure;
}

export function drawnSets(card: HsCard): readonly DrawnSet[] {
  return inOrder(card.sets).flatMap(({ set, rows, hs6, far }) => {
    const drawn = [drawnSet(set, false, rows, hs6.top1)];
    if (FAR_DRAWN.has(set)) drawn.push(drawnSet(set, true, far.rows, far.hs6.top1));
    return drawn.flatMap((own) => own ?? []);
  });
}

function drawnSet(
  set: string,
  far: boolean,
  rows: number,
  share: number | null,
): DrawnSet | undefined {
  if (share === null || rows === 0) return undefined;
  return { set, far, rows, figure: shareFigure(Math.round(share * rows), rows) };
}

/** Of 100 texts of a kind, how many first suggestions were right; null where it was not measured. */
export function ofHundred(card: HsCard, set: string): number | null {
  const share = card.sets.find((own) => own.set === set)?.hs6.top1 ?? null;
  return share === null ? null : Math.round(share * 100);
}

export function cellsOf(tops: readonly (number | null | undefined)[]): (string | null)[] {
  return tops.map((share) => (share === null || share === undefined ? null : figureText(share)));
}

export function topCells({ top1, top3, top5, top10 }: Tops): (string | null)[] {
  return cellsOf([top1, top3, top5, top10]);
}

/** How often an answer of a kind is given and right, by language; what is left is asked about. */
export interface AnswerShares {
  readonly kind: AnswerKind;
  readonly shares: Readonly<Record<'ko' | 'en', { given: number | null; right: number | null }>>;
}

const KINDS: readonly AnswerKind[] = ['suggest', 'choose', 'ask'];

export function answerShares({ answers }: HsCard): readonly AnswerShares[] {
  const of = (kind: AnswerKind, language: 'ko' | 'en') => {
    const given = (own: AnswerKind): number | null => answers[`${own}_${language}`] ?? null;
    const [suggested, listed] = [given('suggest'), given('choose')];
    if (kind !== 'ask') {
      return { given: given(kind), right: answers[`right_${kind}_${language}`] ?? null };
    }
    const asked = suggested === null || listed === null ? null : 1 - suggested - listed;
    return { given: asked, right: null };
  };
  return KINDS.map((kind) => ({
    kind,
    shares: { ko: of(kind, 'ko'), en: of(kind, 'en') },
  }));
}
