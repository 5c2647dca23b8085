/** The values of the settings table. What is stored may be old or damaged: each is read through its schema. */
import * as v from 'valibot';

/** Who works on this tablet. */
export const Officer = v.object({ name: v.string(), office: v.string() });
export type Officer = Readonly<v.InferOutput<typeof Officer>>;

const LaneName = v.object({ ko: v.string(), en: v.string() });
/** Names that an office gives its lanes; an empty one means the app's own. */
export const LaneNames = v.object({
  inspect: LaneName,
  // Not in settings saved before there was this lane.
  controlled: v.optional(LaneName, { ko: '', en: '' }),
  review: LaneName,
  fast: LaneName,
});
export type LaneNames = v.InferOutput<typeof LaneNames>;

/** Share of the fast lane drawn at random for inspection. */
export const RandomShare = v.pipe(v.number(), v.minValue(0), v.maxValue(0.2));

/** Share of the period's lines that can be inspected, whole percent. */
export const Capacity = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(30));

/** One schema a key. */
export const SETTINGS = {
  officer: Officer,
  'risk.lanes': LaneNames,
  'risk.randomShare': RandomShare,
  'risk.capacity': Capacity,
} as const;
