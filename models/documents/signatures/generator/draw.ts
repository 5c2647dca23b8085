/** Pens and paper: from a path to a grey picture. */
import type { GreyImage } from '../../../../src/domain/documents/signatures/grey-image.ts';
import type { Dice } from './dice.ts';
import type { Plan } from './hand.ts';
import { tracePlan, type PenPath } from './pen-path.ts';

/** Pixels of the largest picture, as scanned signatures come. */
const WIDTH = 256;
const HEIGHT = 160;
const MARGIN = 6;

interface Pen {
  readonly width: number;
  /** How much speed and pressure change the width. */
  readonly give: number;
  readonly dark: number;
  readonly dry: boolean;
}

function drawPen(dice: Dice): Pen {
  return {
    width: dice.factor(0.32, Math.log(2.1)),
    give: dice.between(0, 0.7),
    dark: dice.between(80, 240),
    dry: dice.chance(0.3),
  };
}

export function drawSignature(plan: Plan, dice: Dice): GreyImage {
  const path = tracePlan(plan, dice);
  const { x, y, width, height } = placeOnPaper(path);
  const pen = drawPen(dice);
  const ink = new Float32Array(width * height);
  const give = pen.give * (1 - 0.8 * plan.slowness) * (0.4 + 0.8 * plan.pressure);
  for (let at = 1; at < x.length; at += 1) {
    if (path.down[at] === 0 || path.down[at - 1] === 0) continue;
    const wide = 1 + give * (0.9 - Math.min(path.speed[at] ?? 0, 2.2));
    const radius = (pen.width * Math.min(1.9, Math.max(0.35, wide))) / 2;
    const load = pen.dry ? dice.between(0.55, 1) : 1;
    const [ax = 0, ay = 0, bx = 0, by = 0] = [x[at - 1], y[at - 1], x[at], y[at]];
    inkSegment(ink, width, height, { ax, ay, bx, by, radius, load });
  }
  return { width, height, data: toGrey(ink, width, height, pen.dark, dice) };
}

function placeOnPaper(path: PenPath): {
  x: Float64Array;
  y: Float64Array;
  width: number;
  height: number;
} {
  const down = (line: Float64Array): Float64Array => line.filter((_, at) => path.down[at] === 1);
  const [xs, ys] = [down(path.x), down(path.y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [low, high] = [Math.min(...ys), Math.max(...ys)];
  const [w, h] = [right - left + 1e-3, high - low + 1e-3];
  const scale = Math.min((WIDTH - 2 * MARGIN) / w, (HEIGHT - 2 * MARGIN) / h);
  return {
    x: path.x.map((one) => (one - left) * scale + MARGIN),
    y: path.y.map((one) => (high - one) * scale + MARGIN),
    width: Math.ceil(w * scale + 2 * MARGIN),
    height: Math.ceil(h * scale + 2 * MARGIN),
  };
}

interface Segment {
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
  readonly radius: number;
  readonly load: number;
}

/** A stroke with round ends; ink does not add up where strokes cross. */
function inkSegment(ink: Float32Array, width: number, height: number, segment: Segment): void {
  const { ax, ay, bx, by, radius, load } = segment;
  const [dx, dy] = [bx - ax, by - ay];
  const square = dx * dx + dy * dy + 1e-9;
  const reach = radius + 1;
  const x0 = Math.max(0, Math.floor(Math.min(ax, bx) - reach));
  const x1 = Math.min(width - 1, Math.ceil(Math.max(ax, bx) + reach));
  const y0 = Math.max(0, Math.floor(Math.min(ay, by) - reach));
  const y1 = Math.min(height - 1, Math.ceil(Math.max(ay, by) + reach));
  for (let y = y0; y <= y1; y += 1) {
    for (let x = x0; x <= x1; x += 1) {
      const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / square));
      const [ex, ey] = [x - ax - along * dx, y - ay - along * dy];
      const cover = Math.min(1, radius + 0.5 - Math.sqrt(ex * ex + ey * ey)) * load;
      const at = y * width + x;
      if (cover > (ink[at] ?? 0)) ink[at] = cover;
    }
  }
}

/** Tinted, unevenly lit and grainy paper; now and then a printed line under the name. */
function toGrey(
  ink: Float32Array,
  width: number,
  height: number,
  dark: number,
  dice: Dice,
): Uint8Array {
  const paper = dice.between(225, 255);
  const shade = [dice.normal(0, 6) / width, dice.normal(0, 6) / height];
  const grain = dice.between(0, 4);
  if (dice.chance(0.04)) {
    const y = height * dice.between(0.6, 0.9);
    const line = { ax: 0, ay: y, bx: width, by: y, radius: 0.5, load: 0.6 };
    inkSegment(ink, width, height, line);
  }
  return Uint8Array.from(ink, (strength, at) => {
    const x = at % width;
    const lit = paper + (shade[0] ?? 0) * x + ((shade[1] ?? 0) * (at - x)) / width;
    const grey = lit - strength * Math.min(dark, lit) + dice.normal(0, grain);
    return Math.min(255, Math.max(0, Math.round(grey)));
  });
}
