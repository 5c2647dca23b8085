/**
 * The bag of embeddings, trained through the same three softmaxes as the linear model. It carries
 * what the linear model cannot: that a word never met under a code is like the ones that were.
 */
import type { Bag } from '../../../src/domain/hs/suggest/bag.ts';
import { nodeCount } from '../../../src/domain/hs/suggest/descend.ts';
import { KIND } from '../../../src/domain/hs/suggest/features.ts';
import type { Corpus } from './corpus.ts';
import { randomFrom, shuffle } from './random.ts';
import type { Random } from './random.ts';

export interface BagSettings {
  readonly width: number;
  readonly epochs: number;
  readonly rate: number;
  readonly dropout: number;
  /** Embeddings kept, the commonest features first. */
  readonly features: number;
}

export function trainBag(corpus: Corpus, rows: Int32Array, settings: BagSettings): Bag {
  const trainer = new BagTrainer(corpus, settings);
  const order = Int32Array.from(rows);
  const random = randomFrom(23);
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    shuffle(order, random);
    const rate = settings.rate * (1 - (0.9 * epoch) / settings.epochs);
    for (const row of order) trainer.step(row, rate, settings.dropout, random);
  }
  return trainer.packed();
}

/** Rows of features that get an embedding: words and pairs first, grams as far as there is room. */
function chooseFeatures(corpus: Corpus, limit: number): Int32Array {
  const worth = (feature: number): number => {
    const kind = corpus.arrays.kinds[feature]!;
    return corpus.rowsWith[feature]! * (kind === KIND.word ? 4 : kind === KIND.pair ? 1.5 : 0.6);
  };
  const ordered = [...corpus.rowsWith.keys()].sort((a, b) => worth(b) - worth(a) || a - b);
  const rowOf = new Int32Array(corpus.vocabulary.size).fill(-1);
  ordered
    .slice(0, limit)
    .sort((a, b) => a - b)
    .forEach((feature, row) => (rowOf[feature] = row));
  return rowOf;
}

class BagTrainer {
  readonly #corpus: Corpus;
  readonly #width: number;
  readonly #rowOf: Int32Array;
  readonly #embedding: Float32Array;
  readonly #embeddingSquares: Float32Array;
  readonly #output: Float32Array;
  readonly #outputSquares: Float32Array;
  readonly #bias: Float32Array;
  readonly #hidden: Float32Array;
  readonly #back: Float32Array;
  readonly #kept = new Int32Array(8192);
  readonly #score = new Float32Array(1024);

  constructor(corpus: Corpus, { width, features }: BagSettings) {
    this.#corpus = corpus;
    this.#width = width;
    this.#rowOf = chooseFeatures(corpus, features);
    const rows = this.#rowOf.reduce((most, row) => Math.max(most, row), -1) + 1;
    const random = randomFrom(5);
    const spread = 1.4 / Math.sqrt(width);
    this.#embedding = Float32Array.from({ length: rows * width }, () => (random() - 0.5) * spread);
    this.#embeddingSquares = new Float32Array(rows);
    const nodes = nodeCount(corpus.tree);
    this.#output = new Float32Array(nodes * width);
    this.#outputSquares = new Float32Array(nodes);
    this.#bias = new Float32Array(nodes);
    this.#hidden = new Float32Array(width);
    this.#back = new Float32Array(width);
  }

  step(row: number, rate: number, dropout: number, random: Random): void {
    const { tree, classOf, rows } = this.#corpus;
    const { kept, scale } = this.#read(row, dropout, random);
    if (kept === 0) return;
    this.#back.fill(0);
    const k = classOf[row]!;
    const heading = tree.headingOf[k]!;
    const chapter = tree.chapterOf[heading]!;
    const toHeadings = tree.chapters.length;
    const toClasses = toHeadings + tree.headings.length;
    const { weight } = rows[row]!;
    this.#learn(0, tree.chapters.length, chapter, weight, rate);
    const h0 = tree.headingsFrom[chapter]!;
    this.#learn(toHeadings + h0, tree.headingsFrom[chapter + 1]! - h0, heading - h0, weight, rate);
    const k0 = tree.classesFrom[heading]!;
    this.#learn(toClasses + k0, tree.classesFrom[heading + 1]! - k0, k - k0, weight, rate);
    this.#pass(kept, scale, rate);
  }

