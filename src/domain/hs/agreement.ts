/** Whether what the model says of a goods text agrees with the code that was declared for it. */
import type { Verdict } from './answer.ts';
import { hasBelow, mostLikely, shareBelow } from './answer.ts';
import type { HsCode } from './code.ts';

/** `near-miss`: another subheading of the same heading. `cannot-tell`: the model has no suggestion. */
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

/** A declared code with at least this part of the best one's probability is as good a reading. */
const FAIR_PART = 1 / 3;
/** Above this the declared heading is still possible: a short list does not contradict it. */
const HEADING_POSSIBLE = 0.05;

/**
 * Careful on purpose: an officer's time goes where the words speak plainly against the code. What
 * the model asks about is `cannot-tell`, and so is a heading that the model does not know (codes
 * of an older nomenclature).
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
  const own = shareBelow(codes, probability, six);
  const seen = { probability: top, declaredProbability: own };
  if (kind === 'ask') return { ...seen, agreement: 'cannot-tell', suggested: null };
  return { ...seen, agreement: judge(), suggested };

  function judge(): Agreement {
    if (suggested.startsWith(six)) return 'agrees';
    const heading = six.slice(0, 4);
    if (!hasBelow(codes, heading)) return 'cannot-tell';
    if (own >= top * FAIR_PART) return 'agrees';
    if (suggested.startsWith(heading)) return 'near-miss';
    if (kind === 'suggest') return 'conflict';
    return shareBelow(codes, probability, heading) > HEADING_POSSIBLE ? 'cannot-tell' : 'conflict';
  }
}
