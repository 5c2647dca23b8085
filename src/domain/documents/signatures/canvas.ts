/** The common canvas: every signature fills it, thinned, so that pen and size are no cue. */
import { maskOf, type Ink } from './ink.ts';
import { thin } from './thin.ts';

/** Pixels of the canvas and its empty margin. */
export const CANVAS_WIDTH = 176;
export const CANVAS_HEIGHT = 96;
const MARGIN = 4;

/** One pixel wide lines of a signature on the canvas, 0 and 1. */
export type Skeleton = Uint8Array;

export function skeletonOf(ink: Ink): Skeleton {
  const mask = maskOf(fitInk(ink));
  thin(mask, CANVAS_WIDTH);
  return mask;
}

/** Scales ink, width and height alike, into the middle of the canvas: area mean down, bilinear up. */
function fitInk({ width, height, strength }: Ink): Float32Array {
  const room = { x: CANVAS_WIDTH - 2 * MARGIN, y: CANVAS_HEIGHT - 2 * MARGIN };
  const scale = Math.min(room.x / width, room.y / height);
  const w = Math.max(3, Math.min(room.x, Math.round(width * scale)));
  const h = Math.max(3, Math.min(room.y, Math.round(height * scale)));
  const rows = resample(strength, width, height, w);
  const fitted = resample(rows, height, w, h);
  const canvas = new Float32Array(CANVAS_WIDTH * CANVAS_HEIGHT);
  const left = (CANVAS_WIDTH - w) >> 1;
  const top = (CANVAS_HEIGHT - h) >> 1;
  for (let y = 0; y < h; y += 1) {
    canvas.set(fitted.subarray(y * w, (y + 1) * w), (top + y) * CANVAS_WIDTH + left);
  }
  return canvas;
}

/**
 * Resamples each row to `to` pixels and turns the picture (rows become columns), so that doing it
 * twice resamples both sides and turns it back.
 */
function resample(from: Float32Array, width: number, height: number, to: number): Float32Array {
  const result = new Float32Array(to * height);
  const step = width / to;
  for (let x = 0; x < to; x += 1) {
    const centre = (x + 0.5) * step;
    const reach = Math.max(1, step) / 2;
    const first = Math.max(0, Math.floor(centre - reach - 0.5));
    const last = Math.min(width - 1, Math.ceil(centre + reach - 0.5));
    let whole = 0;
    for (let at = first; at <= last; at += 1) {
      const share = weightOf(at + 0.5 - centre, step);
      if (share === 0) continue;
      whole += share;
      for (let y = 0; y < height; y += 1) result[x * height + y]! += share * from[y * width + at]!;
    }
    for (let y = 0; y < height; y += 1) result[x * height + y]! /= whole;
  }
  return result;
}

/** Overlap of a source pixel with the target pixel when shrinking; a triangle when growing. */
function weightOf(distance: number, step: number): number {
  const far = Math.abs(distance);
  if (step <= 1) return Math.max(0, 1 - far);
  return Math.max(0, Math.min(1, (step + 1) / 2 - far));
}
