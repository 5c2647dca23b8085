/**
 * The fully connected member: history features and quantities, and learnt embeddings of a few
 * codes, through two hidden layers to the log-odds of fraud. It is asked about novel patterns only:
 * on known ones the trees know all it could say (figures in models/risk/README.md).
 * Uses operations of tfjs-core only; the caller registers and chooses the backend.
 */
import {
  add,
  concat,
  dispose,
  gather,
  matMul,
  relu,
  tensor1d,
  tensor2d,
  tidy,
} from '@tensorflow/tfjs-core';
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import type { Feature } from './features.ts';

/** Lines a call: one fixed shape, so that a GPU compiles its programs once. */
export const NETWORK_BATCH = 2048;

export interface NetworkLayer {
  readonly inputs: number;
  readonly outputs: number;
  /** `kernel[input * outputs + output]`. */
  readonly kernel: Float32Array;
  readonly bias: Float32Array;
}

/** Vectors of one key's entries; row 0 is the unknown code. */
export interface Embedding {
  readonly key: string;
  readonly rows: number;
  readonly width: number;
  readonly vectors: Float32Array;
}

export interface Network {
  readonly features: readonly Feature[];
  /** Input = (value - mean) * scale, cut to +-INPUT_LIMIT; shares enter as log-odds. */
  readonly mean: Float32Array;
  readonly scale: Float32Array;
  readonly embeddings: readonly Embedding[];
  readonly layers: readonly NetworkLayer[];
}

/** Standardised inputs beyond this many deviations are cut: one odd price must not rule a line. */
export const INPUT_LIMIT = 5;

/** Inputs of a batch: `dense[line * features + feature]`, and one entry per line and embedding. */
export interface NetworkInputs {
  readonly lines: number;
  readonly dense: Float32Array;
  readonly entries: readonly Int32Array[];
}

/** Weights as tensors of the current backend; `release` frees them. */
export interface LoadedNetwork {
  readonly embeddings: readonly Tensor2D[];
  readonly layers: readonly { readonly kernel: Tensor2D; readonly bias: Tensor1D }[];
  release(): void;
}

export function loadNetwork(network: Network): LoadedNetwork {
  const embeddings = network.embeddings.map((e) => tensor2d(e.vectors, [e.rows, e.width]));
  const layers = network.layers.map((layer) => ({
    kernel: tensor2d(layer.kernel, [layer.inputs, layer.outputs]),
    bias: tensor1d(layer.bias),
  }));
  const release = (): void => {
    dispose(embeddings);
    for (const layer of layers) dispose([layer.kernel, layer.bias]);
  };
  return { embeddings, layers, release };
}

/** The forward pass: [lines, dense], [lines] per embedding -> log-odds [lines, 1]. */
export function forward(
  network: Pick<LoadedNetwork, 'embeddings' | 'layers'>,
  dense: Tensor2D,
  entries: readonly Tensor1D[],
): Tensor2D {
  const vectors = network.embeddings.map((table, i) => {
    const entry = entries[i];
    if (entry === undefined) throw new RangeError(`embedding ${i} has no entries`);
    return gather(table, entry);
  });
  let at: Tensor2D = vectors.length > 0 ? concat([dense, ...vectors], 1) : dense;
  network.layers.forEach((layer, i) => {
    const sum = add<Tensor2D>(matMul(at, layer.kernel), layer.bias);
    at = i < network.layers.length - 1 ? relu(sum) : sum;
  });
  return at;
}

/** Log-odds of a batch, one a line; reads back from the backend, hence asynchronous. */
export async function runNetwork(
  loaded: LoadedNetwork,
  inputs: NetworkInputs,
): Promise<Float32Array> {
  const answer = tidy(() =>
    forward(
      loaded,
      tensor2d(inputs.dense, [inputs.lines, inputs.dense.length / inputs.lines]),
      inputs.entries.map((entry) => tensor1d(entry, 'int32')),
    ),
  );
  try {
    return (await answer.data<'float32'>()) as Float32Array;
  } finally {
    answer.dispose();
  }
}
