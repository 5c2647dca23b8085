/**
 * Lays one signature over another before they are compared: a flourish that ends elsewhere changes
 * the box and with it the place and size of everything in it.
 */
import { CANVAS_HEIGHT, CANVAS_WIDTH } from './canvas.ts';
import { COLUMNS, ROWS, UNMOVED, type Affine } from './cells.ts';
import type { Described } from './describe.ts';
import type { Match } from './match.ts';

const CELL = CANVAS_WIDTH / COLUMNS;
/** Weight of staying put, as a share of all cells: few cells must not turn a signature. */
const INERTIA = 0.08;
/** More than this is another shape, not another box: share of a side, and canvas pixels. */
const MOST_STRETCH = 0.3;
const MOST_SHIFT = 24;

/** The affine that takes cells of `a` to their partners in `b`, by least squares; UNMOVED if none fits. */
export function alignment(a: Described, { first, down, right }: Match): Affine {
  // Normal equations of both shifts over (x, y, 1).
  const square = new Float64Array(9);
  const shift = { x: new Float64Array(3), y: new Float64Array(3) };
  for (let i = 0; i < a.cells.length; i += 1) {
    // Cells that found a like partner know where they belong, the others do not.
    const weight = a.weights[i]! * first[i]! * first[i]!;
    const place = a.cells[i]!;
    const point = [
      ((place % COLUMNS) + 0.5) * CELL - CANVAS_WIDTH / 2,
      (Math.floor(place / COLUMNS) + 0.5) * (CANVAS_HEIGHT / ROWS) - CANVAS_HEIGHT / 2,
      1,
    ];
    for (let r = 0; r < 3; r += 1) {
      shift.x[r]! += weight * point[r]! * right[i]! * CELL;
      shift.y[r]! += weight * point[r]! * down[i]! * CELL;
      for (let c = 0; c < 3; c += 1) square[3 * r + c]! += weight * point[r]! * point[c]!;
    }
  }
  for (const at of [0, 4, 8]) square[at]! *= 1 + INERTIA;
  const across = solve(square, shift.x);
  const along = solve(square, shift.y);
  if (across === null || along === null) return UNMOVED;
  const [a1, b, c] = across;
  const [d, e1, f] = along;
  const stretch = Math.max(Math.abs(a1), Math.abs(b), Math.abs(d), Math.abs(e1));
  if (stretch > MOST_STRETCH || Math.max(Math.abs(c), Math.abs(f)) > MOST_SHIFT) return UNMOVED;
  return [1 + a1, b, c, d, 1 + e1, f];
}

/** First `one`, then `other`. */
export function after(one: Affine, other: Affine): Affine {
  const [a, b, c, d, e, f] = one;
  const [g, h, i, j, k, l] = other;
  return [
    ...([g * a + h * d, g * b + h * e, g * c + h * f + i] as const),
    ...([j * a + k * d, j * b + k * e, j * c + k * f + l] as const),
  ];
}

/** How much an affine changes the shape; shifts change nothing. */
export function stretchOf([a, b, , d, e]: Affine): number {
  return Math.abs(a - 1) + Math.abs(b) + Math.abs(d) + Math.abs(e - 1);
}

/** Cramer's rule for three unknowns; null where the cells lie on a line. */
function solve(m: Float64Array, right: Float64Array): [number, number, number] | null {
  const whole = determinant(m);
  const scale = m[0]! * m[4]! * m[8]!;
  if (!(Math.abs(whole) > 1e-9 * scale)) return null;
  const [x = 0, y = 0, z = 0] = [0, 1, 2].map((column) => {
    const swapped = Float64Array.from(m);
    for (let r = 0; r < 3; r += 1) swapped[3 * r + column] = right[r]!;
    return determinant(swapped) / whole;
  });
  return [x, y, z];
}

function determinant(m: Float64Array): number {
  return (
    m[0]! * (m[4]! * m[8]! - m[5]! * m[7]!) -
    m[1]! * (m[3]! * m[8]! - m[5]! * m[6]!) +
    m[2]! * (m[3]! * m[7]! - m[4]! * m[6]!)
  );
}
