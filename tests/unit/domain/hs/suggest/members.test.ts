import { describe, expect, it } from 'vitest';
import { bagScorer } from '../../../../../src/domain/hs/suggest/bag.ts';
import type { Bag } from '../../../../../src/domain/hs/suggest/bag.ts';
import { scoreLinear } from '../../../../../src/domain/hs/suggest/sparse-linear.ts';
import type { EncodedText } from '../../../../../src/domain/hs/suggest/vocabulary.ts';

/** A text of the features 0 and 2. */
const TEXT: EncodedText = {
  index: Int32Array.of(0, 2),
  value: Float32Array.of(0.6, 0.8),
  ...{ language: 'en', words: 2, unknown: 0 },
};
const NOTHING: EncodedText = { ...TEXT, index: new Int32Array(0), value: new Float32Array(0) };

describe('the linear member', () => {
  const model = {
    from: Uint32Array.of(0, 2, 3, 4),
    target: Uint16Array.of(0, 1, 0, 1),
    weight: Int8Array.of(10, -20, 127, 5),
    step: 0.1,
    bias: Float32Array.of(1, 2),
  };

  it('adds up the weights of the features that stand in the text', () => {
    const scores = Float32Array.of(9, 9);
    scoreLinear(model, TEXT, scores);
    expect(scores[0]).toBeCloseTo(1 + 0.6 * 10 * 0.1, 6);
    expect(scores[1]).toBeCloseTo(2 - 0.6 * 20 * 0.1 + 0.8 * 5 * 0.1, 6);
  });

  it('is left with what it thinks of any text when there is none', () => {
    const scores = new Float32Array(2);
    scoreLinear(model, NOTHING, scores);
    expect([...scores]).toEqual([1, 2]);
  });
});

describe('the bag of embeddings', () => {
  const bag: Bag = {
    width: 2,
    rowOf: Int32Array.of(0, 1, -1),
    embedding: Int8Array.of(3, -4, 7, 7),
    embeddingStep: Float32Array.of(0.5, 1),
    output: Int8Array.of(10, 0, 0, 10),
    outputStep: Float32Array.of(0.1, 0.2),
    bias: Float32Array.of(0.25, 0),
  };
  const scoresOf = (text: EncodedText, from = 0, to = 2): Float32Array => {
    const scores = Float32Array.of(9, 9);
    bagScorer(bag, text, scores)(from, to);
    return scores;
  };

  it('scores a text by the features that have an embedding, scaled up for those that have none', () => {
    // Feature 2 has none: what is left of the text counts as the whole of it.
    const scores = scoresOf(TEXT);
    expect(scores[0]).toBeCloseTo(0.25 + 3 * 0.5 * 10 * 0.1, 5);
    expect(scores[1]).toBeCloseTo(-4 * 0.5 * 10 * 0.2, 5);
  });

  it('fills only the nodes it is asked for', () => {
    expect(scoresOf(TEXT, 1, 2)[0]).toBe(9);
  });

  it('knows nothing of a text without embeddings but its habits', () => {
    expect([...scoresOf(NOTHING)]).toEqual([0.25, 0]);
  });
});
