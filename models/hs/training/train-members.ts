/** All members, trained on the given rows: once a fold for measuring, once on everything to ship. */
import type { HsModelParts } from '../../../src/domain/hs/suggest/model.ts';
import { openNeighbours } from '../../../src/domain/hs/suggest/neighbours.ts';
import type { Corpus } from './corpus.ts';
import { indexNeighbours } from './index-neighbours.ts';
import { BAG, FLAT, FLAT_SHARPNESS, TREE } from './settings.ts';
import { trainBag } from './train-bag.ts';
import { trainFlat } from './train-flat.ts';
import { trainTree } from './train-tree.ts';

export type Members = Omit<HsModelParts, 'fusion'>;

export function trainMembers(
  corpus: Corpus,
  rows: Int32Array,
  say: (line: string) => void,
): Members {
  const timed = <T>(name: string, make: () => T): T => {
    const start = Date.now();
    const made = make();
    say(`${name}: ${Math.round((Date.now() - start) / 1000)} s`);
    return made;
  };
  const parcels = rows.filter((row) => corpus.rows[row]!.genre === 'parcel');
  const linear = timed('tree', () => trainTree(corpus, rows, TREE));
  const bag = timed('bag', () => trainBag(corpus, rows, BAG));
  const flat = timed('flat', () => trainFlat(corpus, parcels, FLAT));
  const index = timed('neighbours', () => indexNeighbours(corpus, rows));
  return {
    ...{ tree: corpus.tree, vocabulary: corpus.vocabulary, linear, bag },
    ...{ flat: flat.linear, flatClasses: flat.classes, flatSharpness: FLAT_SHARPNESS },
    neighbours: openNeighbours(index, corpus.vocabulary),
  };
}
