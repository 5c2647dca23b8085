/** Texts with the numbers that training made for them, repeated on each device. */
import * as v from 'valibot';
import { mostLikely } from '../answer.ts';
import type { HsModel } from './model.ts';

/** Best codes of a golden case that are compared. */
export const GOLDEN_CODES = 5;

const Probability = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

const GoldenHsCase = v.object({
  text: v.string(),
  /** Code and probability, most likely first. */
  top: v.pipe(
    v.array(v.tuple([v.pipe(v.string(), v.regex(/^\d{6}$/)), Probability])),
    v.minLength(1),
    v.maxLength(GOLDEN_CODES),
  ),
  similarity: Probability,
});

export const GoldenHs = v.object({
  format: v.literal(1),
  cases: v.pipe(v.array(GoldenHsCase), v.minLength(1), v.maxLength(10_000)),
});
export type GoldenHs = v.InferOutput<typeof GoldenHs>;
type GoldenHsCase = GoldenHs['cases'][number];

/** What this model says of a text. */
export function goldenCase(model: HsModel, text: string): GoldenHsCase {
  const { probability, similarity } = model.score(text);
  const best = mostLikely(probability, GOLDEN_CODES);
  const top = best.map((at): [string, number] => [model.codes[at] ?? '', probability[at] ?? 0]);
  return { text, top, similarity };
}

/** The largest difference to what training gave; a code the model does not know is 1. */
export function largestDifference(model: HsModel, { cases }: GoldenHs): number {
  const classOf = new Map(model.codes.map((code, at) => [code, at]));
  let largest = 0;
  const compare = (got: number | undefined, wanted: number): void => {
    const difference = Math.abs((got ?? NaN) - wanted);
    largest = Math.max(largest, Number.isNaN(difference) ? 1 : difference);
  };
  for (const { text, top, similarity } of cases) {
    const scores = model.score(text);
    compare(scores.similarity, similarity);
    for (const [code, wanted] of top) compare(scores.probability[classOf.get(code) ?? -1], wanted);
  }
  return largest;
}
