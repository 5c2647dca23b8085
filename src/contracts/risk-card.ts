/**
 * The model card of a risk pack (`card.json`): measured by training on lines it never saw, shown
 * on the Packs screen. Only what the screen shows is listed; the file may hold more.
 */
import * as v from 'valibot';
import { Figure } from './pack.ts';

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Inspected share in percent (1, 2, 5, 10, 20, 30) to figure. */
const ByShare = v.record(v.string(), Figure);
export type ByShare = v.InferOutput<typeof ByShare>;

/** Figures of one group of lines; shares are 0..1. */
const GroupFigures = v.object({
  rows: Count,
  baseRate: Figure,
  auc: Figure,
  ap: Figure,
  brier: Figure,
  precisionAt: ByShare,
  recallAt: ByShare,
});
export type GroupFigures = v.InferOutput<typeof GroupFigures>;

/** One figure over all lines, those of known patterns, those of novel ones; null: not asked there. */
const Three = v.object({
  all: v.nullable(v.number()),
  seen: v.nullable(v.number()),
  unseen: v.nullable(v.number()),
});

export const RiskCard = v.object({
  format: v.literal(1),
  figures: v.object({ all: GroupFigures, seen: GroupFigures, unseen: GroupFigures }),
  members: v.array(
    v.object({
      member: v.string(),
      auc: Three,
      ap: Three,
      /** Weight in the blend for known and novel lines; 0: it did not help there. */
      weight: v.object({ known: v.number(), novel: v.number() }),
    }),
  ),
  critical: v.object({ figures: GroupFigures }),
  /** The lane that is let through: its lines, the fraud and the critical cases in it. */
  fastTrack: v.object({ lines: Count, share: v.number(), fraud: Count, critical: Count }),
  /** Whether histories of importer, seller, declarant and courier helped and are in the model. */
  entities: v.object({ kept: v.boolean() }),
  /** What the figures mean and what they do not, in sentences. */
  words: v.object({ ko: v.array(v.string()), en: v.array(v.string()) }),
});
export type RiskCard = v.InferOutput<typeof RiskCard>;
export type RiskCardMember = RiskCard['members'][number];
