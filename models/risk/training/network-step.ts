/**
 * Forward and backward pass of the network by hand, for training without a tensor library's
 * gradients: same sums as src/domain/risk/network.ts `forward` (a test holds them together).
 */
export interface Shape {
  readonly features: number;
  readonly embeddings: readonly { readonly rows: number; readonly width: number }[];
  /** Outputs of each layer. */
  readonly layers: readonly number[];
}

/** All weights in one array: embeddings, then kernel and bias of each layer. */
export interface Offsets {
  readonly embeddings: readonly number[];
  readonly kernels: readonly number[];
  readonly biases: readonly number[];
  readonly inputs: readonly number[];
  readonly total: number;
}

export function offsetsOf(shape: Shape): Offsets {
  let at = 0;
  const take = (count: number): number => {
    at += count;
    return at - count;
  };
  const embeddings = shape.embeddings.map((e) => take(e.rows * e.width));
  const kernels: number[] = [];
  const biases: number[] = [];
  const inputs: number[] = [];
  let width = shape.features + shape.embeddings.reduce((sum, e) => sum + e.width, 0);
  for (const outputs of shape.layers) {
    inputs.push(width);
    kernels.push(take(width * outputs));
    biases.push(take(outputs));
    width = outputs;
  }
  return { embeddings, kernels, biases, inputs, total: at };
}

/** Scratch of one row: what each layer took in, and the loss's slope there. */
export interface Scratch {
  readonly values: readonly Float64Array[];
  readonly slopes: readonly Float64Array[];
}

export function scratchOf(shape: Shape, offsets: Offsets): Scratch {
  const sizes = [...offsets.inputs, shape.layers[shape.layers.length - 1] as number];
  return {
    values: sizes.map((size) => new Float64Array(size)),
    slopes: sizes.map((size) => new Float64Array(size)),
  };
}

/** Fills the first layer's input: standardised features, then the embeddings of the row's codes. */
export function takeInput(
  shape: Shape,
  offsets: Offsets,
  weights: Float64Array,
  dense: Float32Array,
  row: number,
  codes: Int32Array,
  input: Float64Array,
): void {
  for (let f = 0; f < shape.features; f += 1) input[f] = dense[row * shape.features + f] as number;
  let at = shape.features;
  shape.embeddings.forEach((e, i) => {
    const first = (offsets.embeddings[i] as number) + (codes[i] as number) * e.width;
    for (let k = 0; k < e.width; k += 1) input[at + k] = weights[first + k] as number;
    at += e.width;
  });
}

/** Runs the layers; hidden ones are cut at 0. The last values are the log-odds. */
export function runLayers(shape: Shape, offsets: Offsets, weights: Float64Array, s: Scratch): void {
  shape.layers.forEach((outputs, layer) => {
    const from = s.values[layer] as Float64Array;
    const to = s.values[layer + 1] as Float64Array;
    const kernel = offsets.kernels[layer] as number;
    const bias = offsets.biases[layer] as number;
    for (let o = 0; o < outputs; o += 1) to[o] = weights[bias + o] as number;
    for (let i = 0; i < from.length; i += 1) {
      const value = from[i] as number;
      if (value === 0) continue;
      const first = kernel + i * outputs;
      for (let o = 0; o < outputs; o += 1) {
        to[o] = (to[o] as number) + value * (weights[first + o] as number);
      }
    }
    if (layer < shape.layers.length - 1) {
      for (let o = 0; o < outputs; o += 1) if ((to[o] as number) < 0) to[o] = 0;
    }
  });
}

/** Adds one row's gradient; the last slopes must hold d loss / d log-odds. */
export function addGradient(
  shape: Shape,
  offsets: Offsets,
  weights: Float64Array,
  s: Scratch,
  codes: Int32Array,
  gradient: Float64Array,
): void {
  for (let layer = shape.layers.length - 1; layer >= 0; layer -= 1) {
    const outputs = shape.layers[layer] as number;
    const from = s.values[layer] as Float64Array;
    const below = s.slopes[layer] as Float64Array;
    const above = s.slopes[layer + 1] as Float64Array;
    const kernel = offsets.kernels[layer] as number;
    const bias = offsets.biases[layer] as number;
    for (let o = 0; o < outputs; o += 1) {
      gradient[bias + o] = (gradient[bias + o] as number) + (above[o] as number);
    }
    for (let i = 0; i < from.length; i += 1) {
      const value = from[i] as number;
      const first = kernel + i * outputs;
      let slope = 0;
      for (let o = 0; o < outputs; o += 1) {
        slope += (weights[first + o] as number) * (above[o] as number);
        gradient[first + o] = (gradient[first + o] as number) + value * (above[o] as number);
      }
      // A hidden value of 0 was cut: nothing flows back through it.
      below[i] = layer > 0 && value <= 0 ? 0 : slope;
    }
  }
  let at = shape.features;
  const input = s.slopes[0] as Float64Array;
  shape.embeddings.forEach((e, i) => {
    const first = (offsets.embeddings[i] as number) + (codes[i] as number) * e.width;
    for (let k = 0; k < e.width; k += 1) {
      gradient[first + k] = (gradient[first + k] as number) + (input[at + k] as number);
    }
    at += e.width;
  });
}
