import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { EncodedLines } from '../../../src/domain/risk/knowledge.ts';
import type { Network } from '../../../src/domain/risk/network.ts';
import { loadNetwork, runNetwork } from '../../../src/domain/risk/network.ts';
import { networkInputs } from '../../../src/domain/risk/network-inputs.ts';
import type { OpenNetwork } from '../../../src/domain/risk/network-inputs.ts';

/** The network that was tried, with a few lines' inputs and answers: plain numbers, any backend must agree. */
export interface NetworkTrial {
  readonly features: Network['features'];
  readonly embeddings: readonly { key: string; rows: number; width: number; vectors: number[] }[];
  readonly layers: readonly { inputs: number; outputs: number; kernel: number[]; bias: number[] }[];
  readonly mean: readonly number[];
  readonly scale: readonly number[];
  readonly golden: {
    readonly lines: number;
    readonly dense: readonly number[];
    readonly entries: readonly (readonly number[])[];
    readonly logits: readonly number[];
    readonly tolerance: number;
  };
}

const LINES = 24;

/** Shortest text that reads back as the same float32. */
const plain = (values: Float32Array | Int32Array): number[] =>
  Array.from(values, (value) => {
    for (let digits = 4; digits < 9; digits += 1) {
      const short = Number(value.toPrecision(digits));
      if (Math.fround(short) === value) return short;
    }
    return value;
  });

/**
 * Writes the tried network beside the pack, kept for the card's row and for tests of the backends.
 * `encoded` are made lines: their inputs go into the file.
 */
export async function writeNetworkTrial(
  open: OpenNetwork,
  encoded: EncodedLines,
  file: string,
): Promise<void> {
  const { network } = open;
  const lines = Uint32Array.from({ length: LINES }, (_, i) => encoded.length - 1 - i);
  const inputs = networkInputs(open, encoded, lines, LINES);
  const loaded = loadNetwork(network);
  const logits = await runNetwork(loaded, inputs);
  loaded.release();
  const trial: NetworkTrial = {
    features: network.features,
    embeddings: network.embeddings.map((e) => ({ ...e, vectors: plain(e.vectors) })),
    layers: network.layers.map((l) => ({ ...l, kernel: plain(l.kernel), bias: plain(l.bias) })),
    mean: plain(network.mean),
    scale: plain(network.scale),
    golden: {
      lines: LINES,
      dense: plain(inputs.dense),
      entries: inputs.entries.map(plain),
      logits: plain(logits),
      tolerance: 1e-4,
    },
  };
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(trial)}\n`);
}
