/** Files of the signature model: sizes, names and thresholds in JSON, numbers in named arrays. */
import * as v from 'valibot';
import { ARRAY_TYPES } from '../../tables/named-arrays.ts';

export const SIGNATURE_FORMAT = 1;
export const MODEL_FILE = 'model.json';
export const ARRAYS_FILE = 'arrays.bin';

const Whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const Share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

export const SignatureModelFile = v.object({
  format: v.literal(SIGNATURE_FORMAT),
  /** Numbers that describe a cell. */
  size: v.pipe(Whole, v.minValue(1), v.maxValue(128)),
  features: v.array(v.string()),
  intercept: v.number(),
  thresholds: v.object({ similar: Share, unlike: Share, references: Whole, cells: Whole }),
  arrays: v.record(
    v.string(),
    v.object({ type: v.picklist(ARRAY_TYPES), at: Whole, length: Whole }),
  ),
});
export type SignatureModelFile = v.InferOutput<typeof SignatureModelFile>;
