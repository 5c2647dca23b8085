/**
 * A flat linear model over the codes that parcels carry, trained with the multiclass hinge loss (a
 * linear SVM, Crammer and Singer 2001) or with the softmax (logistic regression), for which it is
 * the yardstick of the card.
 */
import type { SparseLinear } from '../../../src/domain/hs/suggest/sparse-linear.ts';
import type { Corpus } from './corpus.ts';
import { packLinear } from './pack-linear.ts';
import type { DenseBlock } from './pack-linear.ts';
import { prune } from './prune.ts';
import type { Competing } from './prune.ts';
import { randomFrom, shuffle } from './random.ts';

export interface FlatSettings {
  readonly loss: 'hinge' | 'softmax';
  readonly epochs: number;
  /** Epochs after pruning. */
  readonly tuning: number;
  readonly rate: number;
  readonly dropout: number;
  readonly weights: number;
}

export interface FlatModel {
  readonly linear: SparseLinear;
  readonly classes: Uint16Array;
}

/** Wrong classes that a step pushes down: the worst offenders. */
const MOST_OFFENDERS = 20;
const LEAST_ERROR = 2e-3;

export function trainFlat(corpus: Corpus, rows: Int32Array, settings: FlatSettings): FlatModel {
  const trainer = new FlatTrainer(corpus, rows);
  const order = Int32Array.from(rows);
  const random = randomFrom(37);
  const run = (epochs: number): void => {
    for (let epoch = 0; epoch < epochs; epoch++) {
      shuffle(order, random);
      const rate = settings.rate * (1 - (0.7 * epoch) / epochs);
      for (const row of order) trainer.step(row, { ...settings, rate }, random);
    }
  };
  run(settings.epochs);
  prune(() => trainer.blocks(), settings.weights);
  run(settings.tuning);
  const linear = packLinear(corpus.vocabulary.size, trainer.blocks(), trainer.bias);
  return { classes: trainer.classes, linear };
}

class FlatTrainer {
  readonly classes: Uint16Array;
  readonly bias: Float32Array;
  readonly #corpus: Corpus;
  readonly #place: Int32Array;
  /** Dense row of each feature met, or -1: dense, because every class competes with every other. */
  readonly #rowOf: Int32Array;
  readonly #weight: Float32Array;
  readonly #squares: Float32Array;
  readonly #score: Float32Array;
  readonly #kept = new Int32Array(8192);

  constructor(corpus: Corpus, rows: Int32Array) {
    this.#corpus = corpus;
    this.classes = Uint16Array.from(new Set([...rows].map((row) => corpus.classOf[row]!))).sort();
    this.#place = new Int32Array(corpus.tree.codes.length).fill(-1);
    this.classes.forEach((k, i) => (this.#place[k] = i));
    this.#rowOf = new Int32Array(corpus.vocabulary.size).fill(-1);
    let met = 0;
    for (const row of rows) {
      for (let p = corpus.from[row]!; p < corpus.from[row + 1]!; p++) {
        const feature = corpus.index[p]!;
        if (this.#rowOf[feature]! < 0) this.#rowOf[feature] = met++;
      }
    }
    const K = this.classes.length;
    this.bias = new Float32Array(K);
    this.#weight = new Float32Array(met * K);
    this.#squares = new Float32Array(met * K);
    this.#score = new Float32Array(K);
  }

  step(row: number, settings: FlatSettings, random: () => number): void {
    const { from, index, value, classOf } = this.#corpus;
    const K = this.classes.length;
    let kept = 0;
    this.#score.set(this.bias);
    for (let p = from[row]!; p < from[row + 1]!; p++) {
      if (random() < settings.dropout) continue;
      this.#kept[kept++] = p;
      const at = this.#rowOf[index[p]!]! * K;
      for (let k = 0; k < K; k++) this.#score[k]! += value[p]! * this.#weight[at + k]!;
    }
    const right = this.#place[classOf[row]!]!;
    const errors = settings.loss === 'hinge' ? this.#hinge(right) : this.#softmax(right);
    for (const [k, error] of errors) this.bias[k]! -= 0.02 * settings.rate * error;
    for (let s = 0; s < kept; s++) {
      const p = this.#kept[s]!;
      const at = this.#rowOf[index[p]!]! * K;
      for (const [k, error] of errors) {
        const slope = error * value[p]!;
        this.#squares[at + k]! += slope * slope;
        this.#weight[at + k]! -= (settings.rate * slope) / Math.sqrt(this.#squares[at + k]! + 1e-6);
      }
    }
  }

  /** Classes within a margin of 1 of the right one, by how far they trespass. */
  #hinge(right: number): [number, number][] {
    const own = this.#score[right]!;
    const offenders: [number, number][] = [];
    for (let k = 0; k < this.classes.length; k++) {
      const over = 1 + this.#score[k]! - own;
      if (k !== right && over > 0) offenders.push([k, over]);
    }
    const worst = offenders.sort((a, b) => b[1] - a[1]).slice(0, MOST_OFFENDERS);
    const share = 1 / Math.sqrt(Math.max(1, worst.length));
    const errors = worst.map(([k, over]): [number, number] => [k, over * share]);
    const sum = errors.reduce((total, [, error]) => total + error, 0);
    return sum === 0 ? [] : [...errors, [right, -sum]];
  }

  #softmax(right: number): [number, number][] {
    const most = this.#score.reduce((max, score) => Math.max(max, score), -Infinity);
    const shares = this.#score.map((score) => Math.exp(score - most));
    const sum = shares.reduce((total, share) => total + share, 0);
    const errors: [number, number][] = [];
    shares.forEach((share, k) => {
      const error = share / sum - (k === right ? 1 : 0);
      if (Math.abs(error) > LEAST_ERROR) errors.push([k, error]);
    });
    return errors;
  }

  *blocks(): Iterable<DenseBlock & Competing> {
    const K = this.classes.length;
    for (const [feature, row] of this.#rowOf.entries()) {
      if (row < 0) continue;
      const weights = this.#weight.subarray(row * K, (row + 1) * K);
      yield { feature, first: 0, weights, squares: this.#squares.subarray(row * K, (row + 1) * K) };
    }
  }
}
