import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packLinear } from '../../../../models/hs/training/pack-linear.ts';
import { prune } from '../../../../models/hs/training/prune.ts';
import type { Competing } from '../../../../models/hs/training/prune.ts';
import { scoreLinear } from '../../../../src/domain/hs/suggest/sparse-linear.ts';
import type { EncodedText } from '../../../../src/domain/hs/suggest/vocabulary.ts';

function blocksOf(weights: readonly (readonly number[])[]): Competing[] {
  return weights.map((own) => ({
    weights: Float32Array.from(own),
    squares: new Float32Array(own.length).fill(0.5),
  }));
}
const keptOf = (blocks: readonly Competing[]): number =>
  blocks.flatMap(({ weights }) => [...weights]).filter((weight) => weight !== 0).length;

const someWeights = fc.array(
  fc.array(fc.float({ min: -4, max: 4, noNaN: true }), { minLength: 1, maxLength: 6 }),
  { minLength: 1, maxLength: 12 },
);

describe('pruning', () => {
  it('never keeps more weights than there is room for', () => {
    fc.assert(
      fc.property(someWeights, fc.nat(40), (weights, limit) => {
        const blocks = blocksOf(weights);
        prune(() => blocks, limit);
        expect(keptOf(blocks)).toBeLessThanOrEqual(limit);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the largest, measured from the middle of their siblings', () => {
    const blocks = blocksOf([
      [10, 10, 14],
      [-1, 0, 2],
    ]);
    prune(() => blocks, 2);
    expect(blocks.map(({ weights }) => [...weights])).toEqual([
      [0, 0, 4],
      [0, 0, 2],
    ]);
  });

  it('leaves the order of the siblings as it was where there is room for all', () => {
    fc.assert(
      fc.property(someWeights, (weights) => {
        const blocks = blocksOf(weights);
        prune(() => blocks, 1000);
        blocks.forEach(({ weights: own }, i) => {
          const [before = [], spread = own[0] ?? 0] = [weights[i], own[0]];
          own.forEach((weight, j) => {
            const moved = (before[j] ?? NaN) - (before[0] ?? NaN);
            expect(weight - spread).toBeCloseTo(moved, 3);
          });
        });
      }),
    );
  });

  it('lets no pruned weight come back, however it is trained on', () => {
    const blocks = blocksOf([
      [3, 0.1, 0.2, -2],
      [0.3, 0.2],
    ]);
    prune(() => blocks, 2);
    const pruned = blocks.map(({ weights }) => weights.map((weight) => (weight === 0 ? 1 : 0)));
    for (let step = 0; step < 20; step++) {
      for (const { weights, squares } of blocks) {
        weights.forEach((weight, i) => {
          // A step of Adagrad, as the trainers take it.
          squares[i] = (squares[i] ?? NaN) + 25;
          weights[i] = weight - (0.3 * 5) / Math.sqrt((squares[i] ?? NaN) + 1e-6);
        });
      }
    }
    blocks.forEach(({ weights }, i) =>
      weights.forEach((weight, j) => expect(weight === 0).toBe(pruned[i]?.[j] === 1)),
    );
  });

  it('has nothing to do where nothing was learnt', () => {
    const blocks = blocksOf([[0, 0, 0], [0]]);
    prune(() => blocks, 1);
    expect(keptOf(blocks)).toBe(0);
  });
});

describe('packing a linear model in bytes', () => {
  const textOf = (features: number): EncodedText => ({
    index: Int32Array.from({ length: features }, (_, f) => f),
    value: new Float32Array(features).fill(1),
    ...{ language: 'en', words: features, unknown: 0 },
  });

  it('scores as before, to within a half step a weight', () => {
    const blocks = fc.array(
      fc.record({
        feature: fc.nat(9),
        first: fc.nat(6),
        weights: fc.array(fc.float({ min: -3, max: 3, noNaN: true }), { maxLength: 4 }),
      }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(blocks, (given) => {
        const dense = given.map((block) => ({
          ...block,
          weights: Float32Array.from(block.weights),
        }));
        const linear = packLinear(10, dense, new Float32Array(10));
        const scores = new Float32Array(10);
        scoreLinear(linear, textOf(10), scores);
        const wanted = new Float64Array(10);
        const count = new Uint8Array(10);
        for (const { first, weights } of dense) {
          weights.forEach((weight, j) => {
            wanted[first + j] = (wanted[first + j] ?? NaN) + weight;
            count[first + j] = (count[first + j] ?? NaN) + 1;
          });
        }
        scores.forEach((score, target) => {
          const off = Math.abs(score - (wanted[target] ?? NaN));
          expect(off).toBeLessThanOrEqual((count[target] ?? NaN) * linear.step * 0.5001 + 1e-4);
        });
      }),
    );
  });

  it('keeps the weights of a feature together, their targets rising, and drops what rounds to 0', () => {
    const { from, target, weight } = packLinear(
      3,
      [
        { feature: 2, first: 4, weights: Float32Array.of(1, 0.001, 0) },
        { feature: 0, first: 7, weights: Float32Array.of(-1) },
        { feature: 2, first: 0, weights: Float32Array.of(0.5, 0.25) },
      ],
      new Float32Array(8),
    );
    expect([...from]).toEqual([0, 1, 1, 4]);
    expect([...target]).toEqual([7, 0, 1, 4]);
    expect([...weight]).toEqual([-127, 64, 32, 127]);
  });

  it('cuts the rarest extremes to the largest byte, and takes a model of nothing', () => {
    const many = Float32Array.from({ length: 20_000 }, (_, i) => (i === 7 ? 500 : 1));
    const { weight, step } = packLinear(
      1,
      [{ feature: 0, first: 0, weights: many }],
      new Float32Array(20_000),
    );
    expect(step).toBeCloseTo(1 / 127, 5);
    expect(weight[7]).toBe(127);
    expect(packLinear(2, [], new Float32Array(0)).from).toEqual(new Uint32Array(3));
  });
});
