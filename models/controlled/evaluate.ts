/**
 * `npm run -s evaluate -- controlled [--data FILE] --json`: what the newest pack says of simulated
 * lines. FILE: labelled goods texts (as for `evaluate -- hs`), or a declaration file, whose lines have
 * no text. Without FILE: our own phrases that no pack has learnt from.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ControlledFigures } from '../../src/contracts/controlled-card.ts';
import { openControlledModel } from '../../src/domain/controlled/open-model.ts';
import { ARRAYS_FILE, MODEL_FILE } from '../../src/domain/controlled/model-file.ts';
import { CommandRefused } from '../command-refused.ts';
import type { TextChoice } from '../command-line.ts';
import { readDeclarations } from '../declarations/read-declarations.ts';
import { openNewestHs } from '../hs-pack.ts';
import { readLabelled, type Labelled } from '../labelled-texts.ts';
import { newestPack } from '../manifest.ts';
import { isHeldOut, readPhrases } from '../phrases.ts';
import { likeliest, type LabelledSuggestions } from '../suggestions.ts';
import { figuresOf } from './figures.ts';
import { goodsOfLines, goodsOfTexts } from './goods.ts';
import { judgeLines } from './judge-lines.ts';
import { simulate, type Goods } from './simulate.ts';
import { readEdition, readList, worldOf } from './world.ts';

export interface ControlledEvaluation extends ControlledFigures {
  readonly version: string;
  /** What the lines are made of. */
  readonly data: 'texts' | 'declarations';
  /** Texts left out because the HS pack learnt from the very same words. */
  readonly known: number;
  /** No labelled cases are public. */
  readonly simulated: true;
}

export const ownData = true;

/** Same words up to rounding. */
const KNOWN = 0.9999;

export async function evaluate(options: {
  data?: string;
  text?: TextChoice;
}): Promise<ControlledEvaluation> {
  const folder = newestPack('controlled');
  const read = (name: string): ArrayBuffer =>
    Uint8Array.from(readFileSync(path.join(folder, name))).buffer;
  const model = openControlledModel(
    new Map([MODEL_FILE, ARRAYS_FILE].map((name) => [name, read(name)])),
  );
  const { list } = readList();
  const world = worldOf(readEdition(), list);
  const { goods, data, known } = readGoods(options.data, options.text);
  const lines = simulate(world, goods, 7);
  if (!lines.some(({ shift }) => shift !== null)) {
    throw new CommandRefused('no goods of a controlled code that could be declared otherwise');
  }
  const figures = figuresOf(judgeLines(world, list, model, lines));
  return { version: model.version, data, known, simulated: true, ...figures };
}

function readGoods(
  file: string | undefined,
  text: TextChoice | undefined,
): { readonly goods: Goods[] } & Pick<ControlledEvaluation, 'data' | 'known'> {
  if (file === undefined) {
    const phrases = readPhrases().filter((phrase) => isHeldOut(phrase.text));
    return ofTexts(phrases.map((phrase) => ({ text: phrase.text, right: [phrase.code] })));
  }
  try {
    return ofTexts(readLabelled(file, text).rows);
  } catch (error) {
    if (!(error instanceof CommandRefused)) throw error;
    return { goods: goodsOfLines(declarationsOr(file, error)), data: 'declarations', known: 0 };
  }
}

/** A file that is neither is refused with what both readers miss. */
function declarationsOr(file: string, first: CommandRefused) {
  try {
    return readDeclarations(file);
  } catch (error) {
    if (!(error instanceof CommandRefused)) throw error;
    throw new CommandRefused(`${first.message}\n${error.message}`);
  }
}

function ofTexts(
  rows: readonly Labelled[],
): { readonly goods: Goods[] } & Pick<ControlledEvaluation, 'data' | 'known'> {
  const { model } = openNewestHs();
  const texts = rows.map(({ text, right }): LabelledSuggestions => {
    const { probability, similarity, language } = model.score(text);
    const said = model.codes.map((code, at) => [code, probability[at] ?? 0] as const);
    const code = right[0]?.slice(0, 6) ?? '';
    return { key: text, code, source: 'file', language, similarity, suggestions: likeliest(said) };
  });
  const unseen = texts.filter(({ similarity }) => similarity <= KNOWN);
  return { goods: goodsOfTexts(unseen), data: 'texts', known: texts.length - unseen.length };
}
