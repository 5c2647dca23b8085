/** Where the three answers part, read off lines whose goods the forests had not seen. */
import { weighted, type JudgedLine } from '../figures.ts';

/** Of lines answered *check this* at least this share hides controlled goods, in every group. */
const RIGHT = 0.8;
/** *Check this* means more likely than not, whatever the precision. */
const LEAST_CHECK = 0.5;
const STEP = 0.01;

/**
 * The least probability from which lines of every group are right often enough. Groups are judged apart:
 * the suggester is bolder on texts unlike those it mostly learnt from, and a new office's texts are such.
 */
export function checkLimit(groups: readonly (readonly JudgedLine[])[]): number {
  const holds = (limit: number): boolean =>
    groups.every((lines) => precisionFrom(lines, limit) >= RIGHT);
  let limit = LEAST_CHECK;
  while (limit < 1 - STEP && !holds(limit)) limit = Math.round((limit + STEP) * 100) / 100;
  return limit;
}

function precisionFrom(lines: readonly JudgedLine[], limit: number): number {
  let all = 0;
  let hidden = 0;
  for (const { probability, shift, weight } of weighted(lines)) {
    if (probability < limit) continue;
    all += weight;
    if (shift !== null) hidden += weight;
  }
  return all === 0 ? 1 : hidden / all;
}

/** Of lines answered *fits* at most this share may hide controlled goods: one in two thousand. */
const MISSED = 0.0005;
/** Never above the base rate: what is as suspect as any line does not fit. */
const MOST = 0.02;

/** The highest probability up to which lines may be answered *fits*. */
export function fitsLimit(lines: readonly JudgedLine[]): number {
  const sorted = weighted(lines).sort((a, b) => a.probability - b.probability);
  let all = 0;
  let hidden = 0;
  let limit = 0;
  sorted.forEach(({ probability, shift, weight }, at) => {
    all += weight;
    if (shift !== null) hidden += weight;
    // Lines of one probability are let through together or not at all.
    const last = sorted[at + 1]?.probability !== probability;
    if (last && probability <= MOST && hidden / all <= MISSED) limit = probability;
  });
  return Math.floor(limit * 1e5) / 1e5;
}
