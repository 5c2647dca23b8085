import { historyValues, reasonOf } from './features.ts';
import type { ReasonKey } from './explanation.ts';
import { binFinder, binOf, findBin, FOREST_BLOCK, packNodes, sumTrees } from './forest.ts';
import type { BinFinder, Forest } from './forest.ts';
import { keyAt } from './knowledge.ts';
import type { EncodedLines, Knowledge } from './knowledge.ts';
import { QUANTITIES } from './quantities.ts';

/** Where a feature's bin comes from: worked out per entry once, or found among edges per line. */
type BinSource =
  | { readonly from: 'entry'; readonly key: number; readonly bins: Uint8Array }
  | { readonly from: 'quantity'; readonly at: number; readonly finder: BinFinder };

export interface OpenForest {
  readonly forest: Forest;
  readonly nodes: Int32Array;
  readonly sources: readonly BinSource[];
  readonly reasons: readonly ReasonKey[];
}

export function openForest(forest: Forest, knowledge: Knowledge): OpenForest {
  const sources = forest.features.map((feature, f): BinSource => {
    const edges = forest.edges[f] ?? new Float32Array(0);
    if (feature.kind === 'quantity') {
      const at = QUANTITIES.findIndex((q) => q.name === feature.of);
      if (at < 0) throw new RangeError(`no quantity "${feature.of}"`);
      return { from: 'quantity', at, finder: binFinder(edges) };
    }
    const key = keyAt(knowledge.histories, feature.of);
    const history = knowledge.histories[key];
    if (history === undefined) throw new RangeError(feature.of);
    const values = historyValues(feature.kind, history, knowledge.priors);
    return { from: 'entry', key, bins: Uint8Array.from(values, (v) => binOf(edges, v)) };
  });
  const reasons = forest.features.map((feature) => reasonOf(feature, knowledge.histories));
  return { forest, nodes: packNodes(forest), sources, reasons };
}

/** Writes the bins of up to FOREST_BLOCK lines: `bins[feature * FOREST_BLOCK + i]`. */
export function fillBins(
  open: OpenForest,
  encoded: EncodedLines,
  lines: Uint32Array,
  bins: Uint8Array,
): void {
  const { length, entries, quantities } = encoded;
  const count = lines.length;
  for (let f = 0; f < open.sources.length; f += 1) {
    const source = open.sources[f] as BinSource;
    const to = f * FOREST_BLOCK;
    if (source.from === 'entry') {
      const first = source.key * length;
      const known = source.bins;
      for (let i = 0; i < count; i += 1) {
        bins[to + i] = known[entries[first + (lines[i] as number)] as number] as number;
      }
    } else {
      const first = source.at * length;
      for (let i = 0; i < count; i += 1) {
        bins[to + i] = findBin(source.finder, quantities[first + (lines[i] as number)] as number);
      }
    }
  }
}

/** Log-odds of the chosen lines, written to `out[line * stride + offset]`. */
export function scoreForest(
  open: OpenForest,
  encoded: EncodedLines,
  lines: Uint32Array,
  out: Float32Array,
  stride: number,
  offset: number,
): void {
  const bins = new Uint8Array(open.sources.length * FOREST_BLOCK);
  const sums = new Float64Array(FOREST_BLOCK);
  for (let from = 0; from < lines.length; from += FOREST_BLOCK) {
    const block = lines.subarray(from, Math.min(lines.length, from + FOREST_BLOCK));
    fillBins(open, encoded, block, bins);
    sums.fill(open.forest.bias);
    sumTrees(open.forest, open.nodes, bins, sums);
    for (let i = 0; i < block.length; i += 1) {
      out[(block[i] as number) * stride + offset] = sums[i] as number;
    }
  }
}
