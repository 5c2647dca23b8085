/**
 * `npm run train -- controlled --data DIR`: what the HS suggester says of texts it has not seen (kept by
 * `npm run train -- hs`), numbers of declarations (DIR/train.csv, DIR/valid.csv) and the starter list
 * -> simulated lines -> pack, card and golden cases. About a minute.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import type { ControlledCard } from '../../src/contracts/controlled-card.ts';
import {
  BARE_FEATURES,
  bareEvidence,
  TEXT_FEATURES,
  textEvidence,
} from '../../src/domain/controlled/evidence.ts';
import type { ControlledParts } from '../../src/domain/controlled/model.ts';
import { openControlledModel } from '../../src/domain/controlled/open-model.ts';
import { CONTROLLED_PACK_FORMAT } from '../../src/domain/controlled/model-file.ts';
import { largestControlledDifference } from '../../src/domain/controlled/model-golden.ts';
import type { Usual } from '../../src/domain/controlled/usual.ts';
import type { Release } from '../command-line.ts';
import { readDeclarations } from '../declarations/read-declarations.ts';
import { writePack } from '../manifest.ts';
import { seededRandom } from '../random.ts';
import { readSuggestions, type LabelledSuggestions } from '../suggestions.ts';
import { figuresOf } from './figures.ts';
import { goodsOfLines, goodsOfTexts, numberDrawer } from './goods.ts';
import { simulate, type SimulatedLine, type World } from './simulate.ts';
import { cardOf, judgedOf, type Judged } from './training/card.ts';
import { fitForest, type Example } from './training/fit.ts';
import { goldenControlled } from './training/golden.ts';
import { learnUsual } from './training/learn-usual.ts';
import { checkLimit, fitsLimit } from './training/thresholds.ts';
import { packControlledModel } from './training/write-pack.ts';
import { readEdition, readList, worldOf } from './world.ts';

const Both = v.object({ ko: v.string(), en: v.string() });
const Defaults = v.object({ version: v.string(), made: v.string(), title: Both, source: Both });

/** The texts that most of the training is made of. */
const PARCELS = 'chitchats';
/** Names of rulings say little by themselves and their descriptions are among the texts. */
const LEFT_OUT = 'kcs-name';

const isReal = ({ example }: Judged): boolean => !example.goods.source.startsWith('own');

export async function train(options: {
  data: string;
  replace: boolean;
  release: Release;
}): Promise<void> {
  const edition = readEdition();
  const list = readList();
  const world = worldOf(edition, list.list);
  const usual = learnUsual(readDeclarations(path.join(options.data, 'train.csv')), edition.codes);
  const later = readDeclarations(path.join(options.data, 'valid.csv'));
  const texts = readSuggestions().filter(({ source }) => source !== LEFT_OUT);
  const draw = numberDrawer(later, seededRandom(5));
  const withNumbers = textLines(world, usual, texts, draw);
  const alone = textLines(world, usual, texts);
  const bare = bareLines(world, usual, simulate(world, goodsOfLines(later), 8));
  console.log(`${withNumbers.length} lines with a text, ${bare.length} without`);

  const textNames = TEXT_FEATURES.map(([name]) => name);
  // Half of the lines state no numbers: a field often left empty must not read as a sign.
  const withText = fitForest([...withNumbers, ...alone], textNames);
  const withoutText = fitForest(
    bare,
    BARE_FEATURES.map(([name]) => name),
  );
  const logits = {
    with_text: withText.logits.subarray(0, withNumbers.length),
    text_alone: withText.logits.subarray(withNumbers.length),
  };
  const open = { check: 1, fits: 0 };
  const real = judgedOf(world, alone, logits.text_alone, open).filter(isReal);
  // Apart: the suggester learnt mostly from parcels, and they are most of the lines.
  const groups = [true, false].map((parcels) =>
    real
      .filter(({ example }) => (example.goods.source === PARCELS) === parcels)
      .map((one) => one.judged),
  );
  const thresholds = { check: checkLimit(groups), fits: fitsLimit(groups.flat()) };
  const judged = {
    with_text: judgedOf(world, withNumbers, logits.with_text, thresholds).filter(isReal),
    text_alone: judgedOf(world, alone, logits.text_alone, thresholds).filter(isReal),
    without_text: judgedOf(world, bare, withoutText.logits, thresholds),
  };
  logSources(bySource(judged.text_alone));
  const card = cardOf(list, world.day, judged);
  console.log(JSON.stringify(card, null, 1));
  const release = releaseOf(options.release);
  const { version } = release;
  const parts: ControlledParts = {
    ...{ version, usual, leaves: edition.leaves, thresholds },
    ...{ withText: withText.forest, withoutText: withoutText.forest },
  };
  const files = packControlledModel(parts);
  // The golden numbers come from the packed bytes, through the code that tablets run.
  const model = openControlledModel(files);
  const golden = goldenControlled(model, list.list, world.day, withNumbers);
  if (largestControlledDifference(model, golden) > 0) throw new Error('golden cases differ');
  const encode = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));
  const all = new Map<string, ArrayBuffer | Uint8Array>([
    ...files,
    ['card.json', encode(card)],
    ['golden.json', encode(golden)],
  ]);
  writePack(
    { entry: entryOf(release, thresholds, card), files: all },
    { replace: options.replace },
  );
  for (const [name, bytes] of all) console.log(`${name}: ${bytes.byteLength} bytes`);
}

