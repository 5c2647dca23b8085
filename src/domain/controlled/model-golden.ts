/** Lines with the numbers that training made for them, repeated on each device. */
import * as v from 'valibot';
import { controlledList, type ControlledList } from './controlled-list.ts';
import type { ControlledModel, LineFacts } from './judge.ts';

const Probability = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
/** JSON has no NaN: null stands for a number that the line does not state. */
const Stated = v.pipe(
  v.nullable(v.number()),
  v.transform((value) => value ?? NaN),
);

const GoldenLine = v.object({
  code: v.string(),
  day: v.pipe(v.string(), v.isoDate()),
  documents: v.nullable(v.string()),
  suggestions: v.array(v.object({ code: v.string(), probability: Probability })),
  similarity: Probability,
  netMass: Stated,
  itemPrice: Stated,
  origin: v.string(),
  departure: v.string(),
  probability: Probability,
  suspect: v.nullable(v.string()),
});

/** `controlled`: prefixes of the list the numbers were made with: the tablet's own may be another one. */
export const GoldenControlled = v.object({
  format: v.literal(1),
  controlled: v.pipe(
    v.array(v.pipe(v.string(), v.regex(/^\d{2,10}$/))),
    v.minLength(1),
    v.maxLength(10_000),
  ),
  cases: v.pipe(v.array(GoldenLine), v.minLength(1), v.maxLength(10_000)),
});
export type GoldenControlled = v.InferOutput<typeof GoldenControlled>;

export function goldenLine(
  model: ControlledModel,
  controlled: GoldenControlled['controlled'],
  line: LineFacts,
): GoldenControlled['cases'][number] {
  const { probability, suspect } = model.assess(goldenList(controlled), line);
  const { code, day, documents, similarity, netMass, itemPrice, origin, departure } = line;
  return {
    ...{ code, day, documents, similarity, netMass, itemPrice, origin, departure, suspect },
    suggestions: line.suggestions.map(({ code: said, probability: p }) => ({
      code: said,
      probability: p,
    })),
    probability: probability ?? 0,
  };
}

/** A list that names nothing but codes, in force on every day. */
function goldenList(controlled: GoldenControlled['controlled']): ControlledList {
  const none = { ko: '-', en: '-' };
  const always = { effective_from: '1900-01-01', effective_to: null };
  const unsaid = { law: none, authority: none, document: none, condition: null };
  return controlledList({
    ...{ format: 1, id: 'kr-controlled-goods', standing: 'starter', checked: '1900-01-01' },
    rows: controlled.map((hs) => ({ hs, ...unsaid, ...always, citation: '', last_verified: null })),
  });
}

/** The largest difference to what training gave; another suspect is 1. */
export function largestControlledDifference(
  model: ControlledModel,
  { controlled, cases }: GoldenControlled,
): number {
  const list = goldenList(controlled);
  let largest = 0;
  for (const { probability: wanted, suspect, ...line } of cases) {
    const got = model.assess(list, line);
    const difference = Math.abs((got.probability ?? NaN) - wanted);
    const same = got.suspect === suspect && Number.isFinite(difference);
    largest = Math.max(largest, same ? difference : 1);
  }
  return largest;
}
