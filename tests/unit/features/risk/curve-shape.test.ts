import { describe, expect, it } from 'vitest';
import type { CapacityPoint } from '../../../../src/domain/risk/capacity.ts';
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
      lanes: { inspect: capacity * 40, review: 100, fast: 2000 },
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

  it('keeps its labels inside the drawing, whatever the lines do', () => {
    const slopes = [() => 0, () => 0.15, (c: number) => c / 30, (c: number) => (c > 18 ? 0.9 : 0)];
    for (const slope of slopes) {
      const shape = shapeCurve(points(slope), WIDTH);
      const labels = [1, 12, 30].map((capacity) => shape.allLabel(capacity));
      for (const { x, y } of [...labels, shape.novelLabel(12), shape.randomLabel()]) {
        expect(x).toBeGreaterThan(60);
        expect(x).toBeLessThanOrEqual(WIDTH);
        expect(y).toBeGreaterThanOrEqual(8);
        expect(y).toBeLessThanOrEqual(CURVE_HEIGHT);
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
