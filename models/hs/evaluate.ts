/**
 * `npm run -s evaluate -- hs --data FILE [--text ko|en|name] --json`: what the newest pack says of
 * any file of labelled goods texts (CSV or JSON lines).
 */
import type { HsModel } from '../../src/domain/hs/suggest/model.ts';
import type { TextChoice } from '../command-line.ts';
import { openNewestHs } from '../hs-pack.ts';
import { figuresOf, round } from './figures.ts';
import type { Judgement, SetFigures } from './figures.ts';
import { readLabelled } from '../labelled-texts.ts';
import type { Labelled } from '../labelled-texts.ts';

export interface HsEvaluation extends SetFigures {
  readonly version: string;
  readonly skipped: number;
  /** Texts whose very words stand in the training data: their figures flatter. */
  readonly known: number;
  readonly ms_per_item: number;
}

/** Same words up to rounding. */
const KNOWN = 0.9999;

export async function evaluate(options: {
  data: string;
  text?: TextChoice;
}): Promise<HsEvaluation> {
  const { model, version } = openNewestHs();
  const { rows, skipped } = readLabelled(options.data, options.text);
  for (const row of rows.slice(0, 50)) model.score(row.text);
  const start = performance.now();
  const judgements = rows.map((row) => judge(model, row));
  const ms = (performance.now() - start) / rows.length;
  const known = judgements.filter((text) => text.similarity > KNOWN).length;
  return { version, ...figuresOf(judgements), skipped, known, ms_per_item: round(ms) };
}

export function judge(model: HsModel, { text, right }: Labelled): Judgement {
  const { probability, similarity } = model.score(text);
  const said: [string, number][] = [];
  probability.forEach((p, k) => p > 0 && said.push([model.codes[k] ?? '', p]));
  return { right, said, similarity };
}
