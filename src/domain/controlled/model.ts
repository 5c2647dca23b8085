/** The model of a controlled-goods pack: two forests over the same evidence, with and without a goods text. */
import type { Forest } from '../risk/forest.ts';
import { binOf } from '../risk/forest.ts';
import { shareForest } from '../risk/tree-shap.ts';
import type { Clue, ClueKey } from './clue.ts';
import type { ControlledList } from './controlled-list.ts';
import { dayViews, type DayView } from './day-view.ts';
import {
  BARE_FEATURES,
  bareEvidence,
  TEXT_FEATURES,
  textEvidence,
  type Evidence,
} from './evidence.ts';
import { factsOf } from './facts.ts';
import type { ControlledModel, ImporterPast, Judged, LineFacts } from './judge.ts';
import type { Usual } from './usual.ts';

/** A forest whose log-odds become a probability by `slope * logit + shift`. */
export interface CalibratedForest {
  readonly forest: Forest;
  readonly slope: number;
  readonly shift: number;
}

export interface ControlledParts {
  readonly version: string;
  readonly usual: Usual;
  /** 10-digit codes under each six-digit one. */
  readonly leaves: Uint8Array;
  readonly withText: CalibratedForest;
  readonly withoutText: CalibratedForest;
  readonly thresholds: { readonly check: number; readonly fits: number };
}

export function binsOf(forest: Forest, values: Float32Array): Uint8Array {
  return Uint8Array.from(forest.edges, (edges, feature) => binOf(edges, values[feature] ?? NaN));
}

/** Log-odds of one line. */
export function forestLogit(forest: Forest, bins: Uint8Array): number {
  const inner = (1 << forest.depth) - 1;
  let sum = forest.bias;
  for (let tree = 0; tree < forest.trees; tree += 1) {
    let node = 0;
    for (let level = 0; level < forest.depth; level += 1) {
      const at = tree * inner + node;
      const right = (bins[forest.nodeFeature[at] ?? 0] ?? 0) > (forest.nodeBin[at] ?? 0) ? 1 : 0;
      node = 2 * node + 1 + right;
    }
    sum += forest.leaf[tree * (inner + 1) + node - inner] ?? 0;
  }
  return sum;
}

export function calibrated({ slope, shift }: CalibratedForest, logit: number): number {
  return 1 / (1 + Math.exp(-(slope * logit + shift)));
}

interface Weighed extends Evidence {
  readonly forest: CalibratedForest;
  readonly clueOf: readonly (readonly [string, ClueKey])[];
}

export function controlledModel(parts: ControlledParts): ControlledModel {
  const { usual, leaves, thresholds } = parts;
  const viewOf = dayViews(usual.codes, leaves);
  const weigh = (line: LineFacts, view: DayView): Weighed =>
    line.suggestions.length > 0
      ? { ...textEvidence(line, view, usual), forest: parts.withText, clueOf: TEXT_FEATURES }
      : { ...bareEvidence(line, view, usual), forest: parts.withoutText, clueOf: BARE_FEATURES };
  return {
    version: parts.version,
    assess(list, line) {
      const weighed = weigh(line, viewOf(list, line.day));
      const { forest, values } = weighed;
      const logit = forestLogit(forest.forest, binsOf(forest.forest, values));
      return answer(calibrated(forest, logit), weighed, line.suggestions.length > 0, thresholds);
    },
    clues(list, line, past) {
      const view = viewOf(list, line.day);
      return cluesOf(weigh(line, view), list, view, line, past, usual);
    },
  };
}

/**
 * Numbers alone never say that a line fits: too many goods cost and weigh the same. Without a text only
 * numbers that fit the suspect better make a line one to check, never the company its code is in.
 */
export function answer(
  probability: number,
  { suspect, numbers }: Evidence,
  text: boolean,
  { check, fits }: ControlledParts['thresholds'],
): Judged {
  const spoken = text || numbers > 0;
  if (suspect !== null && spoken && probability >= check)
    return { ground: 'hidden', probability, suspect };
  if (!text) return { ground: 'no-text', probability, suspect: null };
  if (probability <= fits) return { ground: 'no-sign', probability, suspect: null };
  return { ground: 'unclear', probability, suspect };
}

/**
 * Shares of the features, summed up by clue; the importer's past is shown and not scored. What has no
 * facts to show goes into the start, so that all weights add up to the log-odds.
 */
function cluesOf(
  { forest, values, clueOf, suspect }: Weighed,
  list: ControlledList,
  view: DayView,
  line: LineFacts,
  past: ImporterPast,
  usual: Usual,
): readonly Clue[] {
  const shared = shareForest(forest.forest, binsOf(forest.forest, values));
  const weights = new Map<ClueKey, number>();
  clueOf.forEach(([, key], feature) => {
    const share = forest.slope * (shared.values[feature] ?? 0);
    weights.set(key, (weights.get(key) ?? 0) + share);
  });
  if (past.lines.size > 0) weights.set('importer', 0);
  const about = { list, view, line, past, usual, suspect };
  const clues = [...weights].map(([key, weight]) => ({ key, weight, facts: factsOf(key, about) }));
  const isShown = ({ facts }: Clue): boolean => Object.keys(facts).length > 0;
  const unshown = clues
    .filter((clue) => !isShown(clue))
    .reduce((sum, { weight }) => sum + weight, 0);
  const start = forest.slope * shared.base + forest.shift + unshown;
  return [
    { key: 'start', weight: start, facts: {} },
    ...clues.filter(isShown).sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)),
  ];
}
