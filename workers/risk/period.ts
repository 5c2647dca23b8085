import { dayOf, type LineTable } from '../../src/domain/risk/declaration.ts';
import type { LineScores } from '../../src/domain/risk/score.ts';
import { CRITICAL_MEMBERS, FRAUD_MEMBERS } from '../../src/domain/risk/stack.ts';

/** The lines of a period: lanes, ranks and the curve are worked out among these alone. */
export interface Period {
  /** Handles, ascending. A line's place in here is its place in the period. */
  readonly lines: Uint32Array;
  /** Their scores, in the same order; null when there is no model. */
  readonly scores: LineScores | null;
  /** The places that can be ranked; null when there is no model. */
  readonly ranked: RankedScores | null;
}

/** Places of the period whose scores are numbers, and those scores in the same order. */
export interface RankedScores {
  readonly places: Uint32Array;
  readonly scores: LineScores;
}

function pick(values: Float32Array, lines: Uint32Array, width: number): Float32Array {
  const picked = new Float32Array(lines.length * width);
  lines.forEach((line, at) => {
    for (let i = 0; i < width; i += 1) picked[at * width + i] = values[line * width + i] ?? 0;
  });
  return picked;
}

function pickScores(scores: LineScores, lines: Uint32Array): LineScores {
  const { members } = scores;
  return {
    length: lines.length,
    logit: pick(scores.logit, lines, 1),
    probability: pick(scores.probability, lines, 1),
    critical: pick(scores.critical, lines, 1),
    novel: Uint8Array.from(lines, (line) => scores.novel[line] ?? 0),
    members: {
      fraud: pick(members.fraud, lines, FRAUD_MEMBERS.length),
      critical: pick(members.critical, lines, CRITICAL_MEMBERS.length),
    },
  };
}

function rank(lines: Uint32Array, scores: LineScores | null): Period {
  if (!scores) return { lines, scores, ranked: null };
  const all = Uint32Array.from(lines.keys());
  const places = all.filter(
    (place) =>
      Number.isFinite(scores.probability[place]) && !Number.isNaN(scores.logit[place] ?? NaN),
  );
  const own = places.length === all.length ? scores : pickScores(scores, places);
  return { lines, scores, ranked: { places, scores: own } };
}

/** Lines dated from `from` to `to`, both included; null is open. */
export function cutPeriod(
  table: LineTable,
  scores: LineScores | null,
  from: string | null,
  to: string | null,
): Period {
  const first = from === null ? -Infinity : (dayOf(from) ?? -Infinity);
  const last = to === null ? Infinity : (dayOf(to) ?? Infinity);
  const all = Uint32Array.from({ length: table.length }, (_, line) => line);
  const lines = all.filter((line) => {
    const day = table.day[line] ?? 0;
    return day >= first && day <= last;
  });
  if (lines.length === table.length) return rank(all, scores);
  return rank(lines, scores && pickScores(scores, lines));
}

/** Place of a handle in the period, or -1. */
export function placeIn(period: Period, handle: number): number {
  let low = 0;
  let high = period.lines.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = period.lines[middle] ?? 0;
    if (found === handle) return middle;
    if (found < handle) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** First and last day of all lines; null when there are none. */
export function spanOf(table: LineTable): { first: number; last: number } | null {
  if (table.length === 0) return null;
  let first = Infinity;
  let last = -Infinity;
  for (const day of table.day) {
    if (day < first) first = day;
    if (day > last) last = day;
  }
  return { first, last };
}
