import type { Feature } from '../../src/domain/risk/features.ts';
import { binOf, NO_SPLIT } from '../../src/domain/risk/forest.ts';
import type { Forest } from '../../src/domain/risk/forest.ts';
import { seededRandom, shuffle } from '../random.ts';
import type { Random } from '../random.ts';

/** How to boost: Newton steps on the logistic loss over feature histograms. */
export interface GrowOptions {
  readonly trees: number;
  readonly depth: number;
  readonly learningRate: number;
  /** L2 penalty on leaves. */
  readonly lambda: number;
  /** Least sum of p(1-p) in a child. */
  readonly leastHessian: number;
  /** Share of features tried by each tree, and of rows that grow it. */
  readonly featureShare: number;
  readonly rowShare: number;
  readonly bins: number;
  readonly seed: number;
}

/** Columns of training values, one Float32Array per feature; found 0/1; weights >= 0. */
export interface TrainingRows {
  readonly features: readonly Feature[];
  readonly columns: readonly Float32Array[];
  readonly found: Uint8Array;
  readonly weight: Float32Array;
}

/** Edges that cut the values into at most `bins` groups of about equal size, halfway between values. */
export function quantileEdges(values: Float32Array, bins: number): Float32Array {
  const sorted = values.slice().sort();
  const edges: number[] = [];
  for (let cut = 1; cut < bins; cut += 1) {
    const at = Math.floor((cut * sorted.length) / bins);
    const below = sorted[at - 1] ?? 0;
    const value = sorted[at] ?? 0;
    const last = edges[edges.length - 1] ?? -Infinity;
    // Equal neighbours cannot be parted here: cut just above the run instead.
    const edge = below < value ? Math.fround((below + value) / 2) : value;
    if (edge > last && edge < (sorted[sorted.length - 1] ?? 0)) edges.push(edge);
  }
  return Float32Array.from(edges);
}

interface Growing {
  readonly bins: readonly Uint8Array[];
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
  /** Node of each row inside its level; rows not drawn for the tree are left out of `rows`. */
  readonly node: Uint8Array;
  readonly rows: Uint32Array;
  /** Scratch: gradient and Hessian by node and bin. */
  readonly histogram: Float64Array;
  readonly options: GrowOptions;
}

interface Split {
  gain: number;
  feature: number;
  bin: number;
}

/** Best cut of each node of a level by one feature; improves `best` in place. */
function tryFeature(
  g: Growing,
  feature: number,
  nodes: number,
  best: Split[],
  sums: Float64Array,
): void {
  const width = g.options.bins;
  const { node, rows, gradient, hessian, histogram } = g;
  histogram.fill(0, 0, nodes * width * 2);
  const bins = g.bins[feature] as Uint8Array;
  for (let r = 0; r < rows.length; r += 1) {
    const row = rows[r] as number;
    const at = ((node[row] as number) * width + (bins[row] as number)) << 1;
    histogram[at] = (histogram[at] as number) + (gradient[row] as number);
    histogram[at + 1] = (histogram[at + 1] as number) + (hessian[row] as number);
  }
  const { lambda, leastHessian } = g.options;
  for (let n = 0; n < nodes; n += 1) {
    const allG = sums[n * 2] as number;
    const allH = sums[n * 2 + 1] as number;
    const chosen = best[n] as Split;
    let left = 0;
    let leftH = 0;
    for (let bin = 0; bin < g.options.bins - 1; bin += 1) {
      left += histogram[(n * width + bin) * 2] as number;
      leftH += histogram[(n * width + bin) * 2 + 1] as number;
      if (leftH < leastHessian || allH - leftH < leastHessian) continue;
      const right = allG - left;
      const gain =
        (left * left) / (leftH + lambda) +
        (right * right) / (allH - leftH + lambda) -
        (allG * allG) / (allH + lambda);
      if (gain > chosen.gain) Object.assign(chosen, { gain, feature, bin });
    }
  }
}

function nodeSums(g: Growing, nodes: number): Float64Array {
  const sums = new Float64Array(nodes * 2);
  for (const row of g.rows) {
    const at = (g.node[row] as number) * 2;
    sums[at] = (sums[at] as number) + (g.gradient[row] as number);
    sums[at + 1] = (sums[at + 1] as number) + (g.hessian[row] as number);
  }
  return sums;
}

/** Gain below which a node stays whole. */
const LEAST_GAIN = 1e-6;

