/** Fits the blend of members on texts that none of them was trained on (Adam-like, seeded). */
import { softmax } from '../../../src/domain/hs/suggest/descend.ts';
import {
  CANDIDATE_FEATURES as F,
  CONTEXT_FEATURES as C,
  MEMBERS,
  scoreCandidates,
} from '../../../src/domain/hs/suggest/fusion.ts';
import type { Fusion } from '../../../src/domain/hs/suggest/fusion.ts';
import type { Corpus } from './corpus.ts';
import type { Habits, HeldOut } from './held-out.ts';
import { randomFrom, shuffle } from './random.ts';

const HIDDEN = 12;
const EPOCHS = 7;
const RATE = 0.01;
/** Pulls the weights back to the even blend they start from. */
const RETURN = 1e-3;
const BATCH = 32;
const WIDE = F + C + 1;

/** Rulings are few and count for more. Our own phrases stand for short Korean names of goods. */
const COUNTS: Readonly<Record<string, number>> = {
  ...{ kcs: 3, 'kcs-ko': 3, 'kcs-name': 0.5, 'eu-en': 3, 'eu-ko': 1 },
  ...{ 'own-en': 0.4, 'own-ko': 0.8 },
};

export function fitFusion(corpus: Corpus, judged: readonly HeldOut[], habits: Habits): Fusion {
  const missed = judged.filter((text) => text.rightAt < 0).length / judged.length;
  const fitter = new FusionFitter(missed, habits);
  const usable = judged.filter((text) => text.rightAt >= 0 && text.classes.length > 1);
  const order = Int32Array.from(usable.keys());
  const random = randomFrom(3);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    const rate = RATE * (1 - (0.95 * epoch) / EPOCHS);
    order.forEach((at, i) => {
      const text = usable[at]!;
      fitter.note(text, COUNTS[corpus.rows[text.row]!.source] ?? 1);
      if (i % BATCH === BATCH - 1) fitter.step(rate);
    });
  }
  return { ...fitter.fusion, sharpness: sharpnessOf(fitter.fusion, usable) };
}

/** Weights of one kind with their slopes, mean squares and starting point. */
interface Weights {
  readonly value: Float32Array;
  readonly start: Float32Array;
  readonly slope: Float32Array;
  readonly square: Float32Array;
}

function weightsFrom(value: Float32Array): Weights {
  const zeros = (): Float32Array => new Float32Array(value.length);
  return { value, start: value.slice(), slope: zeros(), square: zeros() };
}

class FusionFitter {
  readonly fusion: Fusion;
  readonly #bilinear: Weights;
  readonly #layer: Weights;
  readonly #output: Weights;

  constructor(missed: number, habits: Habits) {
    const even = new Float32Array((C + 1) * F);
    even.fill(0.6, 0, MEMBERS.length);
    const random = randomFrom(9);
    this.#bilinear = weightsFrom(even);
    this.#layer = weightsFrom(
      Float32Array.from({ length: HIDDEN * WIDE }, () => (random() - 0.5) * 0.3),
    );
    this.#output = weightsFrom(new Float32Array(HIDDEN));
    this.fusion = {
      hidden: HIDDEN,
      bilinear: this.#bilinear.value,
      layer: this.#layer.value,
      output: this.#output.value,
      sharpness: { ko: 1, en: 1 },
      missed,
      ...habits,
    };
  }

  /** Adds one text's slopes of the log loss. */
  note(text: HeldOut, weight: number): void {
    const scores = scoreCandidates(this.fusion, text);
    softmax(scores, 0, scores.length);
    for (let i = 0; i < scores.length; i++) {
      const error = (scores[i]! - (i === text.rightAt ? 1 : 0)) * weight;
      if (Math.abs(error) < 1e-4) continue;
      this.#noteBilinear(text, i, error);
      for (let h = 0; h < HIDDEN; h++) this.#noteHidden(text, i, h, error);
    }
  }

  #noteBilinear({ features, context }: HeldOut, i: number, error: number): void {
    for (let f = 0; f < F; f++) {
      const slope = error * features[i * F + f]!;
      this.#bilinear.slope[f]! += slope;
      for (let c = 0; c < C; c++) this.#bilinear.slope[(c + 1) * F + f]! += slope * context[c]!;
    }
  }

  #noteHidden({ features, context }: HeldOut, i: number, h: number, error: number): void {
    const at = h * WIDE;
    let sum = this.#layer.value[at + F + C]!;
    for (let f = 0; f < F; f++) sum += this.#layer.value[at + f]! * features[i * F + f]!;
    for (let c = 0; c < C; c++) sum += this.#layer.value[at + F + c]! * context[c]!;
    const active = Math.tanh(sum);
    this.#output.slope[h]! += error * active;
    const back = error * this.#output.value[h]! * (1 - active * active);
    for (let f = 0; f < F; f++) this.#layer.slope[at + f]! += back * features[i * F + f]!;
    for (let c = 0; c < C; c++) this.#layer.slope[at + F + c]! += back * context[c]!;
    this.#layer.slope[at + F + C]! += back;
  }

  step(rate: number): void {
    for (const { value, start, slope, square } of [this.#bilinear, this.#layer, this.#output]) {
      for (let k = 0; k < value.length; k++) {
        const pull = slope[k]! / BATCH + RETURN * (value[k]! - start[k]!);
        square[k] = 0.999 * square[k]! + 0.001 * pull * pull;
        value[k]! -= (rate * pull) / (Math.sqrt(square[k]!) + 1e-3);
      }
      slope.fill(0);
    }
  }
}

/** Sharpness per language that gives the lowest log loss: calibration by one number. */
function sharpnessOf(fusion: Fusion, texts: readonly HeldOut[]): { ko: number; en: number } {
  const best = (language: 'ko' | 'en'): number => {
    const own = texts.filter((text) => text.language === language);
    const scored = own.map((text) => ({ at: text.rightAt, scores: scoreCandidates(fusion, text) }));
    let least = Infinity;
    let sharpest = 1;
    for (let sharpness = 0.6; sharpness <= 1.41; sharpness += 0.02) {
      let loss = 0;
      for (const { at, scores } of scored) {
        const sharp = scores.map((score) => score * sharpness);
        softmax(sharp, 0, sharp.length);
        loss -= Math.log(sharp[at]! + 1e-9);
      }
      if (loss < least) [least, sharpest] = [loss, sharpness];
    }
    return sharpest;
  };
  return { ko: best('ko'), en: best('en') };
}
