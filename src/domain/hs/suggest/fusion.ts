/**
 * Blends the members' opinions: each likely code becomes a row of features, a small network scores
 * it with an eye to what the text is like, and a softmax over the rows gives probabilities.
 */
import { softmax } from './descend.ts';
import type { CodeTree } from './tree.ts';
import type { EncodedText } from './vocabulary.ts';

export const MEMBERS = ['tree', 'bag', 'flat', 'neighbours'] as const;
const M = MEMBERS.length;

/** Codes that are scored; what lies below shares what is left. */
export const CANDIDATES = 40;
/** A member's probability below this is no opinion. */
export const LEAST = 1e-3;

/** Features of a candidate: log shares of code, heading and chapter, first choices, habit. */
export const CANDIDATE_FEATURES = M * 3 + M + 4;
/** What the text is like: language, nearness, length, and how sure each member is. */
export const CONTEXT_FEATURES = 3 + M;

export interface Fusion {
  readonly hidden: number;
  /** (1 + CONTEXT_FEATURES) x CANDIDATE_FEATURES: how the context bends each feature's weight. */
  readonly bilinear: Float32Array;
  /** hidden x (CANDIDATE_FEATURES + CONTEXT_FEATURES + 1), and its output. */
  readonly layer: Float32Array;
  readonly output: Float32Array;
  /** Divides the scores: 1 / temperature by language. */
  readonly sharpness: Readonly<Record<'ko' | 'en', number>>;
  /** Share of texts whose code is not among the candidates. */
  readonly missed: number;
  /** ln(1 + rows of a class), among all and among parcels. */
  readonly habit: Float32Array;
  readonly parcelHabit: Float32Array;
}

export interface Candidates {
  /** Classes, as many as are scored. */
  readonly classes: Int32Array;
  /** Candidates x CANDIDATE_FEATURES. */
  readonly features: Float32Array;
  readonly context: Float32Array;
}

/** `opinions`: probability of each class by member, in the order of MEMBERS. */
export function candidatesOf(
  tree: CodeTree,
  fusion: Pick<Fusion, 'habit' | 'parcelHabit'>,
  opinions: readonly Float32Array[],
  text: EncodedText,
  similarity: number,
): Candidates {
  const surveys = opinions.map((opinion) => survey(tree, opinion));
  const classes = likelyClasses(opinions, surveys);
  const features = new Float32Array(classes.length * CANDIDATE_FEATURES);
  classes.forEach((k, i) => {
    const heading = tree.headingOf[k]!;
    const chapter = tree.chapterOf[heading]!;
    const digits = tree.codes[k]!;
    features.set(
      [
        ...opinions.map((opinion) => logShare(opinion[k]!)),
        ...surveys.map(({ headings }) => logShare(headings[heading]!)),
        ...surveys.map(({ chapters }) => logShare(chapters[chapter]!)),
        ...surveys.map(({ most }, m) => (most > 0 && opinions[m]![k] === most ? 1 : 0)),
        fusion.habit[k]! / 4,
        fusion.parcelHabit[k]! / 4,
        digits[4] === '9' ? 1 : 0,
        digits[5] === '0' ? 1 : 0,
      ],
      i * CANDIDATE_FEATURES,
    );
  });
  const korean = text.language === 'ko' ? 1 : 0;
  const length = Math.log1p(text.index.length) / 4;
  const context = Float32Array.of(korean, similarity, length, ...surveys.map(({ most }) => most));
  return { classes, features, context };
}

/** Log with a floor, brought to the size of the other features. */
function logShare(share: number): number {
  return Math.log(share + LEAST) / 3;
}

/** One pass over a member's shares; nearly all are 0. */
interface Survey {
  readonly headings: Float32Array;
  readonly chapters: Float32Array;
  /** The largest share. */
  readonly most: number;
  /** Classes with a share that is an opinion. */
  readonly held: readonly number[];
}

function survey(tree: CodeTree, opinion: Float32Array): Survey {
  const headings = new Float32Array(tree.headings.length);
  const chapters = new Float32Array(tree.chapters.length);
  const held: number[] = [];
  let most = 0;
  for (let k = 0; k < opinion.length; k++) {
    const share = opinion[k]!;
    if (share === 0) continue;
    headings[tree.headingOf[k]!]! += share;
    if (share > most) most = share;
    if (share > LEAST) held.push(k);
  }
  for (let h = 0; h < headings.length; h++) chapters[tree.chapterOf[h]!]! += headings[h]!;
  return { headings, chapters, most, held };
}

/** By the geometric mean of the members, floored. */
function likelyClasses(opinions: readonly Float32Array[], surveys: readonly Survey[]): Int32Array {
  const found = new Set(surveys.flatMap(({ held }) => held));
  const ordered = [...found].map((k): [number, number] => {
    let sum = 0;
    for (const opinion of opinions) sum += Math.log(opinion[k]! + LEAST);
    return [k, sum];
  });
  ordered.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return Int32Array.from(ordered.slice(0, CANDIDATES), ([k]) => k);
}

/** Score of each candidate, before the softmax. */
export function scoreCandidates(fusion: Fusion, candidates: Candidates): Float32Array {
  const { features, context } = candidates;
  const F = CANDIDATE_FEATURES;
  const C = CONTEXT_FEATURES;
  // The context is the same for all candidates: what it makes of the weights is computed once.
  const weight = fusion.bilinear.slice(0, F);
  for (let c = 0; c < C; c++) {
    for (let f = 0; f < F; f++) weight[f]! += context[c]! * fusion.bilinear[(c + 1) * F + f]!;
  }
  const wide = F + C + 1;
  const scores = new Float32Array(candidates.classes.length);
  for (let i = 0; i < scores.length; i++) {
    let score = 0;
    for (let f = 0; f < F; f++) score += weight[f]! * features[i * F + f]!;
    for (let h = 0; h < fusion.hidden; h++) {
      let sum = fusion.layer[h * wide + F + C]!;
      for (let f = 0; f < F; f++) sum += fusion.layer[h * wide + f]! * features[i * F + f]!;
      for (let c = 0; c < C; c++) sum += fusion.layer[h * wide + F + c]! * context[c]!;
      score += fusion.output[h]! * Math.tanh(sum);
    }
    scores[i] = score;
  }
  return scores;
}

/**
 * Probabilities of all classes, summing to 1: the candidates share 1 - missed by their scores,
 * and all classes share the rest as the hierarchical member sees them, so that nothing is 0
 * which that member holds possible.
 */
export function fuse(
  tree: CodeTree,
  fusion: Fusion,
  opinions: readonly Float32Array[],
  text: EncodedText,
  similarity: number,
): Float32Array {
  const candidates = candidatesOf(tree, fusion, opinions, text, similarity);
  const scores = scoreCandidates(fusion, candidates);
  for (let i = 0; i < scores.length; i++) scores[i]! *= fusion.sharpness[text.language];
  softmax(scores, 0, scores.length);
  const rest = opinions[0]!;
  let sum = 0;
  for (let k = 0; k < rest.length; k++) sum += rest[k]!;
  const kept = candidates.classes.length > 0 ? 1 - fusion.missed : 0;
  const fused = new Float32Array(rest.length);
  const scale = sum > 0 ? (1 - kept) / sum : 0;
  for (let k = 0; k < rest.length; k++) fused[k] = rest[k]! * scale;
  candidates.classes.forEach((k, i) => {
    fused[k]! += kept * scores[i]!;
  });
  return fused;
}
