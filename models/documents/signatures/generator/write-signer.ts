/** One invented signer: genuine signatures, imitations by others, and namesakes. */
import type { GreyImage } from '../../../../src/domain/documents/signatures/grey-image.ts';
import { Dice } from './dice.ts';
import { drawSignature } from './draw.ts';
import { drawHand, drawLikeHand, drawText, planOf } from './hand.ts';
import { imitate, vary } from './occasion.ts';

export interface Signer {
  readonly genuine: readonly GreyImage[];
  /** By forgers who have seen the signature. */
  readonly imitated: readonly GreyImage[];
  /** The same text in another hand. */
  readonly namesakes: readonly GreyImage[];
}

export interface Counts {
  readonly genuine: number;
  readonly forgers: number;
  readonly namesakes: number;
}

/** The same seed gives the same pictures on every machine. */
export function writeSigner(seed: number, counts: Counts): Signer {
  const dice = new Dice(seed);
  const text = drawText(dice);
  const hand = drawHand(dice);
  const plan = planOf(text, hand);
  const spread = dice.factor(0.35, 0.15);
  const many = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);
  return {
    genuine: many(counts.genuine, () => drawSignature(vary(plan, spread, dice), dice)),
    imitated: many(counts.forgers, () => {
      const skill = Math.min(1, Math.max(0, dice.normal(0.2, 0.25)));
      const forged = imitate(plan, skill, dice);
      return many(2, () => {
        const own = vary(forged, spread * dice.between(0.7, 1.3), dice);
        return drawSignature(own, dice);
      });
    }).flat(),
    namesakes: many(counts.namesakes, () => {
      const other = planOf(text, drawLikeHand(dice, hand, dice.between(0, 0.7)));
      return drawSignature(vary(other, spread, dice), dice);
    }),
  };
}
