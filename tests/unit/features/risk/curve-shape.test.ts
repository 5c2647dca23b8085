import { describe, expect, it } from 'vitest';
import type { CapacityPoint } from '../../../../src/domain/risk/capacity.ts';
import { textWidth } from '../../../../src/features/risk/curve-labels.ts';
import { CURVE_HEIGHT, shapeCurve } from '../../../../src/features/risk/curve-shape.ts';

const WIDTH = 296;
const THUMB = 32;

/** A period whose never-seen patterns are caught at `novel` times the capacity. */
function points(novel: (capacity: number) => number): CapacityPoint[] {
  return Array.from({ length: 30 }, (_, i) => {
    const capacity = i + 1;
    const caught = Math.min(1, capacity * 0.05);
    const around = (value: number) => ({ value, low: value * 0.9, high: Math.min(1, value * 1.1) });
    return {
      ...{ capacity, inspected: capacity * 40, hits: around(capacity * 39) },
      ...{ caught: around(caught), caughtNovel: around(novel(capacity)) },
      lanes: { inspect: capacity * 40, controlled: 0, review: 100, fast: 2000 },
    };
  });
}

describe('the capacity curve', () => {
  it('stands above the slider: the thumb is under the marker at every capacity', () => {
    const shape = shapeCurve(
      points(() => 0.1),
      WIDTH,
    );
    for (let capacity = 1; capacity <= 30; capacity++) {
      const share = (capacity - 1) / 29;
      const thumb = shape.slider.left + THUMB / 2 + share * (shape.slider.width - THUMB);
      expect(thumb).toBeCloseTo(shape.x(capacity), 6);
    }
  });

  it('names each line beside it, off every line and clear of the figure, at every capacity', () => {
    const shapes: ((capacity: number) => number)[] = [
      () => 0,
      (c) => c / 200,
      (c) => Math.max(0, Math.min(0.78, (c - 17) * 0.06)),
      (c) => Math.min(0.97, c * 0.048),
    ];
    for (const [kind, novel] of shapes.entries()) {
      const shape = shapeCurve(points(novel), WIDTH);
      for (let capacity = 1; capacity <= 30; capacity++) {
        const words = ['전체', '처음 보는 유형', '무작위'] as const;
        const places = shape.labels(capacity, {
          ...{ all: words[0], novel: words[1], random: words[2] },
          figure: '> 99 %',
        });
        const figure = shape.figure(capacity);
        const side = figure.leftward ? figure.x - 42 : figure.x;
        for (const [i, { x, y }] of places.entries()) {
          const where = `shape ${kind}, capacity ${capacity}, ${words[i]}`;
          const left = x - textWidth(words[i] ?? '');
          expect(left, where).toBeGreaterThanOrEqual(0);
          expect(x, where).toBeLessThanOrEqual(WIDTH);
          expect(y, where).toBeLessThanOrEqual(CURVE_HEIGHT);
          const aside = Math.max(side - x, left - side - 42, figure.y - 11 - y, y - 11 - figure.y);
          expect(aside, where).toBeGreaterThan(20);
          for (let at = left; at <= x; at += 4) {
            for (const height of [shape.heights.all(at), shape.heights.novel(at)]) {
              expect(height < y - 10 || height > y + 1, where).toBe(true);
            }
          }
        }
      }
    }
  });

  it('starts at nothing inspected, nothing caught', () => {
    const shape = shapeCurve(
      points(() => 0.1),
      WIDTH,
    );
    expect(shape.allLine.startsWith(`M0,${CURVE_HEIGHT}`)).toBe(true);
  });
});
