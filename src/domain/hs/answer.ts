/** From the probabilities of all subheadings to one of three answers; pure, so that tests can hold it. */
import type { HsCode } from './code.ts';
import { sectionNamed, sectionOf } from './sections.ts';
import type { HsScores } from './suggest/model.ts';

/**
 * What the model says of a text. `suggest`: one code is likely enough to be offered. `choose`: the
 * likely codes are a short list. `ask`: too vague, or unlike anything known; no code is offered.
 */
export const ANSWER_KINDS = ['suggest', 'choose', 'ask'] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

/** Why more is asked for. */
export type AskReason = 'empty' | 'vague' | 'unlike' | 'unsure';

/** One level of a candidate's path with the probability of everything below it, 0..1. */
export interface LevelShare {
  /** Chapter, heading or subheading; a section is `S01`..`S21`. */
  readonly code: HsCode;
  readonly probability: number;
}

export interface HsCandidate {
  /** Six digits. */
  readonly code: HsCode;
  /** 0..1, calibrated (card). */
  readonly probability: number;
  /** Section, chapter, heading, subheading; each at least as likely as the next. */
  readonly path: readonly LevelShare[];
}

/** What an answer rests on besides the words themselves. */
export interface Verdict {
  readonly kind: AnswerKind;
  readonly reason: AskReason | null;
  readonly candidates: readonly HsCandidate[];
  /** What is left for all other codes. */
  readonly rest: { readonly codes: number; readonly probability: number };
}

/** Candidates of an answer at most. */
export const MOST_CANDIDATES = 8;
/** A code less likely than this is one of the others, except where too few would be left to choose from. */
const LEAST_PROBABILITY = 0.005;
const FEWEST_CANDIDATES = 3;

/**
 * Cuts between the three answers, from the pack's entry: the probability of the best code from
 * which it is suggested, or still listed, by language; and the similarity below which the text is
 * like nothing known. A pack that gives none is never trusted to suggest.
 */
export interface AnswerLimits {
  readonly suggest: Readonly<Record<HsScores['language'], number>>;
  readonly choose: Readonly<Record<HsScores['language'], number>>;
  readonly similarity: number;
}

export function limitsOf(thresholds: Readonly<Record<string, number>>): AnswerLimits {
  const never = 2;
  return {
    suggest: { ko: thresholds['suggest_ko'] ?? never, en: thresholds['suggest_en'] ?? never },
    choose: { ko: thresholds['choose_ko'] ?? never, en: thresholds['choose_en'] ?? never },
    similarity: thresholds['similarity'] ?? 0,
  };
}

/** The three-way answer for scored text; `candidates` are hints where it asks for more. */
export function answerFrom(
  codes: readonly HsCode[],
  scores: HsScores,
  limits: AnswerLimits,
): Verdict {
  const best = mostLikely(scores.probability, MOST_CANDIDATES);
  const kept = best.filter(
    (at, place) => place < FEWEST_CANDIDATES || (scores.probability[at] ?? 0) >= LEAST_PROBABILITY,
  );
  const candidates = kept.map((at) => {
    const code = codes[at] ?? '';
    return {
      code,
      probability: share(scores.probability[at] ?? 0),
      path: pathShares(codes, scores.probability, code),
    };
  });
  const listed = candidates.reduce((sum, { probability }) => sum + probability, 0);
  return {
    ...decideKind(scores, candidates[0]?.probability ?? 0, limits),
    candidates,
    rest: { codes: codes.length - candidates.length, probability: share(1 - listed) },
  };
}

/** Which of the three answers, for a best code of probability `top`. */
export function decideKind(
  { similarity, language }: HsScores,
  top: number,
  limits: AnswerLimits,
): Pick<Verdict, 'kind' | 'reason'> {
  // The second gate: far from all that was learnt, a confident guess is still a guess.
  if (similarity < limits.similarity) return { kind: 'ask', reason: 'unlike' };
  if (top >= limits.suggest[language]) return { kind: 'suggest', reason: null };
  if (top >= limits.choose[language]) return { kind: 'choose', reason: null };
  return { kind: 'ask', reason: 'unsure' };
}

/** The answer where there is nothing to score. */
export function nothingToScore(codes: number): Verdict {
  return { kind: 'ask', reason: 'empty', candidates: [], rest: { codes, probability: 1 } };
}

/** Places of the largest values, largest first; the earlier code wins a tie. */
export function mostLikely(probability: Float32Array, count: number): number[] {
  const best: number[] = [];
  for (let at = 0; at < probability.length; at += 1) {
    const value = probability[at] ?? 0;
    const last = best.at(-1);
    if (best.length >= count && last !== undefined && value <= (probability[last] ?? 0)) continue;
    let place = best.length;
    while (place > 0 && value > (probability[best[place - 1] ?? 0] ?? 0)) place -= 1;
    best.splice(place, 0, at);
    if (best.length > count) best.pop();
  }
  return best;
}

/** Section, chapter, heading and the subheading itself, each with the sum of what lies below it. */
export function pathShares(
  codes: readonly HsCode[],
  probability: Float32Array,
  code: HsCode,
): LevelShare[] {
  const section = sectionOf(code);
  const levels = [code.slice(0, 2), code.slice(0, 4), code];
  if (section) levels.unshift(section.code);
  return levels.map((level) => ({
    code: level,
    probability: shareBelow(codes, probability, level),
  }));
}

/**
 * Probability of everything below a section, chapter, heading or subheading. Summed in the order
 * of the codes, so that rounding never makes a part likelier than its whole.
 */
export function shareBelow(
  codes: readonly HsCode[],
  probability: Float32Array,
  level: HsCode,
): number {
  const section = sectionNamed(level);
  const from = section ? String(section.first).padStart(2, '0') : level;
  const below = (code: HsCode): boolean =>
    section ? Number(code.slice(0, 2)) <= section.last : code.startsWith(level);
  let sum = 0;
  for (let at = firstAtLeast(codes, from); at < codes.length; at += 1) {
    if (!below(codes[at] ?? '')) break;
    sum += probability[at] ?? 0;
  }
  return share(sum);
}

/** Whether the model knows a subheading of this chapter or heading, or this subheading. */
export function hasBelow(codes: readonly HsCode[], level: HsCode): boolean {
  return codes[firstAtLeast(codes, level)]?.startsWith(level) ?? false;
}

/** Place of the first code that is not before `code`; codes ascend. */
function firstAtLeast(codes: readonly HsCode[], code: HsCode): number {
  let low = 0;
  let high = codes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((codes[middle] ?? '') < code) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Single precision sums to a hair over 1, or under 0. */
function share(value: number): number {
  return Math.min(1, Math.max(0, value));
}
