/** Lines of the controlled-goods card's tables, out of the figures measured on simulated lines. */
import {
  SHIFTS,
  type ControlledCard,
  type ControlledFigures,
} from '../../contracts/controlled-card.ts';
import type { packsControlledMessages } from '../../i18n/messages/packs-controlled.ts';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import { figureText } from './figures.ts';

type Words = (typeof packsControlledMessages)['ko'];
type Unknown = number | null;

export interface CardLine {
  readonly name: string;
  readonly note?: string;
  readonly cells: readonly (string | null)[];
  readonly strong?: boolean;
}

/** Of a hundred marked lines how many were hidden, and of a hundred hidden ones how many were marked. */
export function ofHundredLines(figures: ControlledFigures): {
  readonly right: number;
  readonly found: number;
} | null {
  const { precision_at_threshold: right, recall_at_threshold: found } = figures;
  return right === null || found === null
    ? null
    : { right: hundredths(right), found: hundredths(found) };
}

/** The share of hidden lines that the figures take for granted, in lines a person can picture. */
export function assumedRate({ base_rate: rate }: ControlledFigures): {
  readonly hidden: number;
  readonly of: string;
} {
  const of = rate < 0.01 ? 1000 : 100;
  return { hidden: Math.round(rate * of), of: formatNumber(of) };
}

/** Never rounds to certainty. */
function hundredths(share: number): number {
  const rounded = Math.round(share * 100);
  return rounded === 100 && share < 1 ? 99 : rounded;
}

const figure = (value: Unknown): string | null => (value === null ? null : figureText(value));
const percent = (value: Unknown): string | null => (value === null ? null : formatShare(value));

/** Text and numbers, text alone, numbers alone: in the order of the columns. */
const sidesOf = ({ with_text, text_alone, without_text }: ControlledCard) => [
  ...[with_text, text_alone, without_text],
];

/** The same measure with and without text, side by side. */
export function comparedLines(m: Words, card: ControlledCard): readonly CardLine[] {
  const sides = sidesOf(card);
  const line = (
    name: string,
    of: (figures: ControlledFigures) => string | null,
    strong = false,
  ): CardLine => ({ name, cells: sides.map(of), strong });
  return [
    line(m.ap, ({ ap }) => figure(ap), true),
    line(m.siblings, ({ baselines }) => figure(baselines.siblings.ap)),
    line(m.disagreement, ({ baselines }) => figure(baselines.disagreement.ap)),
    line(m.baseRate, ({ base_rate }) => figure(base_rate)),
    line(m.precision, (of) => percent(of.precision_at_threshold)),
    line(m.recall, (of) => percent(of.recall_at_threshold)),
    line(m.recallAt(5), (of) => percent(of.recall_at[5])),
    line(m.recallAt(10), (of) => percent(of.recall_at[10])),
    line(m.cannotTell, (of) => percent(of.cannot_tell_share)),
    line(m.lines, ({ rows }) => formatNumber(rows)),
  ];
}

/** How well each way of moving a code is found; a way that was not measured has no line. */
export function shiftLines(
  m: Words,
  card: ControlledCard,
  measure: 'ap' | 'recall_at_threshold',
): readonly CardLine[] {
  const write = measure === 'ap' ? figure : percent;
  return SHIFTS.flatMap((shift) => {
    const measured = sidesOf(card).map(({ by_shift }) => by_shift[shift]);
    const rows = measured.find((side) => side)?.rows;
    if (rows === undefined) return [];
    return {
      name: m.shifts[shift],
      note: m.count(formatNumber(rows)),
      cells: measured.map((side) => write(side?.[measure] ?? null)),
    };
  });
}

/** Simulated lines of a law under which its share says little: one more hit moves it by 5 points. */
const FEW_LINES = 20;

export function lawLines(
  m: Words,
  { by_law }: ControlledCard,
  locale: 'ko' | 'en',
): readonly CardLine[] {
  return by_law.map(({ law, rows, recall_at_threshold }) => ({
    name: law[locale],
    ...(rows < FEW_LINES && { note: m.few }),
    cells: [formatNumber(rows), percent(recall_at_threshold)],
  }));
}

export function calibrationLines({ calibration }: ControlledCard): readonly CardLine[] {
  return calibration.map(({ said, found, rows }) => ({
    name: formatShare(said, 1),
    cells: [formatShare(found, 1), formatNumber(rows)],
  }));
}
