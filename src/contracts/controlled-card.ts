/** card.json of a controlled-goods pack: what its figures were measured on, and the figures. */
import * as v from 'valibot';

const Share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const Unknown = v.nullable(Share);
const Both = v.object({ ko: v.string(), en: v.string() });

/** How a simulated declarant moves controlled goods to a code that the list does not name. */
export const SHIFTS = ['sibling', 'heading', 'confused'] as const;
export type Shift = (typeof SHIFTS)[number];

/** Figures over simulated lines, controlled ones weighted to the base rate. */
export const ControlledFigures = v.object({
  /** Lines, honest and shifted. */
  rows: v.number(),
  base_rate: Share,
  /** Average precision; a random order has the base rate. */
  ap: Unknown,
  /** Share of the hidden lines among the 5 and 10 percent that are most suspect. */
  recall_at: v.object({ 5: Unknown, 10: Unknown }),
  precision_at_threshold: Unknown,
  recall_at_threshold: Unknown,
  cannot_tell_share: Unknown,
  by_shift: v.record(
    v.picklist(SHIFTS),
    v.object({ rows: v.number(), ap: Unknown, recall_at_threshold: Unknown }),
  ),
  baselines: v.object({
    siblings: v.object({ ap: Unknown }),
    disagreement: v.object({ ap: Unknown }),
  }),
});
export type ControlledFigures = v.InferOutput<typeof ControlledFigures>;

export const ControlledCard = v.object({
  format: v.literal(1),
  /** Version of the list whose codes were hidden in the simulation. */
  list: v.string(),
  /** Goods texts with numbers that other lines of the same code have. */
  with_text: ControlledFigures,
  /** The same lines by their texts alone. */
  text_alone: ControlledFigures,
  /** Declarations without any text, by their codes and numbers. */
  without_text: ControlledFigures,
  by_law: v.array(v.object({ law: Both, rows: v.number(), recall_at_threshold: Unknown })),
  /** Said and found share in bands of the said one. */
  calibration: v.array(v.object({ said: Share, found: Share, rows: v.number() })),
});
export type ControlledCard = v.InferOutput<typeof ControlledCard>;
