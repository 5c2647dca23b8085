import type { Clue } from '../../contracts/controlled.ts';

/** The rows of the bars: named, rest and start add up to the log-odds of the percent. */
export interface ClueRows {
  /** Largest first. */
  readonly named: readonly Clue[];
  /** What is scored and has no row of its own; null: nothing. */
  readonly rest: { readonly count: number; readonly weight: number } | null;
  readonly start: Clue | null;
  readonly unscored: readonly Clue[];
  /** Rows that the officer can still ask for. */
  readonly hidden: number;
  readonly sum: number;
}

/** `few`: rows named before the officer asks for more; a single one more is named as well. */
export function clueRows(clues: readonly Clue[], few: number): ClueRows {
  const start = clues.find(({ key }) => key === 'start') ?? null;
  const others = clues
    .filter(({ key }) => key !== 'start')
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const scored = others.filter(({ weight }) => weight !== 0);
  const unscored = others.filter(({ weight }) => weight === 0);
  if (scored.length <= few + 1)
    return { named: scored, rest: null, start, unscored, hidden: 0, sum: sumOf(clues) };
  const left = scored.slice(few);
  return {
    named: scored.slice(0, few),
    rest: { count: left.length, weight: sumOf(left) },
    ...{ start, unscored: [], hidden: left.length + unscored.length, sum: sumOf(clues) },
  };
}

function sumOf(clues: readonly Clue[]): number {
  return clues.reduce((sum, { weight }) => sum + weight, 0);
}