function textLines(
  world: World,
  usual: Usual,
  texts: readonly LabelledSuggestions[],
  draw?: ReturnType<typeof numberDrawer>,
): Example[] {
  return simulate(world, goodsOfTexts(texts, draw), 7).map((line) => ({
    ...line,
    evidence: textEvidence(line.line, world.view, usual),
  }));
}

function bareLines(world: World, usual: Usual, lines: readonly SimulatedLine[]): Example[] {
  return lines.map((line) => ({ ...line, evidence: bareEvidence(line.line, world.view, usual) }));
}

function bySource(lines: readonly Judged[]): ReadonlyMap<string, readonly Judged[]> {
  const kinds = new Map<string, Judged[]>();
  for (const line of lines) {
    const { source } = line.example.goods;
    const own = kinds.get(source);
    if (own) own.push(line);
    else kinds.set(source, [line]);
  }
  return kinds;
}

function logSources(kinds: ReadonlyMap<string, readonly Judged[]>): void {
  for (const [source, own] of kinds) {
    const { rows, ap, precision_at_threshold, recall_at_threshold, baselines } = figuresOf(
      own.map(({ judged }) => judged),
    );
    const figures = { rows, ap, precision_at_threshold, recall_at_threshold, baselines };
    console.log(source, JSON.stringify(figures));
  }
}

function releaseOf(said: Release): v.InferOutput<typeof Defaults> {
  const file = new URL('./release.json', import.meta.url);
  const defaults = v.parse(Defaults, JSON.parse(readFileSync(file, 'utf8')));
  const { sourceKo, sourceEn, version, made } = said;
  const own = sourceKo !== undefined && sourceEn !== undefined;
  return {
    version: version ?? defaults.version,
    made: made ?? defaults.made,
    title: defaults.title,
    source: own ? { ko: sourceKo, en: sourceEn } : defaults.source,
  };
}

function entryOf(
  release: v.InferOutput<typeof Defaults>,
  thresholds: ControlledParts['thresholds'],
  { with_text, text_alone, without_text }: ControlledCard,
): Parameters<typeof writePack>[0]['entry'] {
  const metrics: readonly (readonly [string, number | null])[] = [
    ['ap', with_text.ap],
    ['precision', with_text.precision_at_threshold],
    ['recall', with_text.recall_at_threshold],
    ['ap_text_alone', text_alone.ap],
    ['ap_without_text', without_text.ap],
  ];
  return {
    id: 'controlled',
    kind: 'controlled',
    version: release.version,
    format: CONTROLLED_PACK_FORMAT,
    path: `controlled/v${release.version.split('.', 1)[0] ?? ''}`,
    title: release.title,
    made: release.made,
    source: release.source,
    needs: [],
    thresholds: { ...thresholds },
    metrics: Object.fromEntries(
      metrics.flatMap(([name, value]) => (value === null ? [] : [[name, { value }]])),
    ),
    card: 'card.json',
    golden: 'golden.json',
  };
}
