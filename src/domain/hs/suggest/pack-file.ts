/** What an HS pack's model.json holds, checked: it comes from outside. */
import * as v from 'valibot';
import { ARRAY_TYPES } from '../../tables/named-arrays.ts';

/** Format this code reads and writes; another one is refused. */
export const HS_PACK_FORMAT = 1;
export const MODEL_FILE = 'model.json';
export const ARRAYS_FILE = 'arrays.bin';

const Positive = v.pipe(v.number(), v.finite(), v.minValue(0));
const Code = v.pipe(v.string(), v.regex(/^\d{6}$/));
const Place = v.object({
  type: v.picklist(ARRAY_TYPES),
  at: v.number(),
  length: v.number(),
});

export const HsModelFile = v.object({
  format: v.literal(HS_PACK_FORMAT),
  version: v.pipe(v.string(), v.maxLength(20)),
  /** Six-digit codes, ascending. */
  codes: v.pipe(v.array(Code), v.minLength(2), v.maxLength(20_000)),
  linearStep: Positive,
  flatStep: Positive,
  flatSharpness: Positive,
  bagWidth: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(512)),
  hidden: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(256)),
  sharpness: v.object({ ko: Positive, en: Positive }),
  missed: v.pipe(Positive, v.maxValue(0.5)),
  arrays: v.record(v.pipe(v.string(), v.maxLength(64)), Place),
});
export type HsModelFile = v.InferOutput<typeof HsModelFile>;
