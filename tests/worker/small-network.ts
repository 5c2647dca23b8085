import type { EncodedLines, Knowledge } from '../../src/domain/risk/knowledge.ts';
import { keyAt } from '../../src/domain/risk/knowledge.ts';
import type { Network, NetworkLayer } from '../../src/domain/risk/network.ts';
import {
  networkInputs,
  openNetwork,
  type OpenNetwork,
} from '../../src/domain/risk/network-inputs.ts';

/** Numbers that look random and are the same in every run. */
function numbers(length: number, seed: number, size: number): Float32Array {
  return Float32Array.from({ length }, (_, i) => Math.sin(i * 12.9898 + seed) * size);
}

function layer(inputs: number, outputs: number, seed: number): NetworkLayer {
  const kernel = numbers(inputs * outputs, seed, 0.4);
  return { inputs, outputs, kernel, bias: numbers(outputs, seed + 1, 0.1) };
}

/** A network over the histories of a pack, with made-up weights: whether a pack has one or not. */
export function smallNetwork(knowledge: Knowledge): OpenNetwork {
  const goods = keyAt(knowledge.histories, 'origin');
  const rows = (knowledge.histories[goods]?.table.size ?? 0) + 1;
  const network: Network = {
    features: [
      { kind: 'fraud-rate', of: 'goods' },
      { kind: 'quantity', of: 'log-mass' },
      { kind: 'quantity', of: 'log-price' },
    ],
    mean: Float32Array.of(-1, 3, 10),
    scale: Float32Array.of(0.5, 0.5, 0.3),
    embeddings: [{ key: 'origin', rows, width: 5, vectors: numbers(rows * 5, 3, 1) }],
    layers: [layer(8, 12, 5), layer(12, 6, 7), layer(6, 1, 9)],
  };
  return openNetwork(network, knowledge);
}

function forwardLayer(
  inputs: readonly number[],
  { kernel, bias, outputs }: NetworkLayer,
): number[] {
  return Array.from({ length: outputs }, (_, to) =>
    inputs.reduce(
      (sum, value, from) => sum + value * (kernel[from * outputs + to] ?? 0),
      bias[to] ?? 0,
    ),
  );
}

/** The answer for one line, worked out in plain arithmetic of 64 bits. */
export function plainAnswer(open: OpenNetwork, encoded: EncodedLines, line: number): number {
  const { dense, entries } = networkInputs(open, encoded, Uint32Array.of(line), 1);
  const vectors = open.network.embeddings.flatMap(({ width, vectors: all }, e) => {
    const entry = entries[e]?.[0] ?? 0;
    return [...all.subarray(entry * width, (entry + 1) * width)];
  });
  let at: number[] = [...dense, ...vectors];
  for (const [i, one] of open.network.layers.entries()) {
    at = forwardLayer(at, one);
    if (i < open.network.layers.length - 1) at = at.map((value) => Math.max(0, value));
  }
  return at[0] ?? NaN;
}
