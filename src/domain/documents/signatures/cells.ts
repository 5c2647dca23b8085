/** Orientation maps: how much stroke of which direction lies in each cell of a 12 x 22 grid. */
import { CANVAS_HEIGHT, CANVAS_WIDTH } from './canvas.ts';
import type { Edges } from './edges.ts';

export const ROWS = 12;
export const COLUMNS = 22;
export const BINS = 9;
const CELL = CANVAS_WIDTH / COLUMNS;

/** Maps a point of the canvas, seen from its middle: x' = a x + b y + c, y' = d x + e y + f. */
export type Affine = readonly [number, number, number, number, number, number];
export const UNMOVED: Affine = [1, 0, 0, 0, 1, 0];

/** ROWS x COLUMNS x BINS. A slope is shared by the four nearest cells and two nearest directions. */
export function orientationCells(edges: Edges, move: Affine = UNMOVED): Float32Array {
  const [a, b, c, d, e, f] = move;
  const cells = new Float32Array(ROWS * COLUMNS * BINS);
  const determinant = a * e - b * d;
  const perRadian = BINS / Math.PI;
  for (let at = 0; at < edges.x.length; at += 1) {
    const x = edges.x[at]! - CANVAS_WIDTH / 2;
    const y = edges.y[at]! - CANVAS_HEIGHT / 2;
    const sx = edges.slopeX[at]!;
    const sy = edges.slopeY[at]!;
    // Slopes turn with the inverse transposed; their strength stays what it was.
    const tx = (e * sx - d * sy) / determinant;
    const ty = (a * sy - b * sx) / determinant;
    const strength = Math.sqrt(sx * sx + sy * sy);
    let angle = Math.atan2(ty, tx);
    if (angle < 0) angle += Math.PI;
    const column = (a * x + b * y + c + CANVAS_WIDTH / 2 + 0.5) / CELL - 0.5;
    const row = (d * x + e * y + f + CANVAS_HEIGHT / 2 + 0.5) / CELL - 0.5;
    share(cells, row, column, angle * perRadian, strength);
  }
  return cells;
}

function share(cells: Float32Array, row: number, column: number, bin: number, whole: number): void {
  const r0 = Math.floor(row);
  const c0 = Math.floor(column);
  const b0 = Math.floor(bin);
  const fr = row - r0;
  const fc = column - c0;
  const fb = bin - b0;
  const first = b0 % BINS;
  const second = (b0 + 1) % BINS;
  for (let r = r0; r <= r0 + 1; r += 1) {
    if (r < 0 || r >= ROWS) continue;
    const inRow = whole * (r === r0 ? 1 - fr : fr);
    for (let c = c0; c <= c0 + 1; c += 1) {
      if (c < 0 || c >= COLUMNS) continue;
      const inCell = inRow * (c === c0 ? 1 - fc : fc);
      const at = (r * COLUMNS + c) * BINS;
      cells[at + first]! += inCell * (1 - fb);
      cells[at + second]! += inCell * fb;
    }
  }
}
