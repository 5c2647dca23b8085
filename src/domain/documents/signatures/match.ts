/** Deformable matching: every cell of one signature looks for its like near by in the other. */
import { COLUMNS, ROWS } from './cells.ts';
import type { Described } from './describe.ts';

/** How far a cell may have moved between two writings. */
export const REACH = { rows: 1, columns: 3 } as const;
/** Temperature of the soft maximum; what one cell of way costs. */
const TAU = 0.05;
const WAY = 0.02;

export interface Match {
  /** Mean similarity both ways, weighted by ink; 1 for a signature and itself, 0 for no partner. */
  readonly similarity: number;
  /** Best similarity of each inked cell of the first and of the second. */
  readonly first: Float32Array;
  readonly second: Float32Array;
  /** How far the partners of each cell of the first lie from it, in cells. */
  readonly down: Float32Array;
  readonly right: Float32Array;
}

export function match(a: Described, b: Described): Match {
  const seek = new Seeker(a.cells.length, b.cells.length);
  eachPartner(a, b, (i, j, similarity, down, right) => {
    seek.met(i, j, similarity, down, right);
  });
  const first = seek.best(seek.firstSum, seek.firstAll);
  const second = seek.best(seek.secondSum, seek.secondAll);
  const similarity = (weighted(first, a.weights) + weighted(second, b.weights)) / 2;
  const down = seek.mean(seek.down);
  const right = seek.mean(seek.right);
  return { similarity, first, second, down, right };
}

/** For each inked cell of `a` the likest cell of `b` within reach, by number; -1: there is none. */
export function partnersOf(a: Described, b: Described): Int32Array {
  const partners = new Int32Array(a.cells.length).fill(-1);
  const best = new Float64Array(a.cells.length).fill(-Infinity);
  eachPartner(a, b, (i, j, similarity) => {
    if (similarity <= best[i]!) return;
    best[i] = similarity;
    partners[i] = j;
  });
  return partners;
}

/** Tells the similarity of all cells within reach of each other, less the cost of the way. */
function eachPartner(
  a: Described,
  b: Described,
  tell: (i: number, j: number, similarity: number, down: number, right: number) => void,
): void {
  for (let i = 0; i < a.cells.length; i += 1) {
    const place = a.cells[i]!;
    const row = Math.floor(place / COLUMNS);
    const column = place % COLUMNS;
    for (let down = -REACH.rows; down <= REACH.rows; down += 1) {
      const r = row + down;
      if (r < 0 || r >= ROWS) continue;
      for (let right = -REACH.columns; right <= REACH.columns; right += 1) {
        const c = column + right;
        if (c < 0 || c >= COLUMNS) continue;
        const j = b.at[r * COLUMNS + c]!;
        if (j < 0) continue;
        const way = WAY * Math.sqrt(down * down + right * right);
        tell(i, j, dot(a, i, b, j) - way, down, right);
      }
    }
  }
}

/** Soft maxima over the partners that each cell of both signatures has met. */
class Seeker {
  readonly firstSum: Float64Array;
  readonly firstAll: Float64Array;
  readonly secondSum: Float64Array;
  readonly secondAll: Float64Array;
  readonly down: Float64Array;
  readonly right: Float64Array;

  constructor(first: number, second: number) {
    this.firstSum = new Float64Array(first);
    this.firstAll = new Float64Array(first);
    this.down = new Float64Array(first);
    this.right = new Float64Array(first);
    this.secondSum = new Float64Array(second);
    this.secondAll = new Float64Array(second);
  }

  /** Similarities lie within -1 and 1: exp(20) at most, so nothing needs to be taken off first. */
  met(i: number, j: number, similarity: number, down: number, right: number): void {
    const share = Math.exp(similarity / TAU);
    this.firstSum[i]! += share * similarity;
    this.firstAll[i]! += share;
    this.down[i]! += share * down;
    this.right[i]! += share * right;
    this.secondSum[j]! += share * similarity;
    this.secondAll[j]! += share;
  }

  /** Of what was added up over the partners of the first. */
  mean(sum: Float64Array): Float32Array {
    const means = new Float32Array(sum.length);
    for (let at = 0; at < means.length; at += 1) {
      if (this.firstAll[at]! > 0) means[at] = sum[at]! / this.firstAll[at]!;
    }
    return means;
  }

  best(sum: Float64Array, all: Float64Array): Float32Array {
    const best = new Float32Array(sum.length);
    for (let at = 0; at < best.length; at += 1) {
      if (all[at]! > 0) best[at] = Math.max(0, sum[at]! / all[at]!);
    }
    return best;
  }
}

function dot(a: Described, i: number, b: Described, j: number): number {
  let sum = 0;
  const from = i * a.size;
  const other = j * b.size;
  for (let d = 0; d < a.size; d += 1) sum += a.vectors[from + d]! * b.vectors[other + d]!;
  return sum;
}

function weighted(values: Float32Array, weights: Float32Array): number {
  let sum = 0;
  let all = 0;
  for (let at = 0; at < values.length; at += 1) {
    sum += values[at]! * weights[at]!;
    all += weights[at]!;
  }
  return all > 0 ? sum / all : 0;
}
