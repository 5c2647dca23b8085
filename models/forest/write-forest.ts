import type { Forest } from '../../src/domain/risk/forest.ts';
import type { ArrayWriter } from '../named-arrays.ts';

export type ForestHead = Pick<Forest, 'depth' | 'trees' | 'bias' | 'features'>;

/** Adds the arrays of a forest as readForest reads them; returns what belongs into model.json. */
export function addForest(writer: ArrayWriter, name: string, forest: Forest): ForestHead {
  writer.add(
    `${name}.edge-counts`,
    Uint8Array.from(forest.edges, (e) => e.length),
  );
  writer.add(`${name}.edges`, Float32Array.from(forest.edges.flatMap((e) => [...e])));
  writer.add(`${name}.node-feature`, forest.nodeFeature);
  writer.add(`${name}.node-bin`, forest.nodeBin);
  writer.add(`${name}.leaf`, forest.leaf);
  writer.add(`${name}.cover`, forest.cover);
  const { depth, trees, bias, features } = forest;
  return { depth, trees, bias, features };
}
