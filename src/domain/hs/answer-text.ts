/** A goods text through the whole of the suggester: what its words say at all, then the model. */
import { compareDeclared, NOTHING_SAID, type Comparison } from './agreement.ts';
import {
  answerFrom,
  decideKind,
  mostLikely,
  nothingToScore,
  type AnswerKind,
  type AnswerLimits,
  type Verdict,
} from './answer.ts';
import type { HsCode } from './code.ts';
import type { HsModel, HsScores } from './suggest/model.ts';
import { wordingOf, type AskTopic } from './vague.ts';

export interface TextAnswer extends Verdict {
  readonly vague: { readonly term: string; readonly topic: AskTopic } | null;
  readonly language: HsScores['language'];
  readonly similarity: number;
  /** How the declared code stands to the words; null where none was given. */
  readonly agreement: Comparison | null;
}

/** The answer to a text of any kind, however odd. */
export function answerText(
  model: HsModel,
  limits: AnswerLimits,
  text: string,
  declared: HsCode | null = null,
): TextAnswer {
  const wording = wordingOf(text);
  if (wording.says === 'nothing') {
    const language = /\p{Script=Hangul}/u.test(text) ? 'ko' : 'en';
    const agreement = declared === null ? null : NOTHING_SAID;
    const nothing = nothingToScore(model.codes.length);
    return { ...nothing, vague: null, language, similarity: 0, agreement };
  }
  const scores = model.score(text);
  const { language, similarity } = scores;
  const scored = answerFrom(model.codes, scores, limits);
  const vague = wording.says === 'vague' ? { term: wording.term, topic: wording.topic } : null;
  // What such a text is mostly used for may be a hint, never an offer.
  const verdict: Verdict = vague ? { ...scored, kind: 'ask', reason: 'vague' } : scored;
  // By the whole vector, not by the listed candidates: the same rule as the check of whole files.
  const agreement =
    declared === null
      ? null
      : compareDeclared(declared, verdict.kind, model.codes, scores.probability);
  return { ...verdict, vague, language, similarity, agreement };
}

/** The kind of answer with the scores behind it, for whole files: no paths are worked out. */
export function kindOfText(
  model: HsModel,
  limits: AnswerLimits,
  text: string,
): { readonly kind: AnswerKind; readonly scores: HsScores | null } {
  const { says } = wordingOf(text);
  if (says === 'nothing') return { kind: 'ask', scores: null };
  const scores = model.score(text);
  const [best = 0] = mostLikely(scores.probability, 1);
  const { kind } = decideKind(scores, scores.probability[best] ?? 0, limits);
  return { kind: says === 'vague' ? 'ask' : kind, scores };
}
