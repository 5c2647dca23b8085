import { OUTCOMES } from './declaration.ts';
import type { LineTable } from './declaration.ts';
import type { Priors } from './features.ts';
import { collectHistories, findEntries } from './history.ts';
import type { KeyHistory } from './history.ts';
import { PATTERN_KEY } from './keys.ts';
import type { KeySpec } from './keys.ts';
import { readQuantities, usualValues } from './quantities.ts';
import type { UsualValues } from './quantities.ts';

/** All that inspected lines taught, short of fitted members: histories, usual values, base rates. */
export interface Knowledge {
  readonly histories: readonly KeyHistory[];
  readonly usual: UsualValues;
  readonly priors: Priors;
  /** Positions among the histories. */
  readonly patternKey: number;
  readonly goodsKey: number;
}

/** Lines as the members read them: entries of every key, and every quantity, column by column. */
export interface EncodedLines {
  readonly length: number;
  /** `entries[key * length + line]`, 0 = never seen. */
  readonly entries: Int32Array;
  /** `quantities[quantity * length + line]`, in the order of QUANTITIES. */
  readonly quantities: Float32Array;
}

export function keyAt(histories: readonly Pick<KeyHistory, 'spec'>[], name: string): number {
  const key = histories.findIndex((h) => h.spec.name === name);
  if (key < 0) throw new RangeError(`no history of "${name}"`);
  return key;
}

/** Share of fraud and critical among inspected lines, and among distinct templates. */
function baseRates(table: LineTable, pattern: KeyHistory): Priors {
  let lines = 0;
  let fraud = 0;
  let critical = 0;
  for (const outcome of table.outcome) {
    if (outcome >= OUTCOMES.indexOf('nothing')) lines += 1;
    if (outcome >= OUTCOMES.indexOf('fraud')) fraud += 1;
    if (outcome >= OUTCOMES.indexOf('critical')) critical += 1;
  }
  let patterns = 0;
  let fraudPatterns = 0;
  pattern.patterns.forEach((count, entry) => {
    patterns += count;
    fraudPatterns += pattern.fraudPatterns[entry] ?? 0;
  });
  return {
    fraud: fraud / lines,
    critical: critical / lines,
    patternFraud: fraudPatterns / patterns,
  };
}

/** Learns from the inspected lines of a table. */
export function learn(table: LineTable, specs: readonly KeySpec[]): Knowledge {
  const histories = collectHistories(table, specs);
  const patternKey = keyAt(histories, PATTERN_KEY);
  const goodsKey = keyAt(histories, 'goods');
  const pattern = histories[patternKey] as KeyHistory;
  const goods = histories[goodsKey] as KeyHistory;
  const { entries } = findEntries(table, [goods]);
  const usual = usualValues(table, entries, goods.table.size);
  return { histories, usual, priors: baseRates(table, pattern), patternKey, goodsKey };
}

/** Encodes lines against what was learnt; the very same call in training and in serving. */
export function encodeLines(
  knowledge: Pick<Knowledge, 'histories' | 'usual' | 'goodsKey'>,
  table: LineTable,
): EncodedLines {
  const { entries } = findEntries(table, knowledge.histories);
  const { length } = table;
  const goods = entries.subarray(knowledge.goodsKey * length, (knowledge.goodsKey + 1) * length);
  return { length, entries, quantities: readQuantities(table, goods, knowledge.usual) };
}

/** Whether a line's exact pattern was never seen. */
export function isNovel(
  knowledge: Pick<Knowledge, 'patternKey'>,
  encoded: EncodedLines,
  line: number,
): boolean {
  return encoded.entries[knowledge.patternKey * encoded.length + line] === 0;
}
