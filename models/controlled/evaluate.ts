/**
 * `npm run -s evaluate -- controlled [--data FILE] --json`: what the newest pack says of simulated
 * lines. FILE: labelled goods texts (as for `evaluate -- hs`), or a declaration file, whose lines are
 * taken without a text. Which of its lines the pack learnt from cannot be told, as it can of texts:
 * figures of the months it was trained on flatter. Without FILE: our own phrases that no pack has
 * learnt from.
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
import { isJsonFile, readLabelled, type Labelled } from '../labelled-texts.ts';
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
    const left =
      known > 0 ? ` among the texts that are left: the HS pack learnt from ${known}` : '';
    throw new CommandRefused(
      `no goods of a controlled code that could be declared otherwise${left}`,
    );
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
  if (isJsonFile(file)) return ofTexts(readLabelled(file, text).rows);
  // Declarations first: their columns may have names that labelled texts have too.
  const lines = attempt(() => readDeclarations(file));
  if (!(lines instanceof CommandRefused)) {
    return { goods: goodsOfLines(lines), data: 'declarations', known: 0 };
  }
  const texts = attempt(() => readLabelled(file, text));
  if (!(texts instanceof CommandRefused)) return ofTexts(texts.rows);
  // A file that is neither is refused with what both readers miss.
  throw new CommandRefused([...new Set([texts.message, lines.message])].join('\n'));
}

/** What is read, or why it is refused. */
function attempt<T>(read: () => T): T | CommandRefused {
  try {
    return read();
  } catch (error) {
    if (error instanceof CommandRefused) return error;
    throw error;
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
