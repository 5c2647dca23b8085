/** What a controlled-goods pack's model.json holds, checked: it comes from outside. */
import * as v from 'valibot';
import { ForestLayout } from '../risk/forest-file.ts';
import { ARRAY_TYPES } from '../tables/named-arrays.ts';

/** Format this code reads and writes; another one is refused. */
export const CONTROLLED_PACK_FORMAT = 1;
export const MODEL_FILE = 'model.json';
export const ARRAYS_FILE = 'arrays.bin';

const Finite = v.pipe(v.number(), v.finite());
const Share = v.pipe(Finite, v.minValue(0), v.maxValue(1));
const Place = v.object({ type: v.picklist(ARRAY_TYPES), at: v.number(), length: v.number() });

/** A forest and the straight line that makes its log-odds calibrated. */
const Calibrated = v.object({ forest: ForestLayout, slope: Finite, shift: Finite });

export const ControlledModelFile = v.object({
  format: v.literal(CONTROLLED_PACK_FORMAT),
  version: v.pipe(v.string(), v.maxLength(20)),
  /** Six-digit codes, ascending. */
  codes: v.pipe(
    v.array(v.pipe(v.string(), v.regex(/^\d{6}$/))),
    v.minLength(2),
    v.maxLength(20_000),
  ),
  headings: v.pipe(v.array(v.pipe(v.string(), v.regex(/^\d{4}$/))), v.maxLength(5_000)),
  countries: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))), v.maxLength(300)),
  withText: Calibrated,
  withoutText: Calibrated,
  /** Answer *check this* from `check` on, *fits* up to `fits` (with a text only). */
  thresholds: v.object({ check: Share, fits: Share }),
  arrays: v.record(v.pipe(v.string(), v.maxLength(64)), Place),
});
export type ControlledModelFile = v.InferOutput<typeof ControlledModelFile>;
