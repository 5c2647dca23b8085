/**
 * The trees as an ONNX model (TreeEnsembleRegressor, opset ai.onnx.ml 3), written byte by byte:
 * a protobuf message is a list of (field number, wire type, value), and this graph needs few fields.
 * Field numbers: github.com/onnx/onnx/blob/main/onnx/onnx.proto.
 */
import type { Forest } from '../src/domain/risk/forest.ts';
import { NO_SPLIT } from '../src/domain/risk/forest.ts';

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}

const encoder = new TextEncoder();
const whole = (field: number, value: number): number[] => [...varint(field * 8), ...varint(value)];
const block = (field: number, bytes: Iterable<number>): number[] => {
  const all = [...bytes];
  // Not spread into a call: attributes of thousands of nodes would overflow the stack.
  return varint(field * 8 + 2).concat(varint(all.length), all);
};
const words = (field: number, value: string): number[] => block(field, encoder.encode(value));

/** AttributeProto: name 1, ints 8 (type 7), floats 7 (type 6), strings 9 (type 8), i 3 (type 2), s 4 (type 3). */
function integers(name: string, values: readonly number[]): number[] {
  return [...words(1, name), ...block(8, values.flatMap(varint)), ...whole(20, 7)];
}
function floats(name: string, values: readonly number[]): number[] {
  const bytes = new Uint8Array(Float32Array.from(values).buffer);
  return [...words(1, name), ...block(7, bytes), ...whole(20, 6)];
}
function strings(name: string, values: readonly string[]): number[] {
  return [...words(1, name), ...values.flatMap((v) => words(9, v)), ...whole(20, 8)];
}

/** ValueInfoProto of a float tensor [lines, width]. */
function tensorInfo(name: string, width: number): number[] {
  const dimensions = [...block(1, words(2, 'lines')), ...block(1, whole(1, width))];
  return [...words(1, name), ...block(2, block(1, [...whole(1, 1), ...block(2, dimensions)]))];
}

interface Nodes {
  readonly tree: number[];
  readonly node: number[];
  readonly feature: number[];
  readonly value: number[];
  readonly mode: string[];
  readonly yes: number[];
  readonly no: number[];
  readonly leafTree: number[];
  readonly leafNode: number[];
  readonly leafValue: number[];
}

/** Real splits and reachable leaves only: padding is ours, not the library's burden. */
function listNodes(forest: Forest): Nodes {
  const nodes: Nodes = {
    tree: [],
    node: [],
    feature: [],
    value: [],
    mode: [],
    yes: [],
    no: [],
    leafTree: [],
    leafNode: [],
    leafValue: [],
  };
  const inner = (1 << forest.depth) - 1;
  const visit = (tree: number, at: number): number => {
    if (at < inner && forest.nodeBin[tree * inner + at] === NO_SPLIT)
      return visit(tree, 2 * at + 1);
    const place = nodes.node.length;
    const leaf = at >= inner;
    const feature = leaf ? 0 : (forest.nodeFeature[tree * inner + at] as number);
    nodes.tree.push(tree);
    nodes.node.push(at);
    nodes.feature.push(feature);
    nodes.value.push(
      leaf
        ? 0
        : ((forest.edges[feature] as Float32Array)[
            forest.nodeBin[tree * inner + at] as number
          ] as number),
    );
    nodes.mode.push(leaf ? 'LEAF' : 'BRANCH_LEQ');
    nodes.yes.push(0);
    nodes.no.push(0);
    if (leaf) {
      nodes.leafTree.push(tree);
      nodes.leafNode.push(at);
      nodes.leafValue.push(forest.leaf[tree * (inner + 1) + at - inner] as number);
    } else {
      nodes.yes[place] = visit(tree, 2 * at + 1);
      nodes.no[place] = visit(tree, 2 * at + 2);
    }
    return at;
  };
  for (let tree = 0; tree < forest.trees; tree += 1) visit(tree, 0);
  return nodes;
}

/** Input `x` [lines, features] float32, output `y` [lines, 1]: the log-odds. */
export function treesAsOnnx(forest: Forest): Uint8Array {
  const n = listNodes(forest);
  const attributes = [
    integers('nodes_treeids', n.tree),
    integers('nodes_nodeids', n.node),
    integers('nodes_featureids', n.feature),
    floats('nodes_values', n.value),
    strings('nodes_modes', n.mode),
    integers('nodes_truenodeids', n.yes),
    integers('nodes_falsenodeids', n.no),
    integers('target_treeids', n.leafTree),
    integers('target_nodeids', n.leafNode),
    integers(
      'target_ids',
      n.leafTree.map(() => 0),
    ),
    floats('target_weights', n.leafValue),
    floats('base_values', [forest.bias]),
    [...words(1, 'n_targets'), ...whole(3, 1), ...whole(20, 2)],
  ];
  const node = [
    ...words(1, 'x'),
    ...words(2, 'y'),
    ...words(4, 'TreeEnsembleRegressor'),
    ...attributes.flatMap((a) => block(5, a)),
    ...words(7, 'ai.onnx.ml'),
  ];
  const graph = [
    ...block(1, node),
    ...words(2, 'trees'),
    ...block(11, tensorInfo('x', forest.features.length)),
    ...block(12, tensorInfo('y', 1)),
  ];
  const opsets = [
    ...block(8, [...words(1, 'ai.onnx.ml'), ...whole(2, 3)]),
    ...block(8, [...words(1, ''), ...whole(2, 17)]),
  ];
  return Uint8Array.from(whole(1, 8).concat(block(7, graph), opsets));
}
