/** The flanks of the re-inked strokes: where they are and which way they look. */
import { CANVAS_HEIGHT, CANVAS_WIDTH, type Skeleton } from './canvas.ts';

/** A list of pixels on the flank of a stroke, with the slope of the ink there; canvas coordinates. */
export interface Edges {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly slopeX: Float32Array;
  readonly slopeY: Float32Array;
}

/** Standard deviation of the pen that re-inks every skeleton, in canvas pixels. */
const PEN = 1.2;
const RADIUS = 3;
/** Slopes below this share of a lone line's steepest are the tail of the pen. */
const LEAST_SLOPE = 0.02;

const KERNEL = Float32Array.from({ length: 2 * RADIUS + 1 }, (_, at) =>
  Math.exp(-((at - RADIUS) ** 2) / (2 * PEN * PEN)),
);

export function edgesOf(skeleton: Skeleton): Edges {
  const inked = reink(skeleton);
  const found: number[] = [];
  for (let y = 1; y < CANVAS_HEIGHT - 1; y += 1) {
    for (let x = 1; x < CANVAS_WIDTH - 1; x += 1) {
      const at = y * CANVAS_WIDTH + x;
      const slopeX = inked[at + 1]! - inked[at - 1]!;
      const slopeY = inked[at + CANVAS_WIDTH]! - inked[at - CANVAS_WIDTH]!;
      const square = slopeX * slopeX + slopeY * slopeY;
      if (square > LEAST_SLOPE * LEAST_SLOPE) found.push(x, y, slopeX, slopeY);
    }
  }
  const column = (which: number): Float32Array => {
    const values = new Float32Array(found.length / 4);
    for (let at = 0; at < values.length; at += 1) values[at] = found[4 * at + which]!;
    return values;
  };
  return { x: column(0), y: column(1), slopeX: column(2), slopeY: column(3) };
}

/** Strokes of one width; where strokes are dense the ink saturates, as ink does. */
function reink(skeleton: Skeleton): Float32Array {
  const across = spread(skeleton, 1);
  const both = spread(across, CANVAS_WIDTH);
  const line = KERNEL.reduce((all, one) => all + one, 0);
  for (let at = 0; at < both.length; at += 1) both[at] = Math.min(1, both[at]! / line);
  return both;
}

function spread(from: Uint8Array | Float32Array, stride: number): Float32Array {
  const to = new Float32Array(from.length);
  for (let at = RADIUS * stride; at < from.length - RADIUS * stride; at += 1) {
    const value = from[at]!;
    if (value === 0) continue;
    for (let k = -RADIUS; k <= RADIUS; k += 1) to[at + k * stride]! += value * KERNEL[k + RADIUS]!;
  }
  return to;
}
