/** The suggester as workers, training and evaluation use it. */
import type { HsCode } from '../code.ts';
import { bagScorer } from './bag.ts';
import type { Bag } from './bag.ts';
import { descend, nodeCount, softmax } from './descend.ts';
import { fuse } from './fusion.ts';
import type { Fusion } from './fusion.ts';
import { leafShares } from './leaves.ts';
import type { LeafNames } from './leaves.ts';
import { voteOf } from './neighbours.ts';
import type { Neighbours } from './neighbours.ts';
import { scoreLinear } from './sparse-linear.ts';
import type { SparseLinear } from './sparse-linear.ts';
import { tokensOf } from './tokens.ts';
import type { Token } from './tokens.ts';
import type { CodeTree } from './tree.ts';
import { encodeTokens } from './vocabulary.ts';
import type { EncodedText, Vocabulary } from './vocabulary.ts';

/** Everything a member needs, as training made it and a pack holds it. */
export interface HsModelParts {
  readonly tree: CodeTree;
  readonly vocabulary: Vocabulary;
  readonly linear: SparseLinear;
  readonly bag: Bag;
  /** One score a class of `flatClasses`; the margin is turned to shares by `flatSharpness`. */
  readonly flat: SparseLinear;
  readonly flatClasses: Uint16Array;
  readonly flatSharpness: number;
  readonly neighbours: Neighbours;
  readonly fusion: Fusion;
}

/** Probability of every subheading, and how near the text is to what the model learnt from. */
export interface HsScores {
  /** Sums to 1 over `HsModel.codes`. */
  readonly probability: Float32Array;
  /** Cosine to the nearest training text, 0..1. */
  readonly similarity: number;
  readonly language: 'ko' | 'en';
}

/** A word as it stands in the text, and how it pulls. */
export interface WordPull {
  readonly start: number;
  readonly end: number;
  /** Fall of the log-odds of the code when the word goes; > 0 speaks for the code. */
  readonly pull: number;
}

export interface HsModel {
  /** Six-digit codes, ascending; index = class. */
  readonly codes: readonly HsCode[];
  score(text: string): HsScores;
  /** What each word does for `code` against `rival`, or against all others. */
  pulls(text: string, code: HsCode, rival: HsCode | null): readonly WordPull[];
  /** Share of each 10-digit code by its names; all null when the text says nothing of them. */
  rankLeaves(text: string, leaves: readonly LeafNames[]): readonly (number | null)[];
}

/** What each member thinks of an encoded text. */
export interface Opinions {
  /** In the order of MEMBERS; each sums to at most 1. */
  readonly shares: readonly Float32Array[];
  readonly similarity: number;
}

export function opinionsOf(parts: Omit<HsModelParts, 'fusion'>, text: EncodedText): Opinions {
  const { tree, vocabulary } = parts;
  const nodes = new Float32Array(nodeCount(tree));
  const linear = new Float32Array(tree.codes.length);
  scoreLinear(parts.linear, text, nodes);
  descend(tree, nodes, linear);
  const bag = new Float32Array(tree.codes.length);
  descend(tree, nodes, bag, bagScorer(parts.bag, text, nodes));
  const near = new Float32Array(tree.codes.length);
  const similarity = voteOf(parts.neighbours, vocabulary, text, near);
  return { shares: [linear, bag, flatShares(parts, text), near], similarity };
}

function flatShares(parts: Omit<HsModelParts, 'fusion'>, text: EncodedText): Float32Array {
  const shares = new Float32Array(parts.tree.codes.length);
  // It learnt from English parcels alone: of a Korean text it sees little but sizes and brands.
  if (text.language === 'ko') return shares;
  const margins = new Float32Array(parts.flatClasses.length);
  scoreLinear(parts.flat, text, margins);
  for (let i = 0; i < margins.length; i++) margins[i]! *= parts.flatSharpness;
  softmax(margins, 0, margins.length);
  parts.flatClasses.forEach((k, i) => (shares[k] = margins[i]!));
  return shares;
}

/** Words beyond this many are not tried one by one. */
const PULL_WORDS = 60;
/** Keeps the log-odds of a certain or an impossible code finite. */
const FLOOR = 1e-6;

export function hsModel(parts: HsModelParts): HsModel {
  const place = new Map(parts.tree.codes.map((code, i) => [code, i]));
  const scoreTokens = (tokens: readonly Token[]): HsScores => {
    const text = encodeTokens(parts.vocabulary, tokens);
    const { shares, similarity } = opinionsOf(parts, text);
    const probability = fuse(parts.tree, parts.fusion, shares, text, similarity);
    return { probability, similarity, language: text.language };
  };
  const oddsOf = (tokens: readonly Token[], code: number, rival: number): number => {
    const { probability } = scoreTokens(tokens);
    const own = probability[code]!;
    const other = rival >= 0 ? probability[rival]! : 1 - own;
    return Math.log((own + FLOOR) / (other + FLOOR));
  };
  return {
    codes: parts.tree.codes,
    score: (text) => scoreTokens(tokensOf(text)),
    rankLeaves: (text, leaves) => leafShares(parts.vocabulary, text, leaves),
    pulls(text, code, rival) {
      const own = place.get(code);
      if (own === undefined) return [];
      const other = rival === null ? -1 : (place.get(rival) ?? -1);
      return pullsOf(tokensOf(text), (tokens) => oddsOf(tokens, own, other));
    },
  };
}

/** Leaves out each word in turn, wherever it stands, and looks at what that changes. */
function pullsOf(
  tokens: readonly Token[],
  odds: (tokens: readonly Token[]) => number,
): readonly WordPull[] {
  const whole = odds(tokens);
  const words = [...new Set(tokens.map((token) => token.text))].slice(0, PULL_WORDS);
  const pull = new Map(
    words.map((word) => [word, whole - odds(tokens.filter((token) => token.text !== word))]),
  );
  return tokens.flatMap(({ text, start, end }) => {
    const own = pull.get(text);
    return own === undefined ? [] : [{ start, end, pull: own }];
  });
}
