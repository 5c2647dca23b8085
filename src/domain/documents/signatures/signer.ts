/** A signer as known by references: how alike they are among themselves says how much that hand varies. */
import { compare, prepare, type Comparison, type Prepared } from './compare.ts';
import type { Projection } from './describe.ts';
import type { Edges } from './edges.ts';

/** Similarity of references among themselves. */
interface Own {
  /** Of each reference, mean similarity of the others to it. */
  readonly each: readonly number[];
  readonly mean: number;
  readonly spread: number;
  /** Of the two references that are least alike. */
  readonly least: number;
}

export interface Signer {
  readonly references: readonly Prepared[];
  readonly laidOver: Own;
  readonly asTheyLie: Own;
  readonly moved: number;
}

const MEASURES = [
  'mean-over-own',
  'best-over-own',
  'own',
  'own-spread',
  'best-relative',
  'mean-over-own-scaled',
  'mean-over-least',
];

/** What the head weighs; the names tell pack and app that they mean the same. */
export const FEATURES: readonly string[] = [
  ...MEASURES.map((measure) => `laid-over-${measure}`),
  'moved-over-own',
  'own-moved',
  ...MEASURES.map((measure) => `as-they-lie-${measure}`),
];

/** Fewer than two references say nothing about how much a hand varies. */
export function knowSigner(references: readonly Edges[], projection: Projection): Signer {
  const prepared = references.map((edges) => prepare(edges, projection));
  return signerOf(
    prepared,
    prepared.map((reference) =>
      prepared
        .filter((query) => query !== reference)
        .map((query) => compare(query, reference, projection)),
    ),
  );
}

/** `others`: for each reference the others held against it. */
export function signerOf(
  references: readonly Prepared[],
  others: readonly (readonly Comparison[])[],
): Signer {
  return {
    references,
    laidOver: ownOf(others.map((list) => list.map(({ laidOver }) => laidOver))),
    asTheyLie: ownOf(others.map((list) => list.map(({ asTheyLie }) => asTheyLie))),
    moved: mean(others.flat().map(({ moved }) => moved)),
  };
}

function ownOf(similarities: readonly (readonly number[])[]): Own {
  const each = similarities.map(mean);
  const usual = mean(each);
  return {
    each,
    mean: usual,
    spread: Math.sqrt(mean(each.map((one) => (one - usual) ** 2))),
    least: Math.min(...similarities.flat()),
  };
}

/** `comparisons`: of the query with each reference. */
export function featuresOf(signer: Signer, comparisons: readonly Comparison[]): number[] {
  const moved = mean(comparisons.map((one) => one.moved));
  return [
    ...measure(
      signer.laidOver,
      comparisons.map(({ laidOver }) => laidOver),
    ),
    ...[moved - signer.moved, signer.moved],
    ...measure(
      signer.asTheyLie,
      comparisons.map(({ asTheyLie }) => asTheyLie),
    ),
  ];
}

function measure(own: Own, similarities: readonly number[]): number[] {
  const average = mean(similarities);
  const relative = similarities.map((one, at) => one - (own.each[at] ?? own.mean));
  return [
    average - own.mean,
    Math.max(...similarities) - own.mean,
    own.mean,
    own.spread,
    Math.max(...relative),
    // 0.05: a hand that hardly varies must not turn a hair's breadth into a forgery.
    (average - own.mean) / (1 - own.mean + 0.05),
    average - own.least,
  ];
}

function mean(values: readonly number[]): number {
  return values.reduce((all, one) => all + one, 0) / Math.max(1, values.length);
}
