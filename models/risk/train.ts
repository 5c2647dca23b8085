/**
 * Trains the risk pack from train.csv, fits and calibrates the blend on valid.csv, and writes the
 * pack, its card, its golden cases and the sample week. Seeded: the same files give the same pack.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { encodeLines } from '../../src/domain/risk/knowledge.ts';
import { openRiskModel } from '../../src/domain/risk/model.ts';
import type { RiskModelParts } from '../../src/domain/risk/model.ts';
import { memberLogits, scoreLines } from '../../src/domain/risk/score.ts';
import type { Stack } from '../../src/domain/risk/stack.ts';
import { writePack } from '../manifest.ts';
import { writeNetworkTrial } from './training/network-trial.ts';
import { ENTITY_KEYS } from './training/feature-sets.ts';
import { novelTrial } from './training/novel-trial.ts';
import { tryEntities } from './training/entity-trial.ts';
import { chooseLimits } from './training/fast-track.ts';
import { fitBlend } from './training/fit-blend.ts';
import { foundAtLeast } from './training/found.ts';
import { goldenCases } from './training/golden.ts';
import { readDeclarations } from './training/read-declarations.ts';
import { askNetwork, openPackFolder, startBackend } from './training/run-model.ts';
import { writeSampleWeek } from './training/sample-week.ts';
import { trainMembers, TREES } from './training/train-members.ts';
import { makeCard } from './training/write-card.ts';
import { packRiskModel } from './training/write-pack.ts';

const VERSION = '1.0.0';
const MADE = '2026-11-22';
const SOURCE = {
  en: 'Customs Import Declaration Datasets (Jeong, Kim, Park, Choi 2022; MIT): synthetic declarations of 2020, calibrated on 2021-01..03',
  ko: '수입신고 공개 데이터셋(Jeong, Kim, Park, Choi 2022; MIT): 2020년 합성 신고 자료, 2021년 1~3월로 보정',
};
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const UNFITTED: Stack = { intercept: 0, weights: [0, 0, 0, 0], replicates: [] };

function text(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value)}\n`);
}

export async function train(options: { data: string }): Promise<void> {
  const begin = Date.now();
  const say = (what: string): void => {
    process.stderr.write(`${((Date.now() - begin) / 1000).toFixed(0).padStart(4)} s  ${what}\n`);
  };
  await startBackend();
  const lines = readDeclarations(path.join(options.data, 'train.csv'));
  const valid = readDeclarations(path.join(options.data, 'valid.csv'));
  const entities = tryEntities(lines, TREES);
  say(
    `histories of traders: log loss ${entities.without.logLoss.toFixed(5)} without, ${entities.withEntities.logLoss.toFixed(5)} with`,
  );
  const traders = entities.kept ? ENTITY_KEYS : [];
  const { trainNovel, ...members } = trainMembers(lines, traders, say);
  const bare: RiskModelParts = {
    ...members,
    version: VERSION,
    known: UNFITTED,
    novel: UNFITTED,
    critical: { ...UNFITTED, weights: [0, 0] },
    thresholds: { fastProbability: 0, fastCritical: 0 },
  };
  const unfitted = openRiskModel(bare);
  const encoded = encodeLines(members.knowledge, valid);
  const network = await askNetwork(unfitted, encoded);
  const fraud = foundAtLeast(valid, 'fraud');
  const grave = foundAtLeast(valid, 'critical');
  const trial = await novelTrial(lines, traders);
  say('novel patterns, in folds');
  const blend = fitBlend(memberLogits(unfitted, encoded, network), trial, fraud, grave);
  say('blend');
  const { known, novel, critical } = blend;
  // A member without weight in the blend stays out of the pack.
  const asked = (at: number): boolean => known.weights[at] !== 0 || novel.weights[at] !== 0;
  const fitted = { ...unfitted, known, novel, critical };
  const scores = scoreLines(fitted, encoded, network);
  const thresholds = chooseLimits({ ...scores, fraud, grave });
  const parts: RiskModelParts = {
    ...bare,
    novelTrees: asked(2) ? bare.novelTrees : null,
    network: asked(3) ? bare.network : null,
    known,
    novel,
    critical,
    thresholds,
  };
  const card = makeCard(parts, blend, lines, trainNovel, valid, scores, entities, MADE, SOURCE);
  if (unfitted.network) {
    const file = path.join(ROOT, 'models/risk/v1-trial/network.json');
    await writeNetworkTrial(unfitted.network, encoded, file);
  }
  const { all, seen, unseen } = card.figures;
  const model = openRiskModel(parts);
  const golden = { tolerance: 1e-4, cases: await goldenCases(model, lines) };
  writePack({
    entry: {
      id: 'risk',
      kind: 'risk',
      version: VERSION,
      format: 1,
      path: 'risk/v1',
      title: { ko: '통관 위험도', en: 'Clearance risk' },
      made: MADE,
      source: SOURCE,
      needs: parts.network ? ['webgpu-or-wasm'] : [],
      thresholds: { ...thresholds },
      metrics: {
        auc: all.auc,
        ap: all.ap,
        brier: all.brier,
        'precision-at-5': all.precisionAt['5'] ?? all.auc,
        'precision-at-10': all.precisionAt['10'] ?? all.auc,
        'auc-seen': seen.auc,
        'auc-unseen': unseen.auc,
        'critical-ap': card.critical.figures.ap,
      },
      card: 'card.json',
      golden: 'golden.json',
    },
    files: new Map<string, ArrayBuffer | Uint8Array>([
      ...packRiskModel(parts),
      ['card.json', text(card)],
      ['golden.json', text(golden)],
    ]),
  });
  await writeSampleWeek(
    openPackFolder(path.join(ROOT, 'models/risk/v1')),
    lines,
    path.join(ROOT, 'public/samples/sample-week.csv'),
  );
  say('done');
}
