/**
 * `npm run train -- signatures [--data DIR]`: invented signers (and DIR/signatures_cross_media, where
 * it is given) -> cell descriptor -> logistic head -> thresholds, each from signers of its own.
 * Seeded: the same material gives the same bytes.
 */
import {
  logOdds,
  probabilityOf,
  type SignatureModel,
} from '../../../src/domain/documents/signatures/judge.ts';
import { packSignatureModel, writeModel } from './model-folder.ts';
import { Rates } from './rates.ts';
import { fitHead } from './training/fit-head.ts';
import { fitProjection } from './training/fit-projection.ts';
import { inventSigners, readCrossMedia } from './training/material.ts';
import { fitThresholds } from './training/thresholds.ts';
import { holdAgainst, type Held } from './trials.ts';

export const ownData = true;

/** Invented signers for the descriptor, the head and the thresholds; no hand is in two of them. */
const SIGNERS = { descriptor: 300, head: 200, thresholds: 120 } as const;
const SEED = 50_000;
const COUNTS = { genuine: 8, forgers: 3, namesakes: 1 } as const;
const PROTOCOL = { references: 5, draws: 4, others: 6 } as const;
/** Fewer references: always *cannot tell*. */
const LEAST_REFERENCES = 3;
/** Inked cells of 264; the thinnest initials of the generator have some 30. */
const LEAST_CELLS = 20;

export async function train(options: { data?: string }): Promise<void> {
  const names = options.data === undefined ? null : readCrossMedia(options.data);
  console.log(
    names === null
      ? 'invented signers only: no signatures_cross_media was given'
      : `invented signers and ${names.length} names of the cross-media set`,
  );
  const only = { genuine: COUNTS.genuine, forgers: 0, namesakes: 0 };
  const writers = inventSigners(SIGNERS.descriptor, SEED, only).map(({ genuine }) => genuine);
  const projection = fitProjection(names === null ? [writers] : [writers, names]);
  console.log('descriptor fitted');
  const judge = (count: number, seed: number): Held[] =>
    holdAgainst(inventSigners(count, seed, COUNTS), projection, PROTOCOL);
  const head = fitHead(judge(SIGNERS.head, SEED + 10_000));
  const held = judge(SIGNERS.thresholds, SEED + 20_000);
  const odds = held.map(({ features }) => logOdds(head, features));
  const judged = held.map(({ kind }, at) => ({ kind, probability: probabilityOf(odds[at] ?? 0) }));
  const thresholds = {
    ...fitThresholds(judged),
    ...{ references: LEAST_REFERENCES, cells: LEAST_CELLS },
  };
  const rates = new Rates(
    held.map(({ writer, kind }, at) => ({ writer, kind, score: odds[at] ?? 0 })),
  );
  console.log(
    JSON.stringify({
      invented: { skilled: rates.equalError('skilled'), random: rates.equalError('random') },
      ...{ thresholds, weights: [...head.weights], intercept: head.intercept },
    }),
  );
  const model: SignatureModel = { projection, head, thresholds };
  writeModel(packSignatureModel(model));
  await Promise.resolve();
}
