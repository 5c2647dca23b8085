/** What a cell and its eight neighbours look like, in 24 numbers that differ between hands. */
import { BINS, COLUMNS, ROWS } from './cells.ts';

/** Values of a cell with its neighbours before they are projected. */
export const RAW = 9 * BINS;

/** Learnt by the pack: `size` directions of RAW values each, and what is taken off first. */
export interface Projection {
  readonly size: number;
  /** RAW values. */
  readonly mean: Float32Array;
  /** size x RAW. */
  readonly axes: Float32Array;
}

/** The inked cells of a signature; unit vectors of `size` each. */
export interface Described {
  readonly size: number;
  /** Place of each inked cell in the grid. */
  readonly cells: Int32Array;
  /** For each place in the grid: number of the inked cell there, or -1. */
  readonly at: Int32Array;
  readonly vectors: Float32Array;
  /** Square root of the ink, so that a dense knot does not drown a flourish. */
  readonly weights: Float32Array;
}

/** Stroke in a cell below which it is taken as empty; a line through the middle of a cell gives 8. */
const LEAST_INK = 1;
/** Keeps a neighbourhood with next to no stroke from becoming a loud one. */
const QUIET = 0.05;

/** Numbers of the inked cells and their stroke. */
export function inkedCells(cells: Float32Array): { places: number[]; ink: Float32Array } {
  const ink = new Float32Array(ROWS * COLUMNS);
  const places: number[] = [];
  for (let place = 0; place < ink.length; place += 1) {
    let sum = 0;
    for (let bin = 0; bin < BINS; bin += 1) sum += cells[place * BINS + bin]!;
    ink[place] = sum;
    if (sum > LEAST_INK) places.push(place);
  }
  return { places, ink };
}

/** RAW square-rooted values round one cell, of unit length, written to `to` from `offset` on. */
export function neighbourhood(
  cells: Float32Array,
  place: number,
  to: Float32Array,
  offset: number,
): void {
  const row = Math.floor(place / COLUMNS);
  const column = place % COLUMNS;
  let square = QUIET;
  let write = offset;
  for (let r = row - 1; r <= row + 1; r += 1) {
    for (let c = column - 1; c <= column + 1; c += 1) {
      const outside = r < 0 || r >= ROWS || c < 0 || c >= COLUMNS;
      const from = (r * COLUMNS + c) * BINS;
      for (let bin = 0; bin < BINS; bin += 1, write += 1) {
        const stroke = outside ? 0 : cells[from + bin]!;
        to[write] = Math.sqrt(stroke);
        square += stroke;
      }
    }
  }
  const length = Math.sqrt(square);
  for (let at = offset; at < write; at += 1) to[at]! /= length;
}

export function describe(cells: Float32Array, { size, mean, axes }: Projection): Described {
  const { places, ink } = inkedCells(cells);
  const at = new Int32Array(ROWS * COLUMNS).fill(-1);
  const vectors = new Float32Array(places.length * size);
  const weights = new Float32Array(places.length);
  const raw = new Float32Array(RAW);
  places.forEach((place, number) => {
    at[place] = number;
    weights[number] = Math.sqrt(ink[place]!);
    neighbourhood(cells, place, raw, 0);
    for (let k = 0; k < RAW; k += 1) raw[k]! -= mean[k]!;
    project(raw, axes, vectors, number * size, size);
  });
  return { size, cells: Int32Array.from(places), at, vectors, weights };
}

/** Writes the projection of `raw` as a unit vector. */
function project(
  raw: Float32Array,
  axes: Float32Array,
  to: Float32Array,
  offset: number,
  size: number,
): void {
  let square = 1e-12;
  for (let d = 0; d < size; d += 1) {
    let sum = 0;
    const from = d * RAW;
    for (let k = 0; k < RAW; k += 1) sum += raw[k]! * axes[from + k]!;
    to[offset + d] = sum;
    square += sum * sum;
  }
  const length = Math.sqrt(square);
  for (let d = offset; d < offset + size; d += 1) to[d]! /= length;
}
