import type { HsModelParts } from '../../../../../src/domain/hs/suggest/model.ts';
import { corpusOf } from '../../../../../models/hs/training/corpus.ts';
import type { Corpus } from '../../../../../models/hs/training/corpus.ts';
import { keyOf } from '../../../../../models/hs/training/rows.ts';
import type { Genre } from '../../../../../models/hs/training/rows.ts';
import { membersOf, trainMembers } from '../../../../../models/hs/training/train-members.ts';
import { packHsModel } from '../../../../../models/hs/training/write-pack.ts';
import { nomenclature } from '../tariff-fixture.ts';
import { evenFusion } from './made-parts.ts';

/** Invented texts, a few a code: what a training of seconds can learn. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  '030617': [
    'frozen shrimp tails',
    'frozen peeled shrimp',
    'frozen shrimp raw',
    '냉동 새우 살',
    '냉동 새우',
  ],
  '030636': [
    'live shrimp',
    'fresh shrimp chilled',
    'fresh shrimp raw',
    '신선 새우',
    '살아 있는 새우',
  ],
  '610510': ['mens cotton knit shirt', 'cotton polo shirt knit', '남성 니트 셔츠', '면 니트 셔츠'],
  '620520': [
    'mens cotton woven shirt',
    'cotton dress shirt woven',
    '남성 직물 셔츠',
    '면 직물 셔츠',
  ],
  '851713': ['smartphone unlocked', 'smartphone with charger', '스마트폰 공기계', '스마트폰'],
  '851762': ['bluetooth router', 'wireless router', '무선 공유기', '블루투스 공유기'],
  '910212': ['quartz wrist watch', 'wrist watch digital', '손목 시계', '디지털 손목 시계'],
};

function textRows(): Corpus['rows'] {
  return Object.entries(TEXTS).flatMap(([code, texts]) =>
    texts.map((text) => {
      const genre: Genre = /[가-힣]/.test(text) ? 'phrase' : 'parcel';
      return { text, code, genre, source: 'made-up', weight: 1, key: keyOf(text) };
    }),
  );
}

/** Trained by the very code of the training, but for the blend, which is an even one. */
export function trainSmall(): { parts: HsModelParts; corpus: Corpus } {
  const codes = Object.keys(TEXTS).sort();
  const corpus = corpusOf({ nomenclature, codes, rows: textRows() });
  const rows = Int32Array.from(corpus.rows.keys());
  const members = membersOf(
    corpus,
    trainMembers(corpus, rows, () => undefined),
  );
  return { corpus, parts: { ...members, fusion: evenFusion(corpus.tree) } };
}

/** The files of a pack as a tablet has them. */
export function smallPack({
  parts,
  corpus,
}: ReturnType<typeof trainSmall>): Map<string, ArrayBuffer> {
  const files = packHsModel(parts, corpus.arrays, '0.0.1');
  return new Map([...files].map(([name, bytes]) => [name, Uint8Array.from(bytes).buffer]));
}
