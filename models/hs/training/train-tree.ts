/**
 * Hierarchical multinomial logistic regression: one softmax over the chapters, one over the
 * headings of each chapter, one over the subheadings of each heading. A row trains three small
 * softmaxes instead of one over 5,613 classes: some 7 s an epoch on one core.
 */
import type { SparseLinear } from '../../../src/domain/hs/suggest/sparse-linear.ts';
import type { Corpus } from './corpus.ts';
import { BlockTable } from './block-table.ts';
import { packLinear } from './pack-linear.ts';
import type { DenseBlock } from './pack-linear.ts';
import { prune } from './prune.ts';
import type { Competing } from './prune.ts';
import { randomFrom, shuffle } from './random.ts';

export interface TreeSettings {
  readonly epochs: number;
  /** Epochs after pruning, in which the kept weights make up for the others. */
  readonly tuning: number;
  readonly rate: number;
  /** Share of a row's features left out of each step. */
  readonly dropout: number;
  readonly weights: number;
}

/** Weights of one level: blocks of siblings, one for each feature met below their parent. */
interface Level {
  readonly weight: Float32Array;
  readonly squares: Float32Array;
  readonly bias: Float32Array;
  /** Block of each (row, feature), or -1. */
  readonly block: Int32Array;
}

/** Errors below this teach nothing and cost as much. */
const LEAST_ERROR = 1e-3;

export function trainTree(corpus: Corpus, rows: Int32Array, settings: TreeSettings): SparseLinear {
  const trainer = new TreeTrainer(corpus, rows);
  const order = Int32Array.from(rows);
  const random = randomFrom(11);
  const run = (epochs: number): void => {
    for (let epoch = 0; epoch < epochs; epoch++) {
      shuffle(order, random);
      const rate = settings.rate * (1 - (0.7 * epoch) / epochs);
      for (const row of order) trainer.step(row, rate, settings.dropout, random);
    }
  };
  run(settings.epochs);
  prune(() => trainer.blocks(), settings.weights);
  run(settings.tuning);
  return packLinear(corpus.vocabulary.size, trainer.blocks(), trainer.bias());
}

class TreeTrainer {
  readonly #corpus: Corpus;
  readonly #tables: readonly BlockTable[];
  readonly #levels: readonly Level[];
  readonly #kept = new Int32Array(8192);
  readonly #score = new Float32Array(1024);

  constructor(corpus: Corpus, rows: Int32Array) {
    this.#corpus = corpus;
    const { tree } = corpus;
    const sizes = [tree.chapters.length, tree.headings.length, tree.codes.length];
    this.#tables = sizes.map(() => new BlockTable(corpus.vocabulary.size));
    const blocks = sizes.map(() => new Int32Array(corpus.index.length).fill(-1));
    for (const row of rows) {
      this.#siblings(row).forEach(({ parent, count }, level) => {
        if (count < 2) return;
        for (let p = corpus.from[row]!; p < corpus.from[row + 1]!; p++) {
          blocks[level]![p] = this.#tables[level]!.place(corpus.index[p]!, parent, count);
        }
      });
    }
    this.#levels = sizes.map((size, level) => ({
      weight: new Float32Array(this.#tables[level]!.length),
      squares: new Float32Array(this.#tables[level]!.length),
      bias: new Float32Array(size),
      block: blocks[level]!,
    }));
  }

  /** Parent, first child, number of children and the right child of a row, level by level. */
  #siblings(row: number): { parent: number; first: number; count: number; right: number }[] {
    const { tree, classOf } = this.#corpus;
    const k = classOf[row]!;
    const heading = tree.headingOf[k]!;
    const chapter = tree.chapterOf[heading]!;
    const firstHeading = tree.headingsFrom[chapter]!;
    const firstClass = tree.classesFrom[heading]!;
    return [
      { parent: 0, first: 0, count: tree.chapters.length, right: chapter },
      {
        ...{ parent: chapter, first: firstHeading, right: heading - firstHeading },
        count: tree.headingsFrom[chapter + 1]! - firstHeading,
      },
      {
        ...{ parent: heading, first: firstClass, right: k - firstClass },
        count: tree.classesFrom[heading + 1]! - firstClass,
      },
    ];
  }

  step(row: number, rate: number, dropout: number, random: () => number): void {
    const { from, rows } = this.#corpus;
    let kept = 0;
    for (let p = from[row]!; p < from[row + 1]!; p++) {
      if (random() >= dropout) this.#kept[kept++] = p;
    }
    this.#siblings(row).forEach(({ first, count, right }, level) => {
      if (count < 2) return;
      this.#errors(this.#levels[level]!, first, count, right, kept);
      this.#learn(this.#levels[level]!, first, count, kept, rows[row]!.weight, rate);
    });
  }

  /** Leaves probability minus truth in #score. */
  #errors(level: Level, first: number, count: number, right: number, kept: number): void {
    const score = this.#score;
    const { value } = this.#corpus;
    for (let j = 0; j < count; j++) score[j] = level.bias[first + j]!;
    for (let s = 0; s < kept; s++) {
      const p = this.#kept[s]!;
      const block = level.block[p]!;
      const x = value[p]!;
      for (let j = 0; j < count; j++) score[j]! += x * level.weight[block + j]!;
    }
    let most = -Infinity;
    for (let j = 0; j < count; j++) most = Math.max(most, score[j]!);
    let sum = 0;
    for (let j = 0; j < count; j++) sum += score[j] = Math.exp(score[j]! - most);
    for (let j = 0; j < count; j++) score[j] = score[j]! / sum - (j === right ? 1 : 0);
  }

  /** Adagrad, on the siblings that err. */
  #learn(
    level: Level,
    first: number,
    count: number,
    kept: number,
    weight: number,
    rate: number,
  ): void {
    const { value } = this.#corpus;
    const erring: number[] = [];
    for (let j = 0; j < count; j++) {
      this.#score[j]! *= weight;
      if (Math.abs(this.#score[j]!) > LEAST_ERROR) erring.push(j);
      level.bias[first + j]! -= 0.1 * rate * this.#score[j]!;
    }
    for (let s = 0; s < kept; s++) {
      const p = this.#kept[s]!;
      const block = level.block[p]!;
      const x = value[p]!;
      for (const j of erring) {
        const slope = this.#score[j]! * x;
        const at = block + j;
        level.squares[at]! += slope * slope;
        level.weight[at]! -= (rate * slope) / Math.sqrt(level.squares[at]! + 1e-6);
      }
    }
  }

  /** Nodes are numbered through: chapters, headings, classes. */
  *blocks(): Iterable<DenseBlock & Competing> {
    const { tree } = this.#corpus;
    const firsts = [
      () => 0,
      (chapter: number) => tree.chapters.length + tree.headingsFrom[chapter]!,
      (heading: number) => tree.chapters.length + tree.headings.length + tree.classesFrom[heading]!,
    ];
    for (const [level, table] of this.#tables.entries()) {
      for (const { feature, parent, at, count } of table.entries()) {
        const { weight, squares } = this.#levels[level]!;
        const weights = weight.subarray(at, at + count);
        const first = firsts[level]!(parent);
        yield { feature, first, weights, squares: squares.subarray(at, at + count) };
      }
    }
  }

  bias(): Float32Array {
    return Float32Array.from(this.#levels.flatMap((level) => [...level.bias]));
  }
}
