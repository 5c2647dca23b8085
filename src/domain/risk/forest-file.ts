/** A forest as packs hold it: a head in model.json, its arrays named `<forest>.<array>`. */
import * as v from 'valibot';
import { PackContentError, type ArrayReader } from '../tables/named-arrays.ts';
import type { Feature } from './features.ts';
import type { Forest } from './forest.ts';

const Name = v.pipe(v.string(), v.maxLength(64));
const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** Kind and name are held against what the app knows when the pack is opened: unknown is not corrupt. */
export const FeatureLayout = v.object({ kind: Name, of: Name });
export type FeatureLayout = v.InferOutput<typeof FeatureLayout>;

export const ForestLayout = v.object({
  depth: whole(1, 8),
  trees: whole(0, 10_000),
  bias: v.pipe(v.number(), v.finite()),
  /** A node names its feature in one byte. */
  features: v.pipe(v.array(FeatureLayout), v.minLength(1), v.maxLength(255)),
});
export type ForestLayout = v.InferOutput<typeof ForestLayout>;

/** Throws PackContentError where arrays are missing or do not fit together. */
export function readForest(
  name: string,
  { depth, trees, bias }: ForestLayout,
  features: readonly Feature[],
  read: ArrayReader,
): Forest {
  const corrupt = (what: string): PackContentError =>
    new PackContentError('corrupt', `${name}: ${what}`);
  const leaves = trees << depth;
  const counts = read.counts(`${name}.edge-counts`, features.length);
  const all = read.floats(`${name}.edges`);
  const edges: Float32Array[] = [];
  let at = 0;
  for (const count of counts) {
    edges.push(all.subarray(at, at + count));
    at += count;
  }
  if (at !== all.length || edges.some((e) => e.length > 254)) throw corrupt('edges');
  const nodeFeature = read.bytes(`${name}.node-feature`, leaves - trees);
  // A node that names no feature would read past the block: refuse it here, once.
  if (nodeFeature.some((feature) => feature >= features.length)) throw corrupt('nodes');
  const nodeBin = read.bytes(`${name}.node-bin`, leaves - trees);
  const leaf = read.floats(`${name}.leaf`, leaves);
  const cover = read.floats(`${name}.cover`, leaves);
  return { depth, trees, bias, features, edges, nodeFeature, nodeBin, leaf, cover };
}
