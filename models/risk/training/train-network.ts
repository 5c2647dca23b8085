import type { Feature } from '../../../src/domain/risk/features.ts';
import type { Network } from '../../../src/domain/risk/network.ts';
import { networkValue, standardise } from '../../../src/domain/risk/network-inputs.ts';
import { sigmoid } from '../../../src/domain/risk/stack.ts';
import { addGradient, offsetsOf, runLayers, scratchOf, takeInput } from './network-step.ts';
import type { Offsets, Shape } from './network-step.ts';
import { normal, seededRandom, shuffle } from '../../random.ts';
import type { Random } from '../../random.ts';

/** Training rows: raw feature columns, entries for the embeddings, labels and weights. */
export interface NetworkRows {
  readonly features: readonly Feature[];
  readonly columns: readonly Float32Array[];
  readonly embeddings: readonly { key: string; rows: number; width: number; entries: Int32Array }[];
  readonly fraud: Uint8Array;
  readonly weight: Float32Array;
}

export interface NetworkOptions {
  readonly hidden: readonly number[];
  readonly epochs: number;
  readonly batch: number;
  readonly learningRate: number;
  /** L2 penalty on all weights (decoupled, per step and unit of learning rate). */
  readonly decay: number;
  /** Share of known codes shown as unknown, so that row 0 of an embedding learns to stand in. */
  readonly forget: number;
  readonly seed: number;
}

function moments(column: Float32Array, feature: Feature): { mean: number; scale: number } {
  let sum = 0;
  let squares = 0;
  for (const raw of column) {
    const value = networkValue(feature, raw);
    sum += value;
    squares += value * value;
  }
  const mean = sum / column.length;
  const variance = squares / column.length - mean * mean;
  return { mean, scale: variance > 1e-12 ? 1 / Math.sqrt(variance) : 0 };
}

function standardised(rows: NetworkRows, mean: Float32Array, scale: Float32Array): Float32Array {
  const width = rows.features.length;
  const dense = new Float32Array(rows.fraud.length * width);
  rows.features.forEach((feature, f) => {
    const column = rows.columns[f] as Float32Array;
    column.forEach((raw, row) => {
      const value = networkValue(feature, raw);
      dense[row * width + f] = standardise(value, mean[f] as number, scale[f] as number);
    });
  });
  return dense;
}

/** Normal draws: 0.05 wide for embeddings, sqrt(2 / inputs) for kernels (He et al. 2015); biases 0. */
function firstWeights(shape: Shape, offsets: Offsets, random: Random): Float64Array {
  const weights = new Float64Array(offsets.total);
  const draw = (from: number, count: number, spread: number): void => {
    for (let i = 0; i < count; i += 1) weights[from + i] = spread * normal(random);
  };
  shape.embeddings.forEach((e, i) => draw(offsets.embeddings[i] as number, e.rows * e.width, 0.05));
  shape.layers.forEach((outputs, i) => {
    const inputs = offsets.inputs[i] as number;
    draw(offsets.kernels[i] as number, inputs * outputs, Math.sqrt(2 / inputs));
  });
  return weights;
}

interface Adam {
  readonly first: Float64Array;
  readonly second: Float64Array;
  step: number;
}

/** Adam (Kingma and Ba 2015) with decoupled decay. */
function move(
  weights: Float64Array,
  gradient: Float64Array,
  adam: Adam,
  rate: number,
  decay: number,
): void {
  adam.step += 1;
  const one = 1 - 0.9 ** adam.step;
  const two = 1 - 0.999 ** adam.step;
  for (let i = 0; i < weights.length; i += 1) {
    const g = gradient[i] as number;
    const m = 0.9 * (adam.first[i] as number) + 0.1 * g;
    const v = 0.999 * (adam.second[i] as number) + 0.001 * g * g;
    adam.first[i] = m;
    adam.second[i] = v;
    const w = weights[i] as number;
    weights[i] = w - rate * (m / one / (Math.sqrt(v / two) + 1e-8) + decay * w);
  }
}

function networkOf(
  rows: NetworkRows,
  shape: Shape,
  offsets: Offsets,
  weights: Float64Array,
  stats: { mean: Float32Array; scale: Float32Array },
): Network {
  const cut = (from: number, count: number): Float32Array =>
    Float32Array.from(weights.subarray(from, from + count));
  return {
    features: rows.features,
    ...stats,
    embeddings: rows.embeddings.map((e, i) => ({
      key: e.key,
      rows: e.rows,
      width: e.width,
      vectors: cut(offsets.embeddings[i] as number, e.rows * e.width),
    })),
    layers: shape.layers.map((outputs, i) => {
      const inputs = offsets.inputs[i] as number;
      const kernel = cut(offsets.kernels[i] as number, inputs * outputs);
      return { inputs, outputs, kernel, bias: cut(offsets.biases[i] as number, outputs) };
    }),
  };
}

/** Trains the network (learning rate falling to zero by a cosine); equal input, equal weights. */
export function trainNetwork(rows: NetworkRows, options: NetworkOptions): Network {
  const random = seededRandom(options.seed);
  const moment = rows.features.map((f, i) => moments(rows.columns[i] as Float32Array, f));
  const mean = Float32Array.from(moment, (s) => s.mean);
  const scale = Float32Array.from(moment, (s) => s.scale);
  const dense = standardised(rows, mean, scale);
  const shape: Shape = {
    features: rows.features.length,
    embeddings: rows.embeddings,
    layers: [...options.hidden, 1],
  };
  const offsets = offsetsOf(shape);
  const weights = firstWeights(shape, offsets, random);
  const gradient = new Float64Array(offsets.total);
  const adam = {
    first: new Float64Array(offsets.total),
    second: new Float64Array(offsets.total),
    step: 0,
  };
  const scratch = scratchOf(shape, offsets);
  const [input = new Float64Array(0)] = scratch.values;
  const answer = scratch.values[shape.layers.length] as Float64Array;
  const slope = scratch.slopes[shape.layers.length] as Float64Array;
  const codes = new Int32Array(rows.embeddings.length);
  const order = Uint32Array.from(rows.fraud.keys());
  const steps = Math.floor(order.length / options.batch) * options.epochs;
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    shuffle(order, random);
    for (let from = 0; from + options.batch <= order.length; from += options.batch) {
      gradient.fill(0);
      for (const row of order.subarray(from, from + options.batch)) {
        rows.embeddings.forEach((e, i) => {
          codes[i] = random() < options.forget ? 0 : (e.entries[row] as number);
        });
        takeInput(shape, offsets, weights, dense, row, codes, input);
        runLayers(shape, offsets, weights, scratch);
        const share = (rows.weight[row] as number) / options.batch;
        slope[0] = share * (sigmoid(answer[0] as number) - (rows.fraud[row] as number));
        addGradient(shape, offsets, weights, scratch, codes, gradient);
      }
      const rate = options.learningRate * 0.5 * (1 + Math.cos((Math.PI * adam.step) / steps));
      move(weights, gradient, adam, rate, options.decay);
    }
  }
  return networkOf(rows, shape, offsets, weights, { mean, scale });
}
