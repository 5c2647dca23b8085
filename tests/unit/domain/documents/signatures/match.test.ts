import { describe, expect, it } from 'vitest';
import { after, alignment } from '../../../../../src/domain/documents/signatures/align.ts';
import {
  BINS,
  COLUMNS,
  orientationCells,
  ROWS,
  UNMOVED,
} from '../../../../../src/domain/documents/signatures/cells.ts';
import type { Described } from '../../../../../src/domain/documents/signatures/describe.ts';
import { match } from '../../../../../src/domain/documents/signatures/match.ts';
import { answerOf } from '../../../../../src/domain/documents/signatures/answer.ts';
import {
  FEATURES,
  featuresOf,
  signerOf,
} from '../../../../../src/domain/documents/signatures/signer.ts';

/** Cells with unit vectors of two numbers; all weigh 1. */
function cellsAt(places: readonly (readonly [number, number, number])[]): Described {
  const at = new Int32Array(ROWS * COLUMNS).fill(-1);
  const cells = places.map(([row, column]) => row * COLUMNS + column);
  cells.forEach((place, number) => (at[place] = number));
  const vectors = places.flatMap(([, , angle]) => [Math.cos(angle), Math.sin(angle)]);
  return {
    ...{ size: 2, cells: Int32Array.from(cells), at },
    ...{ vectors: Float32Array.from(vectors), weights: new Float32Array(cells.length).fill(1) },
  };
}

describe('matching of cells', () => {
  it('finds a cell two columns on for two steps of way', () => {
    const { similarity, right, down } = match(cellsAt([[5, 5, 0]]), cellsAt([[5, 7, 0]]));
    // One partner only: 1 less 2 x 0.02.
    expect(similarity).toBeCloseTo(0.96, 6);
    expect([right[0], down[0]]).toEqual([2, 0]);
  });

  it('looks three columns and one row far, no further', () => {
    const one = cellsAt([[5, 5, 0]]);
    expect(match(one, cellsAt([[6, 8, 0]])).similarity).toBeCloseTo(1 - 0.02 * Math.sqrt(10), 6);
    expect(match(one, cellsAt([[5, 9, 0]])).similarity).toBe(0);
    expect(match(one, cellsAt([[7, 5, 0]])).similarity).toBe(0);
  });

  it('counts what has no partner in either as unlike', () => {
    const whole = cellsAt([
      [2, 2, 0],
      [9, 18, 1],
    ]);
    const half = cellsAt([[2, 2, 0]]);
    // Half of the first is found, all of the second: (0.5 + 1) / 2.
    expect(match(whole, half).similarity).toBeCloseTo(0.75, 6);
  });

  it('never counts opposite cells as worse than none', () => {
    expect(match(cellsAt([[5, 5, 0]]), cellsAt([[5, 5, Math.PI]])).similarity).toBe(0);
  });

  it('compares nothing with nothing', () => {
    expect(match(cellsAt([]), cellsAt([])).similarity).toBe(0);
  });
});

describe('laying one signature over another', () => {
  it('finds a shift, held back a little by inertia', () => {
    const grid = (shift: number) =>
      cellsAt(
        Array.from({ length: 40 }, (_, at) => {
          const [row, column] = [1 + 2 * (at % 5), 1 + 2 * Math.floor(at / 5)];
          return [row, column + shift, at * 0.7] as const;
        }),
      );
    const [one, other] = [grid(0), grid(1)];
    const [a, , c, , e, f] = alignment(one, match(one, other));
    // A cell is 8 pixels; 8 / 1.08 = 7.4.
    expect(c).toBeGreaterThan(6);
    expect(c).toBeLessThan(8);
    expect(Math.abs(f)).toBeLessThan(1);
    expect(a).toBeCloseTo(1, 1);
    expect(e).toBeCloseTo(1, 1);
  });

  it('leaves in place what has too few cells', () => {
    const one = cellsAt([[5, 5, 0]]);
    expect(alignment(one, match(one, cellsAt([[5, 7, 0]])))).toEqual(UNMOVED);
  });

  it('follows one move by another', () => {
    // First 3 to the right, then twice as large: (1, 1) -> (4, 1) -> (8, 2).
    const [a, b, c, d, e, f] = after([1, 0, 3, 0, 1, 0], [2, 0, 0, 0, 2, 0]);
    expect([a + b + c, d + e + f]).toEqual([8, 2]);
  });
});

