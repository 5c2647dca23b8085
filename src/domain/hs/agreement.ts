/** Whether what the model says of a goods text agrees with the code that was declared for it. */
import { hasBelow, mostLikely, shareBelow, type Verdict } from './answer.ts';
import type { HsCode } from './code.ts';

/**
 * `agrees`: the declared code is the suggested one, or about as likely. `near-miss`: another subheading of the same
 * heading. `cannot-tell`: the model has no suggestion, or the words do not speak against the code.
 */
export const AGREEMENTS = ['agrees', 'near-miss', 'conflict', 'cannot-tell'] as const;
export type Agreement = (typeof AGREEMENTS)[number];

export interface Comparison {
  readonly agreement: Agreement;
  /** Most likely code; null where the model offers none. */
  readonly suggested: HsCode | null;
  readonly probability: number;
  /** Of the declared code, or of all below it where fewer than six digits were declared. */
  readonly declaredProbability: number;
}

/** What a text without words says of any code. */
export const NOTHING_SAID: Comparison = {
  ...{ agreement: 'cannot-tell', suggested: null, probability: 0, declaredProbability: 0 },
};

/** A declared code with at least this part of the best one's probability is as good a reading. */
const EQUAL_PART = 1 / 1.5;
/** One with this part is a worse reading, yet not contradicted. */
const FAIR_PART = 1 / 3;
/**
 * A short list contradicts the declared code, or its heading, only where that is less likely than
 * this: one in a hundred, by calibrated probabilities. At 5 % most contradictions were false alarms.
 */
const IMPLAUSIBLE = 0.01;

/**
 * Holds the declared code, four digits or more, against the probabilities of all codes. Careful on
 * purpose: an officer's time goes where the words speak plainly against the code. What the model
 * asks about is `cannot-tell`, and so is a heading that the model does not know (codes of an older
 * nomenclature).
 */
export function compareDeclared(
  declared: HsCode,
  kind: Verdict['kind'],
  codes: readonly HsCode[],
  probability: Float32Array,
): Comparison {
  const [best = 0] = mostLikely(probability, 1);
  const suggested = codes[best] ?? '';
  const top = probability[best] ?? 0;
  const six = declared.slice(0, 6);
  const heading = six.slice(0, 4);
  const own = shareBelow(codes, probability, six);
  const offered = kind === 'ask' ? null : suggested;
  return { agreement: judge(), suggested: offered, probability: top, declaredProbability: own };

  function judge(): Agreement {
    if (kind === 'ask') return 'cannot-tell';
    if (suggested.startsWith(six)) return 'agrees';
    if (!hasBelow(codes, heading)) return 'cannot-tell';
    if (own >= top * EQUAL_PART) return 'agrees';
    if (own >= top * FAIR_PART) return 'cannot-tell';
    const sameHeading = suggested.startsWith(heading);
    const left = sameHeading ? own : shareBelow(codes, probability, heading);
    if (kind === 'choose' && left >= IMPLAUSIBLE) return 'cannot-tell';
    return sameHeading ? 'near-miss' : 'conflict';
  }
}
