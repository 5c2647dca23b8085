/**
 * `npm run train -- hs --data DIR`: raw files -> pack, card and golden cases. Members are trained
 * once a judged fold, so that the blend and every figure rest on texts no member has seen, and once on
 * everything for the pack. Some 25 minutes on two cores; parts that are done are kept in .cache.
 */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { goldenCase } from '../../src/domain/hs/suggest/golden.ts';
import { hsModel } from '../../src/domain/hs/suggest/model.ts';
import { openHsModel } from '../../src/domain/hs/suggest/open.ts';
import { HS_PACK_FORMAT } from '../../src/domain/hs/suggest/pack-file.ts';
import type { HsCard } from '../../src/contracts/hs-card.ts';
import type { Release } from '../command-line.ts';
import { writePack } from '../manifest.ts';
import { likeliest, writeSuggestions } from '../suggestions.ts';
import { cardOf } from './training/card.ts';
import { corpusOf, type Corpus } from './training/corpus.ts';
import { crossFit, type JudgedText } from './training/cross-fit.ts';
import { fitFusion } from './training/fit-fusion.ts';
import { goldenTexts } from './training/golden-texts.ts';
import { habitsOf } from './training/held-out.ts';
import { operatingPoints } from './training/operating-points.ts';
import type { OperatingPoints } from './training/operating-points.ts';
import { runParts } from './training/run-parts.ts';
import { readSources } from './training/sources.ts';
import { membersOf } from './training/train-members.ts';
import { packHsModel } from './training/write-pack.ts';

const Both = v.object({ ko: v.string(), en: v.string() });
const Defaults = v.object({ version: v.string(), made: v.string(), title: Both, source: Both });

export async function train(options: {
  data: string;
  replace: boolean;
  release: Release;
}): Promise<void> {
  const corpus = corpusOf(readSources(options.data));
  console.log(`${corpus.rows.length} rows, ${corpus.vocabulary.size} features`);
  const all = Int32Array.from(corpus.rows.keys());
  const habits = habitsOf(corpus, all);
  const { folds, whole, compared } = await runParts(options.data, corpus);
  const judged = crossFit(corpus, folds, habits);
  keepSuggestions(corpus, judged);
  const points = operatingPoints(judged);
  const card = cardOf(judged, points, compared);
  console.log(JSON.stringify(card.sets, null, 1));
  const fusion = fitFusion(corpus, folds.flat(), habits);
  const members = membersOf(corpus, whole);
  const release = releaseOf(options.release);
  const files = packHsModel({ ...members, fusion }, corpus.arrays, release.version);
  // The golden numbers come from the packed bytes, through the code that tablets run.
  const model = openHsModel(
    new Map([...files].map(([name, b]) => [name, Uint8Array.from(b).buffer])),
  );
  checkPacking(hsModel({ ...members, fusion }).score('steel bottle'), model.score('steel bottle'));
  const golden = { format: 1, cases: goldenTexts().map((text) => goldenCase(model, text)) };
  files.set('golden.json', Buffer.from(JSON.stringify(golden)));
  files.set('card.json', Buffer.from(JSON.stringify(card)));
  writePack({ entry: entryOf(release, points, card), files }, { replace: options.replace });
  for (const [name, bytes] of files) console.log(`${name}: ${bytes.length} bytes`);
}

/** For trainings that ask what the suggester would say of goods it has not seen. */
function keepSuggestions(corpus: Corpus, judged: readonly JudgedText[]): void {
  writeSuggestions(
    judged.map(({ held, right, said, source, language, similarity }) => ({
      key: corpus.rows[held.row]?.key ?? '',
      code: right[0] ?? '',
      suggestions: likeliest(said),
      ...{ source, language, similarity },
    })),
  );
}

type Scores = ReturnType<ReturnType<typeof hsModel>['score']>;

/** What was packed must say what was trained. */
function checkPacking(trained: Scores, packed: Scores): void {
  const same = trained.probability.every(
    (p, k) => Math.abs(p - (packed.probability[k] ?? NaN)) < 1e-5,
  );
  if (!same) throw new Error('the packed model differs from the trained one');
}

function releaseOf(said: Release): v.InferOutput<typeof Defaults> {
  const file = new URL('./release.json', import.meta.url);
  const { version, made, title, source } = v.parse(
    Defaults,
    JSON.parse(readFileSync(file, 'utf8')),
  );
  const { sourceKo, sourceEn } = said;
  const own = sourceKo !== undefined && sourceEn !== undefined;
  return {
    version: said.version ?? version,
    made: said.made ?? made,
    title,
    source: own ? { ko: sourceKo, en: sourceEn } : source,
  };
}

function entryOf(
  release: v.InferOutput<typeof Defaults>,
  points: OperatingPoints,
  card: HsCard,
): Parameters<typeof writePack>[0]['entry'] {
  const headline = ['chitchats', 'kcs', 'kcs-ko', 'eu-en'].flatMap((set) => {
    const own = card.sets.find((figures) => figures.set === set);
    return [
      [`hs6_top1_${set}`, own?.hs6.top1 ?? null],
      [`hs6_top5_${set}`, own?.hs6.top5 ?? null],
    ] as const;
  });
  const metrics = [...headline, ...Object.entries(points.right)];
  return {
    id: 'hs',
    kind: 'hs',
    version: release.version,
    format: HS_PACK_FORMAT,
    path: `hs/v${release.version.split('.', 1)[0] ?? ''}`,
    title: release.title,
    made: release.made,
    source: release.source,
    needs: [],
    thresholds: points.thresholds,
    metrics: Object.fromEntries(
      metrics.flatMap(([name, value]) => (value === null ? [] : [[name, { value }]])),
    ),
    card: 'card.json',
    golden: 'golden.json',
  };
}
