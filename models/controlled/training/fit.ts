/** Grows a forest over the evidence and makes its log-odds calibrated. */
import type { Evidence } from '../../../src/domain/controlled/evidence.ts';
import {
  binsOf,
  forestLogit,
  type CalibratedForest,
} from '../../../src/domain/controlled/model.ts';
import type { Forest } from '../../../src/domain/risk/forest.ts';
import { growForest, type GrowOptions } from '../../forest/grow-forest.ts';
import { weighted } from '../figures.ts';
import { FOLDS, foldOf } from '../goods.ts';
import type { SimulatedLine } from '../simulate.ts';

/** A simulated line with its evidence worked out. */
export interface Example extends SimulatedLine {
  readonly evidence: Evidence;
}

const GROWING: GrowOptions = {
  ...{ trees: 100, depth: 4, learningRate: 0.1, lambda: 5, leastHessian: 3 },
  ...{ featureShare: 0.5, rowShare: 0.7, bins: 64, seed: 41 },
};

function grow(examples: readonly Example[], names: readonly string[]): Forest {
  const lines = weighted(examples);
  return growForest(
    {
      features: names.map((of) => ({ kind: 'quantity', of })),
      columns: names.map((_, f) =>
        Float32Array.from(lines, ({ evidence }) => evidence.values[f] ?? 0),
      ),
      found: Uint8Array.from(lines, ({ shift }) => (shift === null ? 0 : 1)),
      weight: Float32Array.from(lines, ({ weight }) => weight),
    },
    GROWING,
  );
}

function logitOf(forest: Forest, { evidence }: Example): number {
  return forestLogit(forest, binsOf(forest, evidence.values));
}

export interface Fitted {
  /** Grown on all examples. */
  readonly forest: CalibratedForest;
  /** Log-odds of each example by a forest that saw no goods of its key, calibrated. */
  readonly logits: Float64Array;
}

/** `names`: of the features, in the order of the evidence. */
export function fitForest(examples: readonly Example[], names: readonly string[]): Fitted {
  const folds = examples.map(({ goods }) => foldOf(goods.key));
  const raw = new Float64Array(examples.length);
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const forest = grow(
      examples.filter((_, at) => folds[at] !== fold),
      names,
    );
    examples.forEach((example, at) => {
      if (folds[at] === fold) raw[at] = logitOf(forest, example);
    });
  }
  const line = fitLine(examples, raw);
  return {
    forest: { forest: grow(examples, names), ...line },
    logits: raw.map((logit) => line.slope * logit + line.shift),
  };
}

/** Slope and shift of least log loss (Newton steps): Platt's calibration. */
function fitLine(
  examples: readonly Example[],
  raw: Float64Array,
): { readonly slope: number; readonly shift: number } {
  const lines = weighted(examples);
  let slope = 1;
  let shift = 0;
  for (let step = 0; step < 25; step += 1) {
    const g: [number, number] = [0, 0];
    const h: [number, number, number] = [1e-6, 0, 1e-6];
    lines.forEach(({ shift: moved, weight }, at) => {
      const x = raw[at] ?? 0;
      const p = 1 / (1 + Math.exp(-(slope * x + shift)));
      const error = weight * (p - (moved === null ? 0 : 1));
      const bend = weight * p * (1 - p);
      g[0] += error * x;
      g[1] += error;
      h[0] += bend * x * x;
      h[1] += bend * x;
      h[2] += bend;
    });
    const det = h[0] * h[2] - h[1] * h[1];
    slope -= (h[2] * g[0] - h[1] * g[1]) / det;
    shift -= (h[0] * g[1] - h[1] * g[0]) / det;
  }
  return { slope, shift };
}
