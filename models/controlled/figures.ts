/** Figures over simulated lines. Hidden lines are weighted to the base rate, so none is drawn by chance. */
import { SHIFTS, type ControlledFigures, type Shift } from '../../src/contracts/controlled-card.ts';
import type { ControlledAnswer } from '../../src/domain/controlled/answer.ts';

/** Share of lines that hide controlled goods, as the issue of the simulation sets it. */
export const BASE_RATE = 0.03;

export interface JudgedLine {
  readonly shift: Shift | null;
  readonly probability: number;
  readonly answer: ControlledAnswer;
  /** What the two baselines say; the higher the more suspect; null: it has nothing to go by. */
  readonly siblings: number;
  readonly disagreement: number | null;
}

interface Weighted extends JudgedLine {
  readonly weight: number;
}

/** Honest lines weigh 1; hidden ones what makes them BASE_RATE of all. */
export function weighted<T extends { readonly shift: Shift | null }>(
  lines: readonly T[],
): (T & { readonly weight: number })[] {
  const hidden = lines.filter(({ shift }) => shift !== null).length;
  const weight = ((lines.length - hidden) * BASE_RATE) / (1 - BASE_RATE) / Math.max(1, hidden);
  return lines.map((line) => ({ ...line, weight: line.shift === null ? 1 : weight }));
}

export function figuresOf(lines: readonly JudgedLine[]): ControlledFigures {
  const all = weighted(lines);
  const flagged = all.filter(({ answer }) => answer === 'check');
  const byShift = SHIFTS.map((shift) => {
    const own = weighted(lines.filter((line) => line.shift === null || line.shift === shift));
    const hidden = own.filter((line) => line.shift !== null);
    const found = hidden.filter(({ answer }) => answer === 'check');
    const figures = {
      rows: hidden.length,
      ap: averagePrecision(own, ({ probability }) => probability),
      recall_at_threshold: share(found, hidden),
    };
    return [shift, figures] as const;
  });
  return {
    rows: lines.length,
    base_rate: BASE_RATE,
    ap: averagePrecision(all, ({ probability }) => probability),
    recall_at: { 5: recallAt(all, 0.05), 10: recallAt(all, 0.1) },
    precision_at_threshold: share(flagged.filter(isHidden), flagged),
    recall_at_threshold: share(flagged.filter(isHidden), all.filter(isHidden)),
    cannot_tell_share: share(
      all.filter(({ answer }) => answer === 'cannot-tell'),
      all,
    ),
    by_shift: Object.fromEntries(byShift) as ControlledFigures['by_shift'],
    baselines: {
      siblings: { ap: averagePrecision(all, ({ siblings }) => siblings) },
      disagreement: { ap: averagePrecision(all, ({ disagreement }) => disagreement) },
    },
  };
}

const isHidden = ({ shift }: Weighted): boolean => shift !== null;

function sum(lines: readonly Weighted[]): number {
  return lines.reduce((all, { weight }) => all + weight, 0);
}

function share(part: readonly Weighted[], whole: readonly Weighted[]): number | null {
  const all = sum(whole);
  return all === 0 ? null : round(sum(part) / all);
}

/** Mean of the precision at each hidden line; lines with one score are met together. */
export function averagePrecision<T extends Weighted>(
  lines: readonly T[],
  score: (line: T) => number | null,
): number | null {
  const total = sum(lines.filter(isHidden));
  const scored = lines.flatMap((line) => {
    const own = score(line);
    return own === null ? [] : [{ line, own }];
  });
  if (total === 0 || scored.length === 0) return null;
  let found = 0;
  let met = 0;
  let area = 0;
  for (const { weight, hidden } of ties(scored)) {
    met += weight;
    found += hidden;
    area += hidden * (found / met);
  }
  return round(area / total);
}

interface Tie {
  readonly weight: number;
  /** Weight of the hidden lines among them. */
  readonly hidden: number;
}

/** Lines of one score together, highest first: their order in the file says nothing. */
function ties(scored: readonly { readonly line: Weighted; readonly own: number }[]): Tie[] {
  const byScore = new Map<number, Tie>();
  for (const { line, own } of scored) {
    const { weight, hidden } = byScore.get(own) ?? { weight: 0, hidden: 0 };
    const more = line.shift === null ? 0 : line.weight;
    byScore.set(own, { weight: weight + line.weight, hidden: hidden + more });
  }
  return [...byScore].sort(([a], [b]) => b - a).map(([, tie]) => tie);
}

/** Share of hidden lines among the most suspect part of all; of a tie, as much as still fits. */
function recallAt(lines: readonly Weighted[], part: number): number | null {
  const total = sum(lines.filter(isHidden));
  if (total === 0) return null;
  let room = sum(lines) * part;
  let found = 0;
  for (const { weight, hidden } of ties(lines.map((line) => ({ line, own: line.probability })))) {
    found += hidden * Math.min(1, room / weight);
    room = Math.max(0, room - weight);
  }
  return round(found / total);
}

export function round(x: number): number {
  return Math.round(x * 1e5) / 1e5;
}
