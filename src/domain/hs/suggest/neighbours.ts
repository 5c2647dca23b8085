/** Nearest labelled texts by the cosine of their words and word pairs. */
import { KIND } from './features.ts';
import type { EncodedText, Vocabulary } from './vocabulary.ts';

/** An inverted index: it holds no text, only which hashed words a row has. */
export interface NeighbourIndex {
  /** First posting of each vocabulary feature; grams have none. One more entry closes the last. */
  readonly from: Uint32Array;
  /** Rows, ascending within a feature. */
  readonly row: Uint32Array;
  /** Class of each row. */
  readonly classOf: Uint16Array;
  /** What a row's vote counts, in 1/100. */
  readonly vote: Uint8Array;
}

export interface Neighbours {
  /** Opened index: row lengths are derived from the postings. */
  readonly index: NeighbourIndex;
  readonly length: Float32Array;
  readonly score: Float32Array;
}

/** How many neighbours vote, and how steeply the vote falls with the cosine. */
const VOTERS = 30;
const STEEPNESS = 4;

export function openNeighbours(index: NeighbourIndex, vocabulary: Vocabulary): Neighbours {
  const squares = new Float32Array(index.classOf.length);
  for (let feature = 0; feature < vocabulary.size; feature++) {
    const square = vocabulary.idf[feature]! ** 2;
    for (let p = index.from[feature]!; p < index.from[feature + 1]!; p++) {
      squares[index.row[p]!]! += square;
    }
  }
  return {
    index,
    length: squares.map((sum) => Math.sqrt(sum)),
    score: new Float32Array(squares.length),
  };
}

/**
 * Shares of the classes among the neighbours, written over `into`; returns the best cosine.
 * Words the vocabulary lacks count in the text's length: a text of strange words resembles nothing.
 */
export function voteOf(
  neighbours: Neighbours,
  vocabulary: Vocabulary,
  text: EncodedText,
  into: Float32Array,
): number {
  const { index, length, score } = neighbours;
  let squares = text.unknown / 0.64;
  const touched: number[] = [];
  for (const feature of text.index) {
    if (vocabulary.kind[feature] === KIND.gram) continue;
    const square = vocabulary.idf[feature]! ** 2;
    squares += square;
    for (let p = index.from[feature]!; p < index.from[feature + 1]!; p++) {
      const row = index.row[p]!;
      if (score[row] === 0) touched.push(row);
      score[row]! += square;
    }
  }
  const own = Math.sqrt(squares) || 1;
  for (const row of touched) score[row]! /= own * length[row]!;
  const best = countVotes(neighbours, touched, into);
  for (const row of touched) score[row] = 0;
  return Math.min(1, best);
}

function countVotes(
  neighbours: Neighbours,
  touched: readonly number[],
  into: Float32Array,
): number {
  const { index, score } = neighbours;
  const nearest = nearestOf(touched, score);
  const votes = nearest.map((row) => score[row]! ** STEEPNESS * index.vote[row]!);
  const total = votes.reduce((sum, vote) => sum + vote, 0);
  into.fill(0);
  nearest.forEach((row, i) => {
    into[index.classOf[row]!]! += votes[i]! / total;
  });
  return nearest.reduce((most, row) => Math.max(most, score[row]!), 0);
}

/** The VOTERS best rows by a heap-free selection: a threshold rises as better rows are met. */
function nearestOf(touched: readonly number[], score: Float32Array): readonly number[] {
  if (touched.length <= VOTERS) return touched;
  const best: number[] = [];
  let least = 0;
  for (const row of touched) {
    const cosine = score[row]!;
    if (best.length === VOTERS && cosine <= least) continue;
    let at = best.length;
    while (at > 0 && score[best[at - 1]!]! < cosine) at -= 1;
    best.splice(at, 0, row);
    if (best.length > VOTERS) best.pop();
    if (best.length === VOTERS) least = score[best[VOTERS - 1]!]!;
  }
  return best;
}