describe('orientation cells', () => {
  it('shares a slope among four cells and two directions, nothing lost', () => {
    const edges = {
      ...{ x: Float32Array.of(50), y: Float32Array.of(30) },
      ...{ slopeX: Float32Array.of(0.6), slopeY: Float32Array.of(0.8) },
    };
    const cells = orientationCells(edges);
    expect(cells.reduce((all, one) => all + one, 0)).toBeCloseTo(1, 5);
    expect(cells.filter((one) => one > 0)).toHaveLength(8);
    // Column (50 + 0.5) / 8 - 0.5 = 5.8125, row (30 + 0.5) / 8 - 0.5 = 3.3125; angle atan2(0.8, 0.6)
    // = 0.9273 = bin 2.6565. Cell (3, 6): 0.6875 x 0.8125, bin 2: 0.3435 of it.
    expect(cells[(3 * COLUMNS + 6) * BINS + 2]).toBeCloseTo(0.6875 * 0.8125 * 0.3435, 4);
  });
});

describe('features of a query', () => {
  it('measure it against how alike the references are', () => {
    const said = (asTheyLie: number, moved: number) => ({
      asTheyLie,
      laidOver: asTheyLie + 0.1,
      moved,
    });
    const others = [
      [said(0.8, 0.1), said(0.6, 0.2)],
      [said(0.8, 0.1), said(0.7, 0.3)],
      [said(0.6, 0.2), said(0.7, 0.3)],
    ];
    const cells = {
      edges: { x: none(), y: none(), slopeX: none(), slopeY: none() },
      cells: cellsAt([]),
    };
    const signer = signerOf([cells, cells, cells], others);
    // Own: (0.8 + 0.6) / 2, (0.8 + 0.7) / 2, (0.6 + 0.7) / 2 = 0.7, 0.75, 0.65; mean 0.7; moved 0.2.
    const features = featuresOf(signer, [said(0.5, 0.4), said(0.6, 0.5), said(0.55, 0.6)]);
    const spread = Math.sqrt((0 + 0.0025 + 0.0025) / 3);
    // Relative: -0.2, -0.15, -0.1. Least of the pairs: 0.6. Laid over, all is 0.1 more.
    const laidOver = [-0.15, -0.1, 0.8, spread, -0.1, -0.15 / 0.25, -0.05];
    const asTheyLie = [-0.15, -0.1, 0.7, spread, -0.1, -0.15 / 0.35, -0.05];
    const expected = [...laidOver, 0.3, 0.2, ...asTheyLie];
    expect(features).toHaveLength(FEATURES.length);
    expected.forEach((value, at) => {
      expect(features[at]).toBeCloseTo(value, 6);
    });
  });
});

describe('the answer', () => {
  const thresholds = { similar: 0.9, unlike: 0.1, references: 3, cells: 20 };
  const enough = { references: 5, cells: 100 };

  it.each([
    [0.9, 'similar', 'likeness'],
    [0.89, 'cannot-tell', 'unclear'],
    [0.11, 'cannot-tell', 'unclear'],
    [0.1, 'unlike', 'likeness'],
  ])('to a probability of %f is %s', (probability, answer, ground) => {
    expect(answerOf({ ...enough, probability }, thresholds)).toEqual({ answer, ground });
  });

  it('is forced open by few references or little ink, however likely', () => {
    const sure = { probability: 1 };
    const open = (evidence: { references: number; cells: number }): string =>
      answerOf({ ...sure, ...evidence }, thresholds).ground;
    expect(open({ references: 2, cells: 100 })).toBe('few-references');
    expect(open({ references: 5, cells: 19 })).toBe('little-ink');
    expect(open({ references: 0, cells: 0 })).toBe('no-ink');
  });
});

function none(): Float32Array {
  return new Float32Array(0);
}
