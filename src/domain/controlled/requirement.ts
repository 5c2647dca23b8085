/**
 * Goods that need another authority's paper before customs releases them (세관장확인, Customs Act
 * Art. 226). One dated row says: goods under this code need this document of this authority by
 * this law. Rows are law, so they are data: chosen by the day of the declaration, never constants.
 */
import * as v from 'valibot';

const Day = v.pipe(v.string(), v.isoDate());
const Words = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));
/** An administration's list may have no English names: the Korean ones stand for them then. */
const Named = v.object({ ko: Words, en: Words });

export const RequirementRow = v.object({
  /** Digits only, 2, 4, 6, 8 or 10: all goods below it. */
  hs: v.pipe(v.string(), v.regex(/^\d{2}(?:\d{2}){0,4}$/)),
  law: Named,
  authority: Named,
  document: Named,
  /** Which of the goods under the code; null: all of them. */
  condition: v.nullable(Named),
  /** Both days included; null: still in force. */
  effective_from: Day,
  effective_to: v.nullable(Day),
  /** Act and article, or the notice that lists the goods. */
  citation: v.pipe(v.string(), v.maxLength(300)),
  /** Day on which someone held the row against the law; null: nobody has. */
  last_verified: v.nullable(Day),
});
export type RequirementRow = v.InferOutput<typeof RequirementRow>;

/** `starter`: written at heading level to begin with, not the legal list. */
export const STANDINGS = ['starter', 'administration'] as const;
export type Standing = (typeof STANDINGS)[number];

export const REQUIREMENTS_FILE = 'requirements.json';

export const RequirementFile = v.object({
  format: v.literal(1),
  id: v.literal('kr-controlled-goods'),
  standing: v.picklist(STANDINGS),
  /** Day the table was written or imported. */
  checked: Day,
  rows: v.pipe(v.array(RequirementRow), v.minLength(1), v.maxLength(100_000)),
});
export type RequirementFile = v.InferOutput<typeof RequirementFile>;
