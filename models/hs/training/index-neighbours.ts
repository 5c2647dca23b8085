/** Builds the inverted index of labelled texts. */
import { KIND } from '../../../src/domain/hs/suggest/features.ts';
import type { NeighbourIndex } from '../../../src/domain/hs/suggest/neighbours.ts';
import type { Corpus } from './corpus.ts';

/** Tariff lines repeat their headings' words: the linear models know them, as neighbours they crowd. */
const LEFT_OUT = new Set(['us-tariff', 'cn-tariff', 'hsk-path-ko', 'hsk-path-en']);

/** Rows by class, so that rows with the same words lie together and gaps stay small. */
export function indexNeighbours(corpus: Corpus, rows: Int32Array): NeighbourIndex {
  const { classOf, arrays, vocabulary, index, from } = corpus;
  const kept = distinctRows(corpus, rows).sort((a, b) => classOf[a]! - classOf[b]! || a - b);
  const isWord = (feature: number): boolean => arrays.kinds[feature] !== KIND.gram;
  const first = new Uint32Array(vocabulary.size + 1);
  for (const row of kept) {
    for (let p = from[row]!; p < from[row + 1]!; p++) {
      if (isWord(index[p]!)) first[index[p]! + 1]! += 1;
    }
  }
  for (let f = 0; f < vocabulary.size; f++) first[f + 1]! += first[f]!;
  const next = first.slice();
  const row = new Uint32Array(first[vocabulary.size]!);
  kept.forEach((source, place) => {
    for (let p = from[source]!; p < from[source + 1]!; p++) {
      const feature = index[p]!;
      if (isWord(feature)) row[next[feature]!++] = place;
    }
  });
  return {
    ...{ from: first, row },
    classOf: Uint16Array.from(kept, (source) => classOf[source]!),
    vote: Uint8Array.from(kept, (source) => Math.round(100 * corpus.rows[source]!.weight)),
  };
}

/** The same words under the same code vote once, with the largest weight among them. */
function distinctRows(corpus: Corpus, rows: Int32Array): number[] {
  const best = new Map<string, number>();
  for (const row of rows) {
    if (LEFT_OUT.has(corpus.rows[row]!.source)) continue;
    const words = corpus.index
      .subarray(corpus.from[row], corpus.from[row + 1])
      .filter((feature) => corpus.arrays.kinds[feature] !== KIND.gram);
    if (words.length === 0) continue;
    const key = `${corpus.classOf[row]}|${words.join(' ')}`;
    const held = best.get(key);
    if (held === undefined || corpus.rows[held]!.weight < corpus.rows[row]!.weight)
      best.set(key, row);
  }
  return [...best.values()];
}
