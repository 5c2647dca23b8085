import { backOffRate, logOdds } from './back-off.ts';
import type { EncodedLines } from './knowledge.ts';
import { isNovel } from './knowledge.ts';
import type { RiskModel } from './model.ts';
import { scoreForest } from './score-forest.ts';
import { CRITICAL_MEMBERS, FRAUD_MEMBERS, sigmoid, stackLogit } from './stack.ts';
import type { Stack } from './stack.ts';

/** Member logits by line: `[line * FRAUD_MEMBERS.length + member]`; 0 where a member is not asked. */
export interface MemberLogits {
  readonly fraud: Float32Array;
  readonly critical: Float32Array;
}

/** Scores by line. Probabilities are calibrated; `novel` 1 = pattern never seen in training. */
export interface LineScores {
  readonly length: number;
  readonly logit: Float32Array;
  readonly probability: Float32Array;
  readonly critical: Float32Array;
  readonly novel: Uint8Array;
  readonly members: MemberLogits;
}

const FRAUD = FRAUD_MEMBERS.length;
const CRITICAL = CRITICAL_MEMBERS.length;

function everyLine(length: number): Uint32Array {
  return Uint32Array.from({ length }, (_, line) => line);
}

/**
 * What each member says of each line. `network` holds what networkLogits gave, or null
 * when the pack has no network; a pack that has one and gets none is a bug, not a low score.
 */
export function memberLogits(
  model: RiskModel,
  encoded: EncodedLines,
  network: Float32Array | null,
): MemberLogits & { novel: Uint8Array } {
  const { length, entries } = encoded;
  if (model.network !== null && network?.length !== length) {
    throw new RangeError(`network answered ${network?.length ?? 0} of ${length} lines`);
  }
  const fraud = new Float32Array(length * FRAUD);
  const critical = new Float32Array(length * CRITICAL);
  const novel = new Uint8Array(length);
  for (let line = 0; line < length; line += 1) {
    novel[line] = isNovel(model.knowledge, encoded, line) ? 1 : 0;
    fraud[line * FRAUD] = logOdds(backOffRate(model.backOff.fraud, entries, length, line));
    critical[line * CRITICAL] = logOdds(backOffRate(model.backOff.critical, entries, length, line));
    if (network === null) continue;
    fraud[line * FRAUD + 3] = network[line] as number;
  }
  const all = everyLine(length);
  scoreForest(model.trees, encoded, all, fraud, FRAUD, 1);
  scoreForest(model.criticalTrees, encoded, all, critical, CRITICAL, 1);
  if (model.novelTrees !== null) {
    const unseen = all.filter((line) => novel[line] === 1);
    scoreForest(model.novelTrees, encoded, unseen, fraud, FRAUD, 2);
  }
  return { fraud, critical, novel };
}

/** The stack that speaks for a line. */
export function stackOf(model: Pick<RiskModel, 'known' | 'novel'>, novel: number): Stack {
  return novel === 1 ? model.novel : model.known;
}

/** Scores encoded lines; see memberLogits for `network`. */
export function scoreLines(
  model: RiskModel,
  encoded: EncodedLines,
  network: Float32Array | null,
): LineScores {
  const { novel, ...members } = memberLogits(model, encoded, network);
  const { length } = encoded;
  const logit = new Float32Array(length);
  const probability = new Float32Array(length);
  const critical = new Float32Array(length);
  for (let line = 0; line < length; line += 1) {
    const value = stackLogit(stackOf(model, novel[line] as number), members.fraud, line * FRAUD);
    logit[line] = value;
    probability[line] = sigmoid(value);
    critical[line] = sigmoid(stackLogit(model.critical, members.critical, line * CRITICAL));
  }
  return { length, logit, probability, critical, novel, members };
}
