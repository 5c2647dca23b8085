/** What is said of a signature. It never proves who signed: likeness can be learnt. */

export const SIGNATURE_ANSWERS = ['similar', 'unlike', 'cannot-tell'] as const;
export type SignatureAnswer = (typeof SIGNATURE_ANSWERS)[number];

/**
 * likeness: the probability decides. unclear: it lies between the thresholds. few-references: too few
 * to know how much the signer varies. no-ink, little-ink: nothing, or too little, to compare.
 */
export const SIGNATURE_GROUNDS = [
  'likeness',
  'unclear',
  'few-references',
  'no-ink',
  'little-ink',
] as const;
export type SignatureGround = (typeof SIGNATURE_GROUNDS)[number];

/** Stored in the pack. */
export interface Thresholds {
  /** Probability from which it is *similar*, and up to which it is *unlike*. */
  readonly similar: number;
  readonly unlike: number;
  readonly references: number;
  /** Inked cells of the grid. */
  readonly cells: number;
}

export interface Evidence {
  /** That the signer wrote it, where genuine and imitated signatures are equally many. */
  readonly probability: number;
  readonly references: number;
  /** Inked cells of the query; 0: no ink was found. */
  readonly cells: number;
}

export function answerOf(
  { probability, references, cells }: Evidence,
  thresholds: Thresholds,
): { readonly answer: SignatureAnswer; readonly ground: SignatureGround } {
  const open = (ground: SignatureGround) => ({ answer: 'cannot-tell', ground }) as const;
  if (cells === 0) return open('no-ink');
  if (cells < thresholds.cells) return open('little-ink');
  if (references < thresholds.references) return open('few-references');
  if (probability >= thresholds.similar) return { answer: 'similar', ground: 'likeness' };
  if (probability <= thresholds.unlike) return { answer: 'unlike', ground: 'likeness' };
  return open('unclear');
}
