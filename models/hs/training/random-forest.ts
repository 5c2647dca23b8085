/**
 * A random forest over word presence (Breiman 2001), the third of the classical models the card
 * compares. Trees split on one word of a random handful by Gini impurity until a node is pure or small.
 */
import { KIND } from '../../../src/domain/hs/suggest/features.ts';
import type { Corpus } from './corpus.ts';
import { randomFrom } from './random.ts';
import type { Random } from './random.ts';

export interface ForestSettings {
  readonly trees: number;
  /** Words tried at each split, drawn from the words of the node's rows. */
  readonly tried: number;
  readonly leastRows: number;
}

interface Node {
  /** Word that is asked for, or -1 in a leaf. */
  readonly feature: number;
  readonly with: number;
  readonly without: number;
  /** Share of each class in a leaf. */
  readonly shares: ReadonlyMap<number, number>;
}

type Tree = readonly Node[];

/** Returns the shares of classes for a row of the corpus. */
export function trainForest(
  corpus: Corpus,
  rows: Int32Array,
  settings: ForestSettings,
): (row: number) => ReadonlyMap<number, number> {
  const random = randomFrom(41);
  const words = (row: number): Int32Array =>
    corpus.index
      .subarray(corpus.from[row], corpus.from[row + 1])
      .filter((feature) => corpus.arrays.kinds[feature] === KIND.word);
  const wordsOf = new Map([...rows].map((row) => [row, words(row)]));
  const trees = Array.from({ length: settings.trees }, () => {
    const drawn = Array.from(rows, () => rows[Math.floor(random() * rows.length)]!);
    return growTree(corpus, drawn, (row) => wordsOf.get(row)!, settings, random);
  });
  return (row) => vote(trees, new Set(words(row)));
}

function vote(trees: readonly Tree[], words: ReadonlySet<number>): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  for (const tree of trees) {
    let node = tree[0]!;
    while (node.feature >= 0) node = tree[words.has(node.feature) ? node.with : node.without]!;
    for (const [k, share] of node.shares) sums.set(k, (sums.get(k) ?? 0) + share / trees.length);
  }
  return sums;
}

function growTree(
  corpus: Corpus,
  drawn: readonly number[],
  wordsOf: (row: number) => Int32Array,
  settings: ForestSettings,
  random: Random,
): Tree {
  const tree: Node[] = [];
  const open: { at: number; rows: readonly number[] }[] = [{ at: 0, rows: drawn }];
  tree.push(leafOf(corpus, drawn));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { at, rows } = next;
    if (rows.length < settings.leastRows || tree[at]!.shares.size < 2) continue;
    const feature = bestSplit(corpus, rows, wordsOf, settings.tried, random);
    if (feature < 0) continue;
    const inside = rows.filter((row) => wordsOf(row).includes(feature));
    const outside = rows.filter((row) => !wordsOf(row).includes(feature));
    const place = tree.length;
    tree.push(leafOf(corpus, inside), leafOf(corpus, outside));
    tree[at] = { feature, with: place, without: place + 1, shares: new Map() };
    open.push({ at: place, rows: inside }, { at: place + 1, rows: outside });
  }
  return tree;
}

function leafOf(corpus: Corpus, rows: readonly number[]): Node {
  const shares = new Map<number, number>();
  for (const row of rows) {
    const k = corpus.classOf[row]!;
    shares.set(k, (shares.get(k) ?? 0) + 1 / rows.length);
  }
  return { feature: -1, with: -1, without: -1, shares };
}

/** The word of the handful that lowers Gini impurity most, or -1 when none does. */
function bestSplit(
  corpus: Corpus,
  rows: readonly number[],
  wordsOf: (row: number) => Int32Array,
  tried: number,
  random: Random,
): number {
  const handful = new Set<number>();
  for (let i = 0; i < tried; i++) {
    const words = wordsOf(rows[Math.floor(random() * rows.length)]!);
    if (words.length > 0) handful.add(words[Math.floor(random() * words.length)]!);
  }
  const all = countsOf(corpus, rows);
  const inside = new Map<number, Map<number, number>>([...handful].map((f) => [f, new Map()]));
  for (const row of rows) {
    const k = corpus.classOf[row]!;
    for (const feature of wordsOf(row)) {
      const counts = inside.get(feature);
      if (counts) counts.set(k, (counts.get(k) ?? 0) + 1);
    }
  }
  let best = -1;
  let most = purityOf(all, rows.length) + 1e-9;
  for (const [feature, counts] of inside) {
    const size = [...counts.values()].reduce((sum, count) => sum + count, 0);
    if (size === 0 || size === rows.length) continue;
    const rest = new Map([...all].map(([k, count]) => [k, count - (counts.get(k) ?? 0)]));
    const purity = purityOf(counts, size) + purityOf(rest, rows.length - size);
    if (purity > most) [best, most] = [feature, purity];
  }
  return best;
}

function countsOf(corpus: Corpus, rows: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const row of rows)
    counts.set(corpus.classOf[row]!, (counts.get(corpus.classOf[row]!) ?? 0) + 1);
  return counts;
}

/** Rows times one minus Gini impurity. */
function purityOf(counts: ReadonlyMap<number, number>, size: number): number {
  let squares = 0;
  for (const count of counts.values()) squares += count * count;
  return squares / size;
}
