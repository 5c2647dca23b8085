/** A query against the references of one signer: features, probability, answer. */
import { answerOf, type SignatureAnswer, type SignatureGround, type Thresholds } from './answer.ts';
import { compare, prepare, type Comparison } from './compare.ts';
import type { Projection } from './describe.ts';
import type { Edges } from './edges.ts';
import { featuresOf, type Signer } from './signer.ts';

/** A logistic regression on the features as they are. */
export interface LogisticHead {
  readonly weights: Float32Array;
  readonly intercept: number;
}

export interface SignatureModel {
  readonly projection: Projection;
  readonly head: LogisticHead;
  readonly thresholds: Thresholds;
}

export interface SignatureVerdict {
  readonly answer: SignatureAnswer;
  readonly ground: SignatureGround;
  /** 0.5 where nothing could be compared. */
  readonly probability: number;
  /** With each reference, in their order. */
  readonly comparisons: readonly Comparison[];
}

/** Log-odds that the signer wrote it. */
export function logOdds({ weights, intercept }: LogisticHead, features: readonly number[]): number {
  return features.reduce((sum, one, at) => sum + one * (weights[at] ?? 0), intercept);
}

export function probabilityOf(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

/** `query`: null where no ink was found in the picture. */
export function judgeSignature(
  model: SignatureModel,
  signer: Signer,
  query: Edges | null,
): SignatureVerdict {
  const references = signer.references.length;
  const said = (probability: number, cells: number, comparisons: readonly Comparison[]) => ({
    ...answerOf({ probability, references, cells }, model.thresholds),
    ...{ probability, comparisons },
  });
  if (query === null) return said(0.5, 0, []);
  const prepared = prepare(query, model.projection);
  const cells = prepared.cells.cells.length;
  const comparisons = signer.references.map((reference) =>
    compare(prepared, reference, model.projection),
  );
  if (references < 2) return said(0.5, cells, comparisons);
  const odds = logOdds(model.head, featuresOf(signer, comparisons));
  return said(probabilityOf(odds), cells, comparisons);
}
