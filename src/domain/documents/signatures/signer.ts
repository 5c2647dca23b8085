/** A signer as known by references: how alike they are among themselves says how much that hand varies. */
import { compare, prepare, type Prepared } from './compare.ts';
import type { Projection } from './describe.ts';
import type { Edges } from './edges.ts';

export interface Signer {
  readonly references: readonly Prepared[];
  /** Of each reference, mean similarity to the others. */
  readonly own: readonly number[];
  /** Similarity of the two references that are least alike. */
  readonly least: number;
}

/** What the head weighs; the names tell pack and app that they mean the same. */
export const FEATURES = [
  'mean-over-own',
  'best-over-own',
  'own',
  'own-spread',
  'best-relative',
  'mean-over-own-scaled',
  'mean-over-least',
] as const;

/** Fewer references say nothing about how much a hand varies: the features need two at least. */
export function knowSigner(references: readonly Edges[], projection: Projection): Signer {
  const prepared = references.map((edges) => prepare(edges, projection));
  return signerOf(prepared, (query, reference) =>
    similarity(prepared[query], prepared[reference], projection),
  );
}

function similarity(
  query: Prepared | undefined,
  reference: Prepared | undefined,
  projection: Projection,
): number {
  return query && reference ? compare(query, reference, projection).similarity : 0;
}

/** `between(query, reference)`: similarity of two of the references, by number. */
export function signerOf(
  references: readonly Prepared[],
  between: (query: number, reference: number) => number,
): Signer {
  const pairs = references.map((_, reference) =>
    references.flatMap((_other, query) => (query === reference ? [] : [between(query, reference)])),
  );
  return { references, own: pairs.map(mean), least: Math.min(...pairs.flat()) };
}

/** `similarities`: of the query to each reference. */
export function featuresOf({ own, least }: Signer, similarities: readonly number[]): number[] {
  const usual = mean(own);
  const average = mean(similarities);
  const spread = Math.sqrt(mean(own.map((one) => (one - usual) ** 2)));
  const relative = similarities.map((one, at) => one - (own[at] ?? usual));
  return [
    average - usual,
    Math.max(...similarities) - usual,
    usual,
    spread,
    Math.max(...relative),
    (average - usual) / (1 - usual + 0.05),
    average - least,
  ];
}

function mean(values: readonly number[]): number {
  return values.reduce((all, one) => all + one, 0) / Math.max(1, values.length);
}
