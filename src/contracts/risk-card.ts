/** The model card of a risk pack (`card.json`): written by training, shown on the Packs screen. */
import * as v from 'valibot';
import { Figure } from './pack.ts';

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Figures over some of the rows that training never saw. Shares are 0..1. */
const CardSlice = v.object({
  rows: Count,
  baseRate: v.number(),
  auc: Figure,
  ap: Figure,
  /** Share of fraud among the highest-scored 10 %. */
  precisionAt10: Figure,
});

/** The members of the model; `together` is what scores declarations. */
export const CARD_MEMBERS = ['tables', 'trees', 'network', 'together'] as const;

export const RiskCard = v.object({
  format: v.literal(1),
  /** all rows; rows whose template training had seen; rows whose template it had not. */
  all: CardSlice,
  seen: CardSlice,
  unseen: CardSlice,
  members: v.array(
    v.object({
      id: v.picklist(CARD_MEMBERS),
      /** False: it did not help and is left out of the pack. */
      used: v.boolean(),
      precisionAt10: v.number(),
      auc: v.number(),
      aucUnseen: v.number(),
    }),
  ),
  brier: Figure,
  ece: v.optional(Figure),
  /** The lane that is let through: its share of all lines, the fraud in it, critical cases in it. */
  fastTrack: v.object({ share: v.number(), fraud: Figure, critical: Count }),
  critical: v.optional(v.object({ ap: Figure, recallAt5: v.optional(Figure) })),
});
export type RiskCard = v.InferOutput<typeof RiskCard>;
