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
  const { depth, trees, leaf } = forest;
  for (let tree = 0; tree < trees; tree += 1) {
    const root = tree * inner;
    const leaves = tree * (inner + 1) - inner;
    for (let line = 0; line < FOREST_BLOCK; line += 1) {
      let at = 0;
      for (let level = 0; level < depth; level += 1) {
        const node = nodes[root + at] as number;
        const bin = bins[(node & -FOREST_BLOCK) + line] as number;
        at = 2 * at + 1 + (((node & 255) - bin) >>> 31);
      }
      sums[line] = (sums[line] as number) + (leaf[leaves + at] as number);
    }
  }
}
