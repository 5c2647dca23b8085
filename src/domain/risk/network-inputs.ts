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
  | { readonly from: 'quantity'; readonly at: number; readonly mean: number; readonly scale: number };

/** A network with its inputs worked out once for every entry: serving only looks them up. */
export interface OpenNetwork {
  readonly network: Network;
  readonly sources: readonly InputSource[];
  readonly embeddingKeys: readonly number[];
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
  return { network, sources, embeddingKeys };
}

/** Inputs of lines `from`..`from + lines`, padded with zeros to `lines`. */
export function networkInputs(
  open: OpenNetwork,
  encoded: EncodedLines,
  from: number,
  lines: number,
): NetworkInputs {
  const { length, entries, quantities } = encoded;
  const width = open.sources.length;
  const dense = new Float32Array(lines * width);
  const taken = Math.min(lines, length - from);
  open.sources.forEach((source, column) => {
    if (source.from === 'entry') {
      const first = source.key * length + from;
      for (let i = 0; i < taken; i += 1) {
        dense[i * width + column] = source.values[entries[first + i] as number] as number;
      }
      return;
    }
    const first = source.at * length + from;
    for (let i = 0; i < taken; i += 1) {
      const value = quantities[first + i] as number;
      dense[i * width + column] = standardise(value, source.mean, source.scale);
    }
  });
  const codes = open.embeddingKeys.map((key) => {
    const padded = new Int32Array(lines);
    padded.set(entries.subarray(key * length + from, key * length + from + taken));
    return padded;
  });
  return { lines, dense, entries: codes };
}

/** Log-odds of all lines, `[line * 2 + output]` (fraud, critical); `stopped` is asked between batches. */
export async function networkLogits(
  open: OpenNetwork,
  loaded: LoadedNetwork,
  encoded: EncodedLines,
  stopped: () => boolean = () => false,
): Promise<Float32Array> {
  const logits = new Float32Array(encoded.length * 2);
  for (let from = 0; from < encoded.length && !stopped(); from += NETWORK_BATCH) {
    const batch = await runNetwork(loaded, networkInputs(open, encoded, from, NETWORK_BATCH));
    logits.set(batch.subarray(0, 2 * Math.min(NETWORK_BATCH, encoded.length - from)), from * 2);
  }
  return logits;
}
