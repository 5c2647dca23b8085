import type { Feature } from './features.ts';

/**
 * Boosted trees over binned features. Every tree is a perfect tree of one depth: node n has
 * children 2n+1 and 2n+2, and a line goes right when its bin is above the node's. A node that
 * needs no split sends all lines left (bin 255), so the walk has no branches.
 * The sum of leaves plus `bias` is the log-odds.
 */
export interface Forest {
  readonly depth: number;
  readonly trees: number;
  readonly bias: number;
  readonly features: readonly Feature[];
  /** Ascending upper edges of each feature's bins, at most 254: bin = number of edges < value. */
  readonly edges: readonly Float32Array[];
  /** (2^depth - 1) nodes a tree. */
  readonly nodeFeature: Uint8Array;
  readonly nodeBin: Uint8Array;
  /** 2^depth leaves a tree, log-odds. */
  readonly leaf: Float32Array;
  /** Training weight in each leaf (2^depth a tree), for explaining. */
  readonly cover: Float32Array;
}

/** Bin that no value exceeds: the node sends every line left. */
export const NO_SPLIT = 255;

/** Number of edges below `value`; NaN counts as lowest. */
export function binOf(edges: Float32Array, value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Lines scored together: 256 lines x 60 features of one byte fit the first-level cache. */
export const FOREST_BLOCK = 256;

/**
 * A faster way to the same bin: values are dealt into even buckets, each of which knows how many
 * edges lie in the buckets below; what is left is a step or two along the edges.
 * Exact, because rounding keeps the order: an edge in a lower bucket is below the value.
 */
export interface BinFinder {
  readonly edges: Float32Array;
  readonly low: number;
  readonly scale: number;
  /** Edges below each bucket. */
  readonly first: Uint8Array;
}

const BUCKETS = 512;

function bucketOf(low: number, scale: number, value: number): number {
  const bucket = (value - low) * scale;
  return bucket > 0 ? (bucket < BUCKETS - 1 ? bucket | 0 : BUCKETS - 1) : 0;
}

export function binFinder(edges: Float32Array): BinFinder {
  const low = edges[0] ?? 0;
  const high = edges[edges.length - 1] ?? 0;
  const scale = high > low ? (BUCKETS - 1) / (high - low) : 0;
  const first = new Uint8Array(BUCKETS + 1);
  for (const edge of edges) {
    const above = bucketOf(low, scale, edge) + 1;
    first[above] = (first[above] as number) + 1;
  }
  for (let i = 1; i <= BUCKETS; i += 1) first[i] = (first[i] as number) + (first[i - 1] as number);
  return { edges, low, scale, first };
}

/** Same as binOf(finder.edges, value). */
export function findBin(finder: BinFinder, value: number): number {
  const { edges } = finder;
  let bin = finder.first[bucketOf(finder.low, finder.scale, value)] as number;
  while (bin < edges.length && (edges[bin] as number) < value) bin += 1;
  return bin;
}

/** Nodes as one integer each: feature * FOREST_BLOCK (offset of its column) | bin. */
export function packNodes(forest: Pick<Forest, 'nodeFeature' | 'nodeBin'>): Int32Array {
  return Int32Array.from(
    forest.nodeFeature,
    (feature, node) => feature * FOREST_BLOCK + (forest.nodeBin[node] ?? NO_SPLIT),
  );
}

/**
 * Adds the trees' sums to `sums[0..length)`. `bins[feature * FOREST_BLOCK + line]`.
 * Trees run in the outer loop: a tree's nodes stay in cache for the whole block.
 * Lines past `length` are walked too (their bins are whatever the block held before).
 */
export function sumTrees(
  forest: Pick<Forest, 'depth' | 'trees' | 'leaf'>,
  nodes: Int32Array,
  bins: Uint8Array,
  sums: Float64Array,
): void {
  const inner = (1 << forest.depth) - 1;
  for (let tree = 0; tree < forest.trees; tree += 1) {
    walkTree(
      nodes,
      tree * inner,
      forest.leaf,
      tree * (inner + 1) - inner,
      forest.depth,
      bins,
      sums,
    );
  }
}

/** One step down: 2n + 1, or 2n + 2 when the line's bin is above the node's. */
function step(node: number, at: number, bins: Uint8Array, line: number): number {
  const bin = bins[(node & -FOREST_BLOCK) | line] as number;
  return (2 * at + 1 + (((node & (FOREST_BLOCK - 1)) - bin) >>> 31)) | 0;
}

/** Four lines at a time: their walks do not wait for each other (twice as fast as one by one). */
function walkTree(
  nodes: Int32Array,
  root: number,
  leaf: Float32Array,
  leaves: number,
  depth: number,
  bins: Uint8Array,
  sums: Float64Array,
): void {
  const top = nodes[root] as number;
  for (let i = 0; i < FOREST_BLOCK; i += 4) {
    let a = step(top, 0, bins, i);
    let b = step(top, 0, bins, i + 1);
    let c = step(top, 0, bins, i + 2);
    let d = step(top, 0, bins, i + 3);
    for (let level = 1; level < depth; level += 1) {
      a = step(nodes[root + a] as number, a, bins, i);
      b = step(nodes[root + b] as number, b, bins, i + 1);
      c = step(nodes[root + c] as number, c, bins, i + 2);
      d = step(nodes[root + d] as number, d, bins, i + 3);
    }
    sums[i] = (sums[i] as number) + (leaf[leaves + a] as number);
    sums[i + 1] = (sums[i + 1] as number) + (leaf[leaves + b] as number);
    sums[i + 2] = (sums[i + 2] as number) + (leaf[leaves + c] as number);
    sums[i + 3] = (sums[i + 3] as number) + (leaf[leaves + d] as number);
  }
}
