/** The card: every figure from forests that saw no goods of the line's key. */
import type { ControlledCard } from '../../../src/contracts/controlled-card.ts';
import { ANSWER_OF } from '../../../src/domain/controlled/answer.ts';
import type { ControlledList } from '../../../src/domain/controlled/controlled-list.ts';
import { answer, type ControlledParts } from '../../../src/domain/controlled/model.ts';
import { figuresOf, round, weighted, type JudgedLine } from '../figures.ts';
import { baselinesOf } from '../judge-lines.ts';
import type { World } from '../simulate.ts';
import type { Example } from './fit.ts';

/** Upper ends of the bands in which said and found shares are held together. */
const BANDS = [0.005, 0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 0.9, 1];

export interface Judged {
  readonly example: Example;
  readonly judged: JudgedLine;
}

export function judgedOf(
  world: World,
  examples: readonly Example[],
  logits: Float64Array,
  thresholds: ControlledParts['thresholds'],
): Judged[] {
  return examples.map((example, at) => {
    const probability = 1 / (1 + Math.exp(-(logits[at] ?? 0)));
    const text = example.line.suggestions.length > 0;
    const { ground } = answer(probability, example.evidence, text, thresholds);
    const said = { probability, answer: ANSWER_OF[ground] };
    const judged = { shift: example.shift, ...said, ...baselinesOf(world, example) };
    return { example, judged };
  });
}

export function cardOf(
  list: { readonly list: ControlledList; readonly version: string },
  day: string,
  sets: Readonly<Record<'with_text' | 'text_alone' | 'without_text', readonly Judged[]>>,
): ControlledCard {
  const figures = (lines: readonly Judged[]) => figuresOf(lines.map(({ judged }) => judged));
  return {
    format: 1,
    list: list.version,
    with_text: figures(sets.with_text),
    text_alone: figures(sets.text_alone),
    without_text: figures(sets.without_text),
    by_law: byLaw(list.list, day, sets.with_text),
    calibration: calibrationOf(sets.with_text),
  };
}

/** Recall among the hidden lines of each law's goods; goods of two laws count for both. */
function byLaw(
  list: ControlledList,
  day: string,
  lines: readonly Judged[],
): ControlledCard['by_law'] {
  const laws = new Map<string, { law: { ko: string; en: string }; rows: number; found: number }>();
  for (const { example, judged } of lines) {
    if (judged.shift === null) continue;
    const covering = list.coverage(example.goods.code, day).rows;
    for (const law of new Map(covering.map((row) => [row.law.ko, row.law])).values()) {
      const own = laws.get(law.ko) ?? { law, rows: 0, found: 0 };
      own.rows += 1;
      if (judged.answer === 'check') own.found += 1;
      laws.set(law.ko, own);
    }
  }
  return [...laws.values()]
    .sort((a, b) => b.rows - a.rows)
    .map(({ law, rows, found }) => ({ law, rows, recall_at_threshold: round(found / rows) }));
}

function calibrationOf(lines: readonly Judged[]): ControlledCard['calibration'] {
  const all = weighted(lines.map(({ judged }) => judged));
  return BANDS.flatMap((to, band) => {
    const from = BANDS[band - 1] ?? -1;
    const own = all.filter(({ probability }) => probability > from && probability <= to);
    const weight = own.reduce((sum, line) => sum + line.weight, 0);
    if (weight === 0) return [];
    const said = own.reduce((sum, line) => sum + line.weight * line.probability, 0) / weight;
    const hidden = own.filter(({ shift }) => shift !== null);
    const found = hidden.reduce((sum, line) => sum + line.weight, 0) / weight;
    return [{ said: round(said), found: round(found), rows: own.length }];
  });
}
