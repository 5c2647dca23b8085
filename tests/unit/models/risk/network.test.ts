import '@tensorflow/tfjs-backend-cpu';
import { setBackend, tensor1d, tensor2d } from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { forward, loadNetwork, runNetwork } from '../../../../src/domain/risk/network.ts';
import type { NetworkTrial } from '../../../../models/risk/training/network-trial.ts';
import {
  addGradient,
  offsetsOf,
  runLayers,
  scratchOf,
  takeInput,
} from '../../../../models/risk/training/network-step.ts';
import { normal, seededRandom } from '../../../../models/random.ts';

const shape = { features: 3, embeddings: [{ rows: 4, width: 2 }], layers: [5, 4, 1] };
const offsets = offsetsOf(shape);
const random = seededRandom(3);
const weights = Float64Array.from({ length: offsets.total }, () => Math.fround(normal(random)));
const dense = Float32Array.from({ length: 6 }, () => normal(random));
const codes = Int32Array.of(2);

function runRow(row: number): { answer: number; scratch: ReturnType<typeof scratchOf> } {
  const scratch = scratchOf(shape, offsets);
  takeInput(shape, offsets, weights, dense, row, codes, scratch.values[0] ?? new Float64Array(0));
  runLayers(shape, offsets, weights, scratch);
  return { answer: scratch.values[3]?.[0] ?? NaN, scratch };
}

beforeAll(() => setBackend('cpu'));

it('trains the very sums that the tablet runs', async () => {
  const cut = (from: number, count: number): Float32Array =>
    Float32Array.from(weights.subarray(from, from + count));
  const loaded = loadNetwork({
    features: [],
    mean: new Float32Array(0),
    scale: new Float32Array(0),
    embeddings: [
      { key: 'heading', rows: 4, width: 2, vectors: cut(offsets.embeddings[0] ?? 0, 8) },
    ],
    layers: shape.layers.map((outputs, i) => {
      const inputs = offsets.inputs[i] ?? 0;
      return {
        inputs,
        outputs,
        kernel: cut(offsets.kernels[i] ?? 0, inputs * outputs),
        bias: cut(offsets.biases[i] ?? 0, outputs),
      };
    }),
  });
  const answers = await forward(loaded, tensor2d(dense, [2, 3]), [
    tensor1d([2, 2], 'int32'),
  ]).data();
  expect(answers[0]).toBeCloseTo(runRow(0).answer, 4);
  expect(answers[1]).toBeCloseTo(runRow(1).answer, 4);
  loaded.release();
});

it('learns along the true slope', () => {
  const { answer, scratch } = runRow(0);
  const gradient = new Float64Array(offsets.total);
  scratch.slopes[3]?.fill(1);
  addGradient(shape, offsets, weights, scratch, codes, gradient);
  const step = 1e-6;
  for (let i = 0; i < offsets.total; i += 3) {
    const kept = weights[i] ?? 0;
    weights[i] = kept + step;
    const moved = (runRow(0).answer - answer) / step;
    weights[i] = kept;
    expect(gradient[i]).toBeCloseTo(moved, 3);
  }
});

it('answers the golden lines of the tried network as training did', async () => {
  const file = new URL('../../../../models/risk/v1-trial/network.json', import.meta.url);
  const trial = JSON.parse(readFileSync(file, 'utf8')) as NetworkTrial;
  const floats = (values: readonly number[]): Float32Array => Float32Array.from(values);
  const loaded = loadNetwork({
    features: trial.features,
    mean: floats(trial.mean),
    scale: floats(trial.scale),
    embeddings: trial.embeddings.map((e) => ({ ...e, vectors: floats(e.vectors) })),
    layers: trial.layers.map((l) => ({ ...l, kernel: floats(l.kernel), bias: floats(l.bias) })),
  });
  const { golden } = trial;
  const answers = await runNetwork(loaded, {
    lines: golden.lines,
    dense: floats(golden.dense),
    entries: golden.entries.map((entries) => Int32Array.from(entries)),
  });
  loaded.release();
  expect(answers).toHaveLength(golden.lines);
  golden.logits.forEach((logit, line) => {
    expect(Math.abs((answers[line] ?? NaN) - logit)).toBeLessThan(golden.tolerance);
  });
});
