import { logOdds } from './back-off.ts';
import { historyValues } from './features.ts';
import type { Feature } from './features.ts';
import { keyAt } from './knowledge.ts';
import type { EncodedLines, Knowledge } from './knowledge.ts';
import { INPUT_LIMIT, NETWORK_BATCH, runNetwork } from './network.ts';
import type { LoadedNetwork, Network, NetworkInputs } from './network.ts';
import { QUANTITIES } from './quantities.ts';

/** Value of a feature as the network takes it: shares as log-odds, the rest as it is. */
export function networkValue(feature: Feature, value: number): number {
  return feature.kind.endsWith('-rate') ? logOdds(value) : value;
}

export function standardise(value: number, mean: number, scale: number): number {
  return Math.min(INPUT_LIMIT, Math.max(-INPUT_LIMIT, (value - mean) * scale));
}

type InputSource =
  | { readonly from: 'entry'; readonly key: number; readonly values: Float32Array }
  | {
      readonly from: 'quantity';
      readonly at: number;
      readonly mean: number;
      readonly scale: number;
    };

/** A network with its inputs worked out once for every entry: serving only looks them up. */
export interface OpenNetwork {
  readonly network: Network;
  readonly sources: readonly InputSource[];
  readonly embeddingKeys: readonly number[];
  readonly patternKey: number;
}

export function openNetwork(network: Network, knowledge: Knowledge): OpenNetwork {
  const sources = network.features.map((feature, f): InputSource => {
    const mean = network.mean[f] ?? 0;
    const scale = network.scale[f] ?? 0;
    if (feature.kind === 'quantity') {
      const at = QUANTITIES.findIndex((q) => q.name === feature.of);
      if (at < 0) throw new RangeError(`no quantity "${feature.of}"`);
      return { from: 'quantity', at, mean, scale };
    }
    const key = keyAt(knowledge.histories, feature.of);
    const history = knowledge.histories[key];
    if (history === undefined) throw new RangeError(feature.of);
    const values = historyValues(feature.kind, history, knowledge.priors).map((value) =>
      standardise(networkValue(feature, value), mean, scale),
    );
    return { from: 'entry', key, values };
  });
  const embeddingKeys = network.embeddings.map((e) => keyAt(knowledge.histories, e.key));
  return { network, sources, embeddingKeys, patternKey: knowledge.patternKey };
}

/** Inputs of some lines, padded with zeros to `batch` lines. */
export function networkInputs(
  open: OpenNetwork,
  encoded: EncodedLines,
  lines: Uint32Array,
  batch: number,
): NetworkInputs {
  const { length, entries, quantities } = encoded;
  const width = open.sources.length;
  const dense = new Float32Array(batch * width);
  open.sources.forEach((source, column) => {
    if (source.from === 'entry') {
      const first = source.key * length;
      for (let i = 0; i < lines.length; i += 1) {
        const entry = entries[first + (lines[i] as number)] as number;
        dense[i * width + column] = source.values[entry] as number;
      }
      return;
    }
    const first = source.at * length;
    for (let i = 0; i < lines.length; i += 1) {
      const value = quantities[first + (lines[i] as number)] as number;
      dense[i * width + column] = standardise(value, source.mean, source.scale);
    }
  });
  const codes = open.embeddingKeys.map((key) => {
    const padded = new Int32Array(batch);
    for (let i = 0; i < lines.length; i += 1) {
      padded[i] = entries[key * length + (lines[i] as number)] as number;
    }
    return padded;
  });
  return { lines: batch, dense, entries: codes };
}

/**
 * Log-odds of fraud, one a line; 0 for lines of known patterns, which the network is not asked
 * about. `stopped` is asked between batches.
 */
export async function networkLogits(
  open: OpenNetwork,
  loaded: LoadedNetwork,
  encoded: EncodedLines,
  stopped: () => boolean = () => false,
): Promise<Float32Array> {
  const logits = new Float32Array(encoded.length);
  const pattern = open.patternKey * encoded.length;
  const novel = Uint32Array.from({ length: encoded.length }, (_, line) => line).filter(
    (line) => encoded.entries[pattern + line] === 0,
  );
  for (let from = 0; from < novel.length && !stopped(); from += NETWORK_BATCH) {
    const lines = novel.subarray(from, from + NETWORK_BATCH);
    const answers = await runNetwork(loaded, networkInputs(open, encoded, lines, NETWORK_BATCH));
    lines.forEach((line, i) => (logits[line] = answers[i] as number));
  }
  return logits;
}
