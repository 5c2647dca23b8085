import * as v from 'valibot';
import {
  CODE_FIELDS,
  dayOf,
  QUANTITY_FIELDS,
  type LineTable,
} from '../../src/domain/risk/declaration.ts';
import { buildLines, draftLine } from '../../src/domain/risk/intake/line-builder.ts';
import type { LineScores } from '../../src/domain/risk/score.ts';
import { CRITICAL_MEMBERS, FRAUD_MEMBERS } from '../../src/domain/risk/stack.ts';

const Code = v.pipe(v.string(), v.maxLength(64));
/** JSON has no NaN: null is a quantity that the line does not have. */
const Quantity = v.nullable(v.number());

const GoldenLine = v.object({
  id: Code,
  date: v.pipe(v.string(), v.isoDate()),
  ...v.entriesFromList(CODE_FIELDS, Code),
  ...v.entriesFromList(QUANTITY_FIELDS, Quantity),
});

const GoldenCase = v.object({
  line: GoldenLine,
  novel: v.boolean(),
  members: v.object({
    fraud: v.pipe(v.array(v.number()), v.length(FRAUD_MEMBERS.length)),
    critical: v.pipe(v.array(v.number()), v.length(CRITICAL_MEMBERS.length)),
  }),
  logit: v.number(),
  probability: v.number(),
  critical: v.number(),
});

/** Lines with the numbers that training made for them. */
export const GoldenFile = v.object({
  tolerance: v.pipe(v.number(), v.minValue(0), v.maxValue(1e-3)),
  cases: v.pipe(v.array(GoldenCase), v.minLength(1), v.maxLength(10_000)),
});
export type GoldenFile = v.InferOutput<typeof GoldenFile>;

export function goldenTable({ cases }: GoldenFile): LineTable {
  const builder = buildLines(cases.length);
  const draft = draftLine();
  for (const { line } of cases) {
    draft.id = line.id;
    draft.day = dayOf(line.date) ?? 0;
    for (const field of CODE_FIELDS) draft.code[field] = line[field];
    for (const field of QUANTITY_FIELDS) draft.quantity[field] = line[field] ?? NaN;
    builder.push(draft);
  }
  return builder.finish();
}

/** The largest difference between scores and what training gave; a pattern taken for known or not is 1. */
export function largestDifference({ cases }: GoldenFile, scores: LineScores): number {
  let largest = 0;
  const compare = (got: number | undefined, wanted: number): void => {
    const difference = Math.abs((got ?? NaN) - wanted);
    largest = Number.isNaN(difference) ? Infinity : Math.max(largest, difference);
  };
  const { fraud, critical } = scores.members;
  cases.forEach((golden, i) => {
    compare(scores.novel[i], golden.novel ? 1 : 0);
    compare(scores.logit[i], golden.logit);
    compare(scores.probability[i], golden.probability);
    compare(scores.critical[i], golden.critical);
    golden.members.fraud.forEach((wanted, m) => {
      compare(fraud[i * FRAUD_MEMBERS.length + m], wanted);
    });
    golden.members.critical.forEach((wanted, m) => {
      compare(critical[i * CRITICAL_MEMBERS.length + m], wanted);
    });
  });
  return largest;
}
