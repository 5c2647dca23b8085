/** The model card of an HS pack (`card.json`): measured by training on texts it never saw. */
import * as v from 'valibot';

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Share = v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1)));
/** Share of texts whose right code is among the first 1, 3, 5, 10. */
const Tops = v.object({ top1: Share, top3: Share, top5: Share, top10: Share });
export type Tops = v.InferOutput<typeof Tops>;

/** Figures of one kind of text. */
const SetFigures = v.object({
  /** chitchats, kcs, kcs-ko, eu-en ...; worded in the card. */
  set: v.string(),
  rows: Count,
  hs2: Tops,
  hs4: Tops,
  hs6: Tops,
  far: v.object({ rows: Count, hs6: Tops }),
  coverage: v.array(v.object({ share: v.number(), accuracy: Share })),
  ece: v.nullable(v.number()),
});
export type HsSetFigures = v.InferOutput<typeof SetFigures>;

export const HsCard = v.object({
  format: v.literal(1),
  sets: v.array(SetFigures),
  /** On one fold of parcels: the classical models and ours. Margins rank codes, they do not add up to headings. */
  compared: v.array(v.object({ model: v.string(), rows: Count, hs6: Tops })),
  /** Each member of the blend alone, and the blend without it: HS6 top-1 by set. */
  members: v.array(v.object({ member: v.string(), alone: v.record(v.string(), Share) })),
  /** Share of texts that got each answer, and how many of those answers were right. */
  answers: v.record(v.string(), v.number()),
  words: v.object({ ko: v.array(v.string()), en: v.array(v.string()) }),
});
export type HsCard = v.InferOutput<typeof HsCard>;