/** Grows one tree level by level; returns its nodes and leaves every row's leaf in `g.node`. */
function growTree(
  g: Growing,
  columns: Uint32Array,
): { feature: number[]; bin: number[]; leaf: Float64Array } {
  const feature: number[] = [];
  const bin: number[] = [];
  g.node.fill(0);
  for (let level = 0; level < g.options.depth; level += 1) {
    const nodes = 1 << level;
    const sums = nodeSums(g, nodes);
    const best: Split[] = Array.from({ length: nodes }, () => ({
      gain: LEAST_GAIN,
      feature: 0,
      bin: NO_SPLIT,
    }));
    for (const column of columns) tryFeature(g, column, nodes, best, sums);
    for (const split of best) {
      feature.push(split.feature);
      bin.push(split.bin);
    }
    for (let row = 0; row < g.node.length; row += 1) {
      const n = g.node[row] as number;
      const split = best[n] as Split;
      const value = (g.bins[split.feature] as Uint8Array)[row] as number;
      g.node[row] = 2 * n + (value > split.bin ? 1 : 0);
    }
  }
  const sums = nodeSums(g, 1 << g.options.depth);
  const leaf = new Float64Array(1 << g.options.depth);
  for (let n = 0; n < leaf.length; n += 1) {
    const step = -(sums[n * 2] as number) / ((sums[n * 2 + 1] as number) + g.options.lambda);
    leaf[n] = Math.fround(g.options.learningRate * step);
  }
  return { feature, bin, leaf };
}

function drawRows(count: number, share: number, weight: Float32Array, random: Random): Uint32Array {
  const rows: number[] = [];
  for (let row = 0; row < count; row += 1) {
    if ((share >= 1 || random() < share) && (weight[row] as number) > 0) rows.push(row);
  }
  return Uint32Array.from(rows);
}

/** Trains a forest; equal options and rows give equal trees. */
export function growForest(rows: TrainingRows, options: GrowOptions): Forest {
  const random = seededRandom(options.seed);
  const count = rows.found.length;
  const edges = rows.columns.map((column) => quantileEdges(column, options.bins));
  const bins = rows.columns.map((column, f) =>
    Uint8Array.from(column, (value) => binOf(edges[f] as Float32Array, value)),
  );
  const total = rows.weight.reduce((sum, w) => sum + w, 0);
  const positive = rows.found.reduce((sum, y, row) => sum + y * (rows.weight[row] as number), 0);
  const bias = Math.fround(Math.log(positive / (total - positive)));
  const score = new Float64Array(count).fill(bias);
  const nodeCount = (1 << options.depth) - 1;
  const nodeFeature = new Uint8Array(options.trees * nodeCount);
  const nodeBin = new Uint8Array(options.trees * nodeCount);
  const leaf = new Float32Array(options.trees * (nodeCount + 1));
  const cover = new Float32Array(options.trees * (nodeCount + 1));
  const g = {
    bins,
    gradient: new Float64Array(count),
    hessian: new Float64Array(count),
    node: new Uint8Array(count),
    histogram: new Float64Array((1 << options.depth) * options.bins * 2),
    options,
  };
  const everyColumn = Uint32Array.from(rows.columns.keys());
  const columnCount = Math.max(1, Math.round(everyColumn.length * options.featureShare));
  for (let tree = 0; tree < options.trees; tree += 1) {
    for (let row = 0; row < count; row += 1) {
      const p = 1 / (1 + Math.exp(-(score[row] as number)));
      const w = rows.weight[row] as number;
      g.gradient[row] = w * (p - (rows.found[row] as number));
      g.hessian[row] = w * p * (1 - p);
    }
    const columns = shuffle(everyColumn.slice(), random).subarray(0, columnCount);
    const drawn = drawRows(count, options.rowShare, rows.weight, random);
    const grown = growTree({ ...g, rows: drawn }, columns);
    nodeFeature.set(grown.feature, tree * nodeCount);
    nodeBin.set(grown.bin, tree * nodeCount);
    leaf.set(grown.leaf, tree * (nodeCount + 1));
    for (let row = 0; row < count; row += 1) {
      const n = g.node[row] as number;
      score[row] = (score[row] as number) + (grown.leaf[n] as number);
      const at = tree * (nodeCount + 1) + n;
      cover[at] = (cover[at] as number) + (rows.weight[row] as number);
    }
  }
  const { features } = rows;
  return {
    depth: options.depth,
    trees: options.trees,
    bias,
    features,
    edges,
    nodeFeature,
    nodeBin,
    leaf,
    cover,
  };
}
