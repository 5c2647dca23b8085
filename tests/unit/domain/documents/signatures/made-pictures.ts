/** Pictures made for tests. */
import type { GreyImage } from '../../../../../src/domain/documents/signatures/grey-image.ts';
import { seededRandom } from '../../../../../models/random.ts';

export function paper(width: number, height: number, grey = 255): GreyImage {
  return { width, height, data: new Uint8Array(width * height).fill(grey) };
}

/** Draws a line of a round pen between points of the picture, over what is there. */
export function drawLine(
  { width, height, data }: GreyImage,
  points: readonly (readonly [number, number])[],
  pen: { readonly radius: number; readonly grey: number },
): void {
  points.slice(1).forEach(([bx, by], at) => {
    const [ax, ay] = points[at] ?? [bx, by];
    const steps = Math.ceil(Math.hypot(bx - ax, by - ay) * 2) + 1;
    for (let step = 0; step <= steps; step += 1) {
      const [cx, cy] = [ax + ((bx - ax) * step) / steps, ay + ((by - ay) * step) / steps];
      for (let y = Math.ceil(cy - pen.radius); y <= cy + pen.radius; y += 1) {
        for (let x = Math.ceil(cx - pen.radius); x <= cx + pen.radius; x += 1) {
          const inside = x >= 0 && y >= 0 && x < width && y < height;
          if (inside && Math.hypot(x - cx, y - cy) <= pen.radius) data[y * width + x] = pen.grey;
        }
      }
    }
  });
}

/** A made-up name: a wave that grows, and a stroke under it. `turn` makes another one. */
export function madeSignature(options: {
  readonly radius?: number;
  readonly grey?: number;
  readonly paper?: number;
  readonly turn?: number;
  readonly scale?: number;
}): GreyImage {
  const { radius = 1.5, grey = 30, paper: ground = 255, turn = 0, scale = 1 } = options;
  const picture = paper(Math.round(240 * scale), Math.round(120 * scale), ground);
  const wave = Array.from({ length: 80 }, (_, at): [number, number] => {
    const high = (12 + at / 4) * Math.sin(at * (0.45 + turn));
    return [(20 + at * 2.4) * scale, (50 + high) * scale];
  });
  drawLine(picture, wave, { radius: radius * scale, grey });
  const line: [number, number][] = [
    [60 * scale, 100 * scale],
    [200 * scale, (92 - 40 * turn) * scale],
  ];
  drawLine(picture, line, { radius: radius * scale, grey });
  return picture;
}

/** Grain of the paper: a normal-like deviate of `spread` grey levels on each pixel. */
export function withGrain({ width, height, data }: GreyImage, spread: number): GreyImage {
  const random = seededRandom(5);
  const grained = data.map((grey) => {
    const sum = random() + random() + random() + random() - 2;
    return Math.min(255, Math.max(0, Math.round(grey + sum * spread * 1.73)));
  });
  return { width, height, data: grained };
}