  /** Mean of the kept features' embeddings, in #hidden. */
  #read(row: number, dropout: number, random: Random): { kept: number; scale: number } {
    const { from, index, value } = this.#corpus;
    const width = this.#width;
    this.#hidden.fill(0);
    let kept = 0;
    let squares = 0;
    for (let p = from[row]!; p < from[row + 1]!; p++) {
      const at = this.#rowOf[index[p]!]! * width;
      if (at < 0 || random() < dropout) continue;
      this.#kept[kept++] = p;
      const x = value[p]!;
      squares += x * x;
      for (let d = 0; d < width; d++) this.#hidden[d]! += x * this.#embedding[at + d]!;
    }
    const scale = 1 / Math.sqrt(squares || 1);
    for (let d = 0; d < width; d++) this.#hidden[d]! *= scale;
    return { kept, scale };
  }

  /** One softmax over siblings: its outputs learn, and what the text should have been is summed up. */
  #learn(first: number, count: number, right: number, weight: number, rate: number): void {
    if (count < 2) return;
    const width = this.#width;
    const score = this.#score;
    let most = -Infinity;
    let size = 0;
    for (let d = 0; d < width; d++) size += this.#hidden[d]! ** 2;
    for (let j = 0; j < count; j++) {
      const at = (first + j) * width;
      let sum = this.#bias[first + j]!;
      for (let d = 0; d < width; d++) sum += this.#hidden[d]! * this.#output[at + d]!;
      score[j] = sum;
      most = Math.max(most, sum);
    }
    let total = 0;
    for (let j = 0; j < count; j++) total += score[j] = Math.exp(score[j]! - most);
    for (let j = 0; j < count; j++) {
      const error = (score[j]! / total - (j === right ? 1 : 0)) * weight;
      if (Math.abs(error) < 1e-3) continue;
      const node = first + j;
      const at = node * width;
      this.#outputSquares[node]! += (error * error * size) / width;
      const pace = (rate * error) / Math.sqrt(this.#outputSquares[node]! + 1e-6);
      for (let d = 0; d < width; d++) {
        this.#back[d]! += error * this.#output[at + d]!;
        this.#output[at + d]! -= pace * this.#hidden[d]!;
      }
      this.#bias[node]! -= 0.02 * error;
    }
  }

  #pass(kept: number, scale: number, rate: number): void {
    const { index, value } = this.#corpus;
    const width = this.#width;
    let size = 0;
    for (let d = 0; d < width; d++) size += this.#back[d]! ** 2;
    size /= width;
    for (let s = 0; s < kept; s++) {
      const p = this.#kept[s]!;
      const row = this.#rowOf[index[p]!]!;
      const x = value[p]! * scale;
      this.#embeddingSquares[row]! += size * x * x;
      const pace = (rate * x) / Math.sqrt(this.#embeddingSquares[row]! + 1e-6);
      const at = row * width;
      for (let d = 0; d < width; d++) this.#embedding[at + d]! -= pace * this.#back[d]!;
    }
  }

  packed(): Bag {
    const embedding = quantise(this.#embedding, this.#width, 7);
    const output = quantise(this.#output, this.#width, 127);
    return {
      width: this.#width,
      rowOf: this.#rowOf,
      ...{ embedding: embedding.values, embeddingStep: embedding.steps },
      ...{ output: output.values, outputStep: output.steps },
      bias: this.#bias,
    };
  }
}

/** Each row in `levels` steps of its own largest value. */
function quantise(
  values: Float32Array,
  width: number,
  levels: number,
): { values: Int8Array; steps: Float32Array } {
  const steps = new Float32Array(values.length / width);
  const quantised = new Int8Array(values.length);
  for (let row = 0; row < steps.length; row++) {
    const own = values.subarray(row * width, (row + 1) * width);
    const most = own.reduce((max, x) => Math.max(max, Math.abs(x)), 0);
    steps[row] = most / levels || 1;
    own.forEach((x, d) => (quantised[row * width + d] = Math.round(x / steps[row]!)));
  }
  return { values: quantised, steps };
}
