import { setBackend } from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { loadNetwork, runNetwork } from '../../src/domain/risk/network.ts';
import type { NetworkTrial } from '../../models/risk/training/network-trial.ts';
import trialJson from '../../models/risk/v1-trial/network.json';
// Registers the backends and where their files are, as the worker does.
import '../../workers/risk/network-backend.ts';

const trial: Omit<NetworkTrial, 'features'> = trialJson;

test.for(['webgpu', 'wasm', 'cpu'])(
  'the network that training tried answers on %s as it did in training, within 1e-4',
  async (backend) => {
    expect(await setBackend(backend)).toBe(true);
    const loaded = loadNetwork({
      features: [],
      mean: Float32Array.from(trial.mean),
      scale: Float32Array.from(trial.scale),
      embeddings: trial.embeddings.map((e) => ({ ...e, vectors: Float32Array.from(e.vectors) })),
      layers: trial.layers.map((layer) => ({
        ...layer,
        kernel: Float32Array.from(layer.kernel),
        bias: Float32Array.from(layer.bias),
      })),
    });
    const { lines, dense, entries, logits, tolerance } = trial.golden;
    const answer = await runNetwork(loaded, {
      lines,
      dense: Float32Array.from(dense),
      entries: entries.map((entry) => Int32Array.from(entry)),
    });
    loaded.release();
    const apart = [...answer].map((value, i) => Math.abs(value - (logits[i] ?? NaN)));
    expect(answer).toHaveLength(logits.length);
    expect(Math.max(...apart)).toBeLessThanOrEqual(tolerance);
  },
);
