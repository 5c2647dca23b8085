/** All rows as vectors over one vocabulary, in typed arrays: 190,000 texts in some 150 MB. */
import { featuresOf, KIND } from '../../../src/domain/hs/suggest/features.ts';
import { tokensOf } from '../../../src/domain/hs/suggest/tokens.ts';
import { codeTree } from '../../../src/domain/hs/suggest/tree.ts';
import type { CodeTree } from '../../../src/domain/hs/suggest/tree.ts';
import { encodeText, openVocabulary } from '../../../src/domain/hs/suggest/vocabulary.ts';
import type { EncodedText, Vocabulary } from '../../../src/domain/hs/suggest/vocabulary.ts';
import { foldOf } from './rows.ts';
import type { Row } from './rows.ts';
import type { Sources } from './sources.ts';

export interface VocabularyArrays {
  readonly hashes: Uint32Array;
  readonly kinds: Uint8Array;
  readonly idf16: Uint8Array;
}

export interface Corpus {
  readonly rows: readonly Row[];
  readonly tree: CodeTree;
  readonly vocabulary: Vocabulary;
  readonly arrays: VocabularyArrays;
  /** Rows that hold each feature. */
  readonly rowsWith: Uint32Array;
  readonly classOf: Int32Array;
  readonly fold: Uint8Array;
  /** First feature of each row in `index` and `value`; one more entry closes the last. */
  readonly from: Uint32Array;
  readonly index: Int32Array;
  readonly value: Float32Array;
}

/** A feature in fewer rows than this is chance, by kind. */
const LEAST_ROWS: Readonly<Record<number, number>> = {
  [KIND.word]: 2,
  [KIND.pair]: 3,
  [KIND.gram]: 4,
};

export function corpusOf(sources: Sources): Corpus {
  const { rows } = sources;
  const tree = codeTree(sources.codes);
  const { arrays, rowsWith } = countVocabulary(rows);
  const vocabulary = openVocabulary(arrays.hashes, arrays.kinds, arrays.idf16);
  const place = new Map(tree.codes.map((code, i) => [code, i]));
  const texts = rows.map((row) => encodeText(vocabulary, row.text));
  return {
    ...{ rows, tree, vocabulary, arrays, rowsWith },
    classOf: Int32Array.from(rows, (row) => place.get(row.code) ?? -1),
    fold: Uint8Array.from(rows, (row) => foldOf(row.key)),
    ...concatenate(texts),
  };
}

function concatenate(texts: readonly EncodedText[]): Pick<Corpus, 'from' | 'index' | 'value'> {
  const from = new Uint32Array(texts.length + 1);
  texts.forEach((text, i) => (from[i + 1] = from[i]! + text.index.length));
  const index = new Int32Array(from[texts.length]!);
  const value = new Float32Array(index.length);
  texts.forEach((text, i) => {
    index.set(text.index, from[i]);
    value.set(text.value, from[i]);
  });
  return { from, index, value };
}

function countVocabulary(rows: readonly Row[]): {
  arrays: VocabularyArrays;
  rowsWith: Uint32Array;
} {
  const counts = new Map<number, number>();
  const kindOf = new Map<number, number>();
  for (const { text } of rows) {
    const seen = new Set<number>();
    for (const { hash, kind } of featuresOf(tokensOf(text))) {
      if (seen.has(hash)) continue;
      seen.add(hash);
      counts.set(hash, (counts.get(hash) ?? 0) + 1);
      kindOf.set(hash, kind);
    }
  }
  const kept = [...counts].filter(([hash, count]) => count >= LEAST_ROWS[kindOf.get(hash)!]!);
  const hashes = Uint32Array.from(kept, ([hash]) => hash).sort();
  const rowsWith = Uint32Array.from(hashes, (hash) => counts.get(hash)!);
  const kinds = Uint8Array.from(hashes, (hash) => kindOf.get(hash)!);
  const idf16 = Uint8Array.from(rowsWith, (count) =>
    Math.round(16 * (Math.log((rows.length + 1) / (count + 1)) + 1)),
  );
  return { arrays: { hashes, kinds, idf16 }, rowsWith };
}
