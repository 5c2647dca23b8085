/** A goods text through the whole of the suggester: what its words say at all, then the model. */
import {
  answerFrom,
  decideKind,
  mostLikely,
  nothingToScore,
  type AnswerKind,
  type AnswerLimits,
  type Verdict,
} from './answer.ts';
import type { HsModel, HsScores } from './suggest/model.ts';
import { wordingOf, type AskTopic } from './vague.ts';

export interface TextAnswer extends Verdict {
  readonly vague: { readonly term: string; readonly topic: AskTopic } | null;
  readonly language: HsScores['language'];
  readonly similarity: number;
}

/** The answer to a text of any kind, however odd. */
export function answerText(model: HsModel, limits: AnswerLimits, text: string): TextAnswer {
  const wording = wordingOf(text);
  if (wording.says === 'nothing') {
    const language = /\p{Script=Hangul}/u.test(text) ? 'ko' : 'en';
    return { ...nothingToScore(model.codes.length), vague: null, language, similarity: 0 };
  }
  const scores = model.score(text);
  const { language, similarity } = scores;
  const verdict = answerFrom(model.codes, scores, limits);
  if (wording.says === 'goods') return { ...verdict, vague: null, language, similarity };
  const { term, topic } = wording;
  // What such a text is mostly used for may be a hint, never an offer.
  return { ...verdict, kind: 'ask', reason: 'vague', vague: { term, topic }, language, similarity };
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
