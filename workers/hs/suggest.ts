import { GOODS_TEXT_LIMIT, type HsAnswer, type PastPick } from '../../src/contracts/hs.ts';
import { answerText } from '../../src/domain/hs/answer-text.ts';
import type { HsCode } from '../../src/domain/hs/code.ts';
import { HS_PACK, type OpenedModel } from './hs-model.ts';

/** The part of a text that is read: never half of a character. */
export function readPart(text: string): string {
  return text.slice(0, GOODS_TEXT_LIMIT).replace(/[\ud800-\udbff]$/, '');
}

/** The answer to a text with what goes beside it: own earlier picks, and how often such answers were right. */
export function suggest(
  { model, limits, version, metrics }: OpenedModel,
  text: string,
  past: readonly PastPick[],
  declared: HsCode | null = null,
): HsAnswer {
  const answer = answerText(model, limits, readPart(text), declared);
  return {
    ...answer,
    rightShare: metrics[`right_${answer.kind}_${answer.language}`]?.value ?? null,
    cut: text.length > GOODS_TEXT_LIMIT,
    past,
    pack: { id: HS_PACK, version },
  };
}
