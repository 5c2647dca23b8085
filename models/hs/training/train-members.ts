/** All members, trained on the given rows: once a fold for measuring, once on everything to ship. */
import type { HsModelParts } from '../../../src/domain/hs/suggest/model.ts';
import { openNeighbours } from '../../../src/domain/hs/suggest/neighbours.ts';
import type { Bag } from '../../../src/domain/hs/suggest/bag.ts';
import type { NeighbourIndex } from '../../../src/domain/hs/suggest/neighbours.ts';
import type { SparseLinear } from '../../../src/domain/hs/suggest/sparse-linear.ts';
import type { Corpus } from './corpus.ts';
import { indexNeighbours } from './index-neighbours.ts';
import { BAG, FLAT, FLAT_SHARPNESS, TREE } from './settings.ts';
import { trainBag } from './train-bag.ts';
import { trainFlat } from './train-flat.ts';
import type { FlatModel } from './train-flat.ts';
import { trainTree } from './train-tree.ts';

export type Members = Omit<HsModelParts, 'fusion'>;

/** What training makes, without what is read off the corpus: plain arrays, for a file. */
export interface MemberArrays {
  readonly linear: SparseLinear;
  readonly bag: Bag;
  readonly flat: FlatModel;
  readonly index: NeighbourIndex;
}

export function trainMembers(
  corpus: Corpus,
  rows: Int32Array,
  say: (line: string) => void,
): MemberArrays {
  const timed = <T>(name: string, make: () => T): T => {
    const start = Date.now();
    const made = make();
    say(`${name}: ${Math.round((Date.now() - start) / 1000)} s`);
    return made;
  };
  const parcels = rows.filter((row) => corpus.rows[row]!.genre === 'parcel');
  return {
    linear: timed('tree', () => trainTree(corpus, rows, TREE)),
    bag: timed('bag', () => trainBag(corpus, rows, BAG)),
    flat: timed('flat', () => trainFlat(corpus, parcels, FLAT)),
    index: timed('neighbours', () => indexNeighbours(corpus, rows)),
  };
}

export function membersOf(corpus: Corpus, { linear, bag, flat, index }: MemberArrays): Members {
  const { tree, vocabulary } = corpus;
  return {
    ...{ tree, vocabulary, linear, bag },
    ...{ flat: flat.linear, flatClasses: flat.classes, flatSharpness: FLAT_SHARPNESS },
    neighbours: openNeighbours(index, vocabulary),
  };
}
