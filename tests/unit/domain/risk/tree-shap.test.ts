import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FOREST_BLOCK, NO_SPLIT, packNodes, sumTrees } from '../../../../src/domain/risk/forest.ts';
import type { Forest } from '../../../../src/domain/risk/forest.ts';
import { shareForest } from '../../../../src/domain/risk/tree-shap.ts';
import { seededRandom } from '../../../../models/random.ts';

const FEATURES = 4;

/** A random forest, some nodes without a split; every leaf a line can come to has some weight. */
function madeForest(seed: number, depth: number, trees: number): Forest {
  const random = seededRandom(seed);
  const inner = (1 << depth) - 1;
  const nodeFeature = Uint8Array.from({ length: trees * inner }, () =>
    Math.floor(random() * FEATURES),
  );
  const nodeBin = Uint8Array.from({ length: trees * inner }, () =>
    random() < 0.2 ? NO_SPLIT : Math.floor(random() * 6),
  );
  const leaf = Float32Array.from({ length: trees * (inner + 1) }, () => random() - 0.5);
  const cover = new Float32Array(trees * (inner + 1));
  const pour = (tree: number, at: number, weight: number): void => {
    if (at >= inner) {
      cover[tree * (inner + 1) + at - inner] = weight;
      return;
    }
    const left = nodeBin[tree * inner + at] === NO_SPLIT ? 1 : 0.05 + 0.9 * random();
    pour(tree, 2 * at + 1, weight * left);
    pour(tree, 2 * at + 2, weight * (1 - left));
  };
  for (let tree = 0; tree < trees; tree += 1) pour(tree, 0, 1000);
  const features = Array.from(
    { length: FEATURES },
    () => ({ kind: 'quantity', of: 'log-mass' }) as const,
  );
  return { depth, trees, bias: -1.25, features, edges: [], nodeFeature, nodeBin, leaf, cover };
}

function answer(forest: Forest, bins: Uint8Array): number {
  const block = new Uint8Array(FEATURES * FOREST_BLOCK);
  bins.forEach((bin, f) => (block[f * FOREST_BLOCK] = bin));
  const sums = new Float64Array(FOREST_BLOCK).fill(forest.bias);
  sumTrees(forest, packNodes(forest), block, sums);
  return sums[0] ?? NaN;
}

/** Mean answer when only the features in `known` are known (bit set), by walking both branches. */
function expected(forest: Forest, bins: Uint8Array, known: number): number {
  const inner = (1 << forest.depth) - 1;
  let sum = forest.bias;
  for (let tree = 0; tree < forest.trees; tree += 1) {
    const below = (at: number): number =>
      at >= inner
        ? (forest.cover[tree * (inner + 1) + at - inner] ?? 0)
        : below(2 * at + 1) + below(2 * at + 2);
    const mean = (at: number): number => {
      if (at >= inner) return forest.leaf[tree * (inner + 1) + at - inner] ?? 0;
      const feature = forest.nodeFeature[tree * inner + at] ?? 0;
      const right = (bins[feature] ?? 0) > (forest.nodeBin[tree * inner + at] ?? 0);
      if ((known >> feature) & 1) return mean(2 * at + (right ? 2 : 1));
      const [l, r] = [below(2 * at + 1), below(2 * at + 2)];
      return ((l > 0 ? l * mean(2 * at + 1) : 0) + (r > 0 ? r * mean(2 * at + 2) : 0)) / (l + r);
    };
    sum += mean(0);
  }
  return sum;
}

const line = fc.uint8Array({ minLength: FEATURES, maxLength: FEATURES, max: 7 });

describe('reasons from trees', () => {
  it('add up exactly to the score of the line, whatever the trees', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.integer({ min: 1, max: 5 }), line, (seed, depth, bins) => {
        const forest = madeForest(seed, depth, 8);
        const { base, values } = shareForest(forest, bins);
        const sum = values.reduce((a, b) => a + b, base);
        expect(sum).toBeCloseTo(answer(forest, bins), 9);
      }),
      { numRuns: 60 },
    );
  });

  it('are the Shapley values of their definition', () => {
    const forest = madeForest(7, 3, 5);
    const bins = Uint8Array.of(1, 6, 3, 0);
    const factorial = [1, 1, 2, 6, 24];
    const { values } = shareForest(forest, bins);
    for (let player = 0; player < FEATURES; player += 1) {
      let share = 0;
      for (let known = 0; known < 1 << FEATURES; known += 1) {
        if ((known >> player) & 1) continue;
        const size = [0, 1, 2, 3].filter((f) => (known >> f) & 1).length;
        const weight =
          ((factorial[size] ?? 0) * (factorial[FEATURES - size - 1] ?? 0)) /
          (factorial[FEATURES] ?? 1);
        share +=
          weight * (expected(forest, bins, known | (1 << player)) - expected(forest, bins, known));
      }
      expect(values[player]).toBeCloseTo(share, 9);
    }
  });
});
