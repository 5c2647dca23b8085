/**
 * Trains the risk pack from train.csv, fits and calibrates the blend on valid.csv, and writes the
 * pack, its card, its golden cases and the sample week. Seeded: the same files give the same pack.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { OUTCOMES } from '../../src/domain/risk/declaration.ts';
import type { LineTable } from '../../src/domain/risk/declaration.ts';
import { encodeLines } from '../../src/domain/risk/knowledge.ts';
import { openRiskModel } from '../../src/domain/risk/model.ts';
import type { RiskModelParts } from '../../src/domain/risk/model.ts';
import { memberLogits, scoreLines } from '../../src/domain/risk/score.ts';
import type { Stack } from '../../src/domain/risk/stack.ts';
import type { Release } from '../command-line.ts';
import { CommandRefused } from '../command-refused.ts';
import { writePack } from '../manifest.ts';
import { writeNetworkTrial } from './training/network-trial.ts';
import { ENTITY_KEYS } from './training/feature-sets.ts';
import { novelTrial } from './training/novel-trial.ts';
import { tryEntities } from './training/entity-trial.ts';
import { chooseLimits } from './training/fast-track.ts';
import { fitBlend } from './training/fit-blend.ts';
import { foundAtLeast } from './training/found.ts';
import { goldenCases } from './training/golden.ts';
import { goldenLines } from './training/golden-lines.ts';
import { readInspected } from '../declarations/read-declarations.ts';
import { riskRelease } from './training/release.ts';
import { askNetwork, openPackFolder, startBackend } from './training/run-model.ts';
import { writeSampleWeek } from './training/sample-week.ts';
import { tableOf } from './training/table-of.ts';
import { trainMembers, TREES } from './training/train-members.ts';
import { makeCard } from './training/write-card.ts';
import { packRiskModel } from './training/write-pack.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const UNFITTED: Stack = { intercept: 0, weights: [0, 0, 0, 0], replicates: [] };

function text(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value)}\n`);
}

/** Lines to learn from; says what was left out, and refuses a file without every outcome. */
function readFile(file: string, say: (what: string) => void): LineTable {
  const { table, rejected, withoutOutcome } = readInspected(file);
  say(
    `${path.basename(file)}: ${table.length} lines, ${rejected} rejected, ${withoutOutcome} without outcome`,
  );
  for (const outcome of ['nothing', 'fraud', 'critical'] as const) {
    if (table.outcome.includes(OUTCOMES.indexOf(outcome))) continue;
    throw new CommandRefused(`${file}: no line with the outcome "${outcome}"`);
  }
  return table;
}

export async function train(options: {
  data: string;
  replace: boolean;
  release: Release;
}): Promise<void> {
  const begin = Date.now();
  const say = (what: string): void => {
    process.stderr.write(`${((Date.now() - begin) / 1000).toFixed(0).padStart(4)} s  ${what}\n`);
  };
  const release = riskRelease(options.release);
  const lines = readFile(path.join(options.data, 'train.csv'), say);
  const valid = readFile(path.join(options.data, 'valid.csv'), say);
  await startBackend();
  const entities = tryEntities(lines, TREES);
  say(
    `histories of traders: log loss ${entities.without.logLoss.toFixed(5)} without, ${entities.withEntities.logLoss.toFixed(5)} with`,
  );
  const traders = entities.kept ? ENTITY_KEYS : [];
  const { trainNovel, ...members } = trainMembers(lines, traders, say);
  const bare: RiskModelParts = {
    ...members,
    version: release.version,
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
  const card = makeCard(parts, blend, lines, trainNovel, valid, scores, entities, release);
  const { all, seen, unseen } = card.figures;
  const model = openRiskModel(parts);
  const goldenTable = tableOf(goldenLines(lines));
  const golden = { tolerance: 1e-4, cases: await goldenCases(model, goldenTable) };
  writePack(
    {
      entry: {
        id: 'risk',
        kind: 'risk',
        version: release.version,
        format: 1,
        path: release.path,
        title: { ko: '통관 위험도', en: 'Clearance risk' },
        made: release.made,
        source: release.source,
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
    },
    { replace: options.replace },
  );
  if (unfitted.network) {
    const file = path.join(ROOT, `models/${release.path}-trial/network.json`);
    await writeNetworkTrial(unfitted.network, encodeLines(members.knowledge, goldenTable), file);
  }
  if (release.isPublic) {
    const week = await writeSampleWeek(
      openPackFolder(path.join(ROOT, 'models', release.path)),
      lines,
      [valid],
      path.join(ROOT, 'public/samples/sample-week.csv'),
    );
    say(`sample week: ${week.known} of ${week.lines} lines repeat a learnt template`);
  } else {
    say('sample week: left as it is (it is served to anyone, so it is made from public data only)');
  }
  say('done');
}
