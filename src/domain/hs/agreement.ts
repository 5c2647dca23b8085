/** Whether what the model says of a goods text agrees with the code that was declared for it. */
import { hasBelow, mostLikely, shareBelow, type Verdict } from './answer.ts';
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

interface Seen {
  readonly kind: Verdict['kind'];
  readonly suggested: HsCode;
  readonly top: number;
  /** Probability of the declared code, and of its heading. */
  readonly own: number;
  readonly heading: number;
  /** Whether the model knows the heading at all. */
  readonly known: boolean;
}

/**
 * Careful on purpose: an officer's time goes where the words speak plainly against the code. What
 * the model asks about is `cannot-tell`, and so is a heading that the model does not know (codes
 * of an older nomenclature).
 */
function judge(declared: HsCode, { kind, suggested, top, own, heading, known }: Seen): Agreement {
  if (kind === 'ask') return 'cannot-tell';
  if (suggested.startsWith(declared)) return 'agrees';
  if (!known) return 'cannot-tell';
  if (own >= top * FAIR_PART) return 'agrees';
  if (suggested.startsWith(declared.slice(0, 4))) return 'near-miss';
  if (kind === 'suggest') return 'conflict';
  return heading > HEADING_POSSIBLE ? 'cannot-tell' : 'conflict';
}

/** The declared code, four digits or more, against the probabilities of all codes of the model. */
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
  const agreement = judge(six, {
    ...{ kind, suggested, top, own },
    heading: shareBelow(codes, probability, six.slice(0, 4)),
    known: hasBelow(codes, six.slice(0, 4)),
  });
  const offered = kind === 'ask' ? null : suggested;
  return { agreement, suggested: offered, probability: top, declaredProbability: own };
}

/** The same from an answer that is at hand: what its candidates leave out counts as nothing. */
export function agreementOf(
  { kind, candidates }: Pick<Verdict, 'kind' | 'candidates'>,
  declared: HsCode,
): Agreement {
  const [best] = candidates;
  if (!best) return 'cannot-tell';
  const six = declared.slice(0, 6);
  const shares = new Map(
    candidates.flatMap(({ path }) => path.map(({ code, probability }) => [code, probability])),
  );
  return judge(six, {
    ...{ kind, suggested: best.code, top: best.probability, known: true },
    own: shares.get(six) ?? 0,
    heading: shares.get(six.slice(0, 4)) ?? 0,
  });
}
