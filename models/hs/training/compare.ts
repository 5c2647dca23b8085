/**
 * The source system's three classical models on parcels, trained without one fold and judged on it:
 * rows for the card's comparison. Run as its own process: DATA FILE.
 */
import { writeFileSync } from 'node:fs';
import { scoreLinear } from '../../../src/domain/hs/suggest/sparse-linear.ts';
import { encodeText } from '../../../src/domain/hs/suggest/vocabulary.ts';
import { figuresOf } from '../figures.ts';
import type { Judgement } from '../figures.ts';
import { corpusOf } from './corpus.ts';
import type { Corpus } from './corpus.ts';
import { judgedRows } from './held-out.ts';
import { COMPARED_FOLD } from './card.ts';
import { trainForest } from './random-forest.ts';
import { FLAT } from './settings.ts';
import { readSources } from './sources.ts';
import { trainFlat } from './train-flat.ts';
import type { FlatSettings } from './train-flat.ts';

/** Far more weights than the pack keeps: the yardsticks are in effect not pruned. */
const UNPRUNED = 5_000_000;

const [data = '', file = ''] = process.argv.slice(2);
const corpus = corpusOf(readSources(data));
const isParcel = (row: number): boolean => corpus.rows[row]!.source === 'chitchats';
const rows = Int32Array.from(corpus.rows.keys()).filter(
  (row) => corpus.fold[row] !== COMPARED_FOLD && isParcel(row),
);
const judged = judgedRows(corpus, COMPARED_FOLD).filter(isParcel);

const models = {
  'linear-svm': flatShares(corpus, rows, { ...FLAT, weights: UNPRUNED }),
  'logistic-regression': flatShares(corpus, rows, {
    ...{ loss: 'softmax', epochs: 6, tuning: 0, rate: 0.3, dropout: 0.2, weights: UNPRUNED },
  }),
  'random-forest': forestShares(corpus, rows),
};
const compared = Object.entries(models).map(([model, sharesOf]) => {
  const judgements = [...judged].map((row): Judgement => ({
    right: [corpus.rows[row]!.code],
    said: [...sharesOf(row)].map(([k, share]) => [corpus.tree.codes[k]!, share]),
    similarity: 1,
  }));
  const { rows: count, hs6 } = figuresOf(judgements);
  console.log(`${model}: ${JSON.stringify(hs6)}`);
  return { model, rows: count, hs6 };
});
writeFileSync(file, JSON.stringify(compared));

type Shares = (row: number) => Iterable<readonly [number, number]>;

function forestShares(of: Corpus, train: Int32Array): Shares {
  return trainForest(of, train, { trees: 20, tried: 60, leastRows: 6 });
}

/** Margins or logits order the classes; both are turned to positive shares. */
function flatShares(of: Corpus, train: Int32Array, settings: FlatSettings): Shares {
  const { linear, classes } = trainFlat(of, train, settings);
  const own = new Float32Array(classes.length);
  return (row) => {
    scoreLinear(linear, encodeText(of.vocabulary, of.rows[row]!.text), own);
    return [...classes].map((k, i): [number, number] => [k, Math.exp(own[i]!)]);
  };
}
