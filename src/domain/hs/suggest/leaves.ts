/** Which 10-digit codes of a chosen subheading the text speaks of. */
import type { Vocabulary } from './vocabulary.ts';
import { encodeText } from './vocabulary.ts';

export interface LeafNames {
  readonly ko: string;
  readonly en: string;
}

/** Steepness of the shares over the cosine; set by hand, so the shares order and are no tested probability. */
const STEEPNESS = 8;

/**
 * Share of each leaf, 0..1, by the cosine of the text with its names in both languages; null for
 * all when the text has nothing in common with any name: then their order says nothing.
 */
export function leafShares(
  vocabulary: Vocabulary,
  text: string,
  leaves: readonly LeafNames[],
): readonly (number | null)[] {
  const wanted = encodeText(vocabulary, text);
  const value = new Map([...wanted.index].map((feature, i) => [feature, wanted.value[i]!]));
  const cosine = (name: string): number => {
    const { index, value: own } = encodeText(vocabulary, name);
    return index.reduce((sum, feature, i) => sum + own[i]! * (value.get(feature) ?? 0), 0);
  };
  const near = leaves.map(({ ko, en }) => Math.max(cosine(ko), cosine(en)));
  if (leaves.length > 1 && near.every((similarity) => similarity < 0.02))
    return near.map(() => null);
  const weights = near.map((similarity) => Math.exp(similarity * STEEPNESS));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
