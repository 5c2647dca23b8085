import * as v from 'valibot';
import { LANES } from '../domain/risk/lane.ts';
import { LINE_FIELDS } from '../domain/risk/declaration.ts';
import { GROUNDS } from '../domain/controlled/answer.ts';
import { ANSWER_KINDS } from './hs.ts';

/**
 * What an officer does, one schema a kind. A kind once shipped takes no change but a further optional
 * field, without which older records still read the same; for anything else add a new kind.
 */
const Sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const Text = (max: number) => v.pipe(v.string(), v.maxLength(max));

export const DECISIONS = ['inspect', 'review', 'release'] as const;
export type Decision = (typeof DECISIONS)[number];

/** The score an officer saw when deciding; null where there was none (a failed model never looks low). */
export const SeenScore = v.nullable(
  v.object({
    probability: v.number(),
    novel: v.boolean(),
    lane: v.picklist(LANES),
    random: v.boolean(),
    reasons: v.pipe(v.array(v.object({ key: Text(60), weight: v.number() })), v.maxLength(40)),
    pack: Text(40),
    version: Text(20),
  }),
);

/** What the officer saw of controlled goods when deciding; null where nothing was known yet. */
export const SeenControlled = v.nullable(
  v.object({
    ground: v.picklist(GROUNDS),
    probability: v.nullable(v.number()),
    suspect: v.nullable(Text(10)),
    list: Text(20),
    model: v.nullable(Text(20)),
  }),
);

const SixOrTen = v.pipe(v.string(), v.regex(/^(?:\d{6}|\d{10})$/));

/** What was on the screen when the officer picked a code, or said that none fits. */
const SEEN_SUGGESTION = {
  text: Text(4000),
  /** Codes of six digits with their probability, most likely first. */
  suggested: v.pipe(v.array(v.tuple([Text(6), v.number()])), v.maxLength(5)),
  /** Number of the declaration the text is from; null: typed. */
  declaration: v.nullable(Text(200)),
  pack: Text(40),
  version: Text(20),
} as const;

export const EVENT_BODIES = {
  'declarations-imported': v.object({
    batch: Text(26),
    name: Text(255),
    sha256: Sha256,
    lines: v.number(),
    rejected: v.number(),
    skipped: v.number(),
    firstDate: Text(10),
    lastDate: Text(10),
  }),
  'mapping-remembered': v.object({
    header: Text(4000),
    mapping: v.record(v.picklist(LINE_FIELDS), Text(200)),
  }),
  'decision-recorded': v.object({
    decision: v.picklist(DECISIONS),
    remark: Text(2000),
    seen: SeenScore,
    /** Absent in records made before this app looked for controlled goods. */
    controlled: v.optional(SeenControlled),
  }),
  'decision-withdrawn': v.object({ withdrawn: Text(26) }),
  'settings-changed': v.object({ settings: v.record(Text(60), v.unknown()) }),
  'hs-code-picked': v.object({
    ...SEEN_SUGGESTION,
    code: SixOrTen,
    answer: v.picklist(ANSWER_KINDS),
    /** The code that the declaration gives; null: the text is from none. */
    declared: v.nullable(Text(10)),
  }),
  'hs-suggestion-rejected': v.object(SEEN_SUGGESTION),
  'pack-activated': v.object({ version: Text(20), previous: v.nullable(Text(20)) }),
  'pack-rolled-back': v.object({ version: Text(20), from: Text(20) }),
} as const;

export type EventKind = keyof typeof EVENT_BODIES;
export type EventBody<K extends EventKind> = v.InferOutput<(typeof EVENT_BODIES)[K]>;
