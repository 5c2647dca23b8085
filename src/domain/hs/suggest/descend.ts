/** From scores of the nodes of the tree to probabilities of the classes. */
import type { CodeTree } from './tree.ts';

/** Nodes in one array: chapters, then headings, then classes (subheadings). */
export function nodeCount(tree: CodeTree): number {
  return tree.chapters.length + tree.headings.length + tree.codes.length;
}

/** Branches less likely than this are not followed: their leaves stay 0. */
const LEAST_CHAPTER = 2e-3;
const LEAST_HEADING = 1e-3;

/** Fills the scores of nodes from..to: only siblings below likely branches are asked for. */
export type ScoreNodes = (from: number, to: number) => void;

/**
 * P(class) = P(chapter) P(heading | chapter) P(class | heading), each a softmax over siblings.
 * `scores` is overwritten; `into` gets the classes.
 */
export function descend(
  tree: CodeTree,
  scores: Float32Array,
  into: Float32Array,
  fill: ScoreNodes = () => undefined,
): void {
  const chapters = tree.chapters.length;
  const headings = tree.headings.length;
  into.fill(0);
  fill(0, chapters);
  softmax(scores, 0, chapters);
  for (let c = 0; c < chapters; c++) {
    if (scores[c]! < LEAST_CHAPTER) continue;
    const first = tree.headingsFrom[c]!;
    const end = tree.headingsFrom[c + 1]!;
    fill(chapters + first, chapters + end);
    softmax(scores, chapters + first, end - first);
    for (let h = first; h < end; h++) {
      const likely = scores[c]! * scores[chapters + h]!;
      if (likely < LEAST_HEADING) continue;
      const from = tree.classesFrom[h]!;
      const to = tree.classesFrom[h + 1]!;
      const base = chapters + headings;
      fill(base + from, base + to);
      softmax(scores, base + from, to - from);
      for (let k = from; k < to; k++) into[k] = likely * scores[base + k]!;
    }
  }
}

export function softmax(values: Float32Array, from: number, length: number): void {
  let most = -Infinity;
  for (let i = from; i < from + length; i++) most = Math.max(most, values[i]!);
  let sum = 0;
  for (let i = from; i < from + length; i++) {
    values[i] = Math.exp(values[i]! - most);
    sum += values[i]!;
  }
  for (let i = from; i < from + length; i++) values[i]! /= sum;
}
