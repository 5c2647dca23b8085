/** Fusion fitted on some folds and judged on the others, so that every text is judged by strangers. */
import { softmax } from '../../../src/domain/hs/suggest/descend.ts';
import { scoreCandidates } from '../../../src/domain/hs/suggest/fusion.ts';
import type { Fusion } from '../../../src/domain/hs/suggest/fusion.ts';
import type { Judgement } from '../figures.ts';
import type { Corpus } from './corpus.ts';
import { fitFusion } from './fit-fusion.ts';
import type { Habits, HeldOut } from './held-out.ts';

export interface JudgedText extends Judgement {
  readonly source: string;
  readonly language: 'ko' | 'en';
  readonly held: HeldOut;
}

/** Folds that are held out in turn: with three of five, 60 % of all texts are judged by strangers. */
export const JUDGED_FOLDS = [0, 1, 2] as const;

/** `folds`: what the members said of each fold; each is judged by a blend fitted on the others. */
export function crossFit(
  corpus: Corpus,
  folds: readonly (readonly HeldOut[])[],
  habits: Habits,
): JudgedText[] {
  return folds.flatMap((fold) => {
    const others = folds.filter((other) => other !== fold).flat();
    const fusion = fitFusion(corpus, others, habits);
    return fold.map((text) => judgedText(corpus, fusion, text));
  });
}

function judgedText(corpus: Corpus, fusion: Fusion, held: HeldOut): JudgedText {
  const scores = scoreCandidates(fusion, held);
  for (let i = 0; i < scores.length; i++) scores[i]! *= fusion.sharpness[held.language];
  softmax(scores, 0, scores.length);
  return {
    right: [corpus.tree.codes[held.right]!],
    said: [...scores].map((p, i) => [
      corpus.tree.codes[held.classes[i]!]!,
      p * (1 - fusion.missed),
    ]),
    similarity: held.similarity,
    source: corpus.rows[held.row]!.source,
    language: held.language,
    held,
  };
}
