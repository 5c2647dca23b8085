import { backOffRate, openBackOff } from '../../../src/domain/risk/back-off.ts';
import type { LineTable } from '../../../src/domain/risk/declaration.ts';
import { historyValues } from '../../../src/domain/risk/features.ts';
import type { Feature } from '../../../src/domain/risk/features.ts';
import { findEntries } from '../../../src/domain/risk/history.ts';
import { collectHistories } from '../../../src/domain/risk/history.ts';
import type { KeySpec } from '../../../src/domain/risk/keys.ts';
import { keySpec, PATTERN_KEY } from '../../../src/domain/risk/keys.ts';
import { encodeLines, isNovel, keyAt, learn } from '../../../src/domain/risk/knowledge.ts';
import type { EncodedLines, Knowledge } from '../../../src/domain/risk/knowledge.ts';
import { QUANTITIES } from '../../../src/domain/risk/quantities.ts';
import { seededRandom } from '../../random.ts';
import { linesWhere, selectLines } from '../../declarations/select-lines.ts';

/** Lines as members are trained on: each feature's value, and the back-off rates. */
export interface FeatureRows {
  readonly features: readonly Feature[];
  readonly columns: readonly Float32Array[];
  readonly novel: Uint8Array;
  readonly backOff: { readonly fraud: Float64Array; readonly critical: Float64Array };
}

/** Values of one feature for every encoded line. */
export function featureColumn(
  knowledge: Knowledge,
  encoded: EncodedLines,
  feature: Feature,
): Float32Array {
  const { length } = encoded;
  if (feature.kind === 'quantity') {
    const at = QUANTITIES.findIndex((q) => q.name === feature.of);
    return encoded.quantities.slice(at * length, (at + 1) * length);
  }
  const key = keyAt(knowledge.histories, feature.of);
  const history = knowledge.histories[key];
  if (history === undefined) throw new RangeError(feature.of);
  const values = historyValues(feature.kind, history, knowledge.priors);
  const entries = encoded.entries.subarray(key * length, (key + 1) * length);
  return Float32Array.from(entries, (entry) => values[entry] as number);
}

/** Features of lines against finished knowledge. */
export function featureRows(
  knowledge: Knowledge,
  encoded: EncodedLines,
  features: readonly Feature[],
): FeatureRows {
  const { length, entries } = encoded;
  const rates = (target: 'fraud' | 'critical'): Float64Array => {
    const backOff = openBackOff(knowledge.histories, target, knowledge.priors[target]);
    return Float64Array.from({ length }, (_, line) => backOffRate(backOff, entries, length, line));
  };
  return {
    features,
    columns: features.map((f) => featureColumn(knowledge, encoded, f)),
    novel: Uint8Array.from({ length }, (_, line) => (isNovel(knowledge, encoded, line) ? 1 : 0)),
    backOff: { fraud: rates('fraud'), critical: rates('critical') },
  };
}

/** Random folds: a repeated template is mostly known in the other folds, as in a later quarter. */
export function randomFolds(length: number, folds: number, seed: number): Uint8Array {
  const random = seededRandom(seed);
  return Uint8Array.from({ length }, () => Math.floor(random() * folds));
}

/** Folds by exact template: every line is novel to the other folds. */
export function patternFolds(table: LineTable, folds: number, seed: number): Uint8Array {
  const histories = collectHistories(table, [keySpec(PATTERN_KEY)]);
  const random = seededRandom(seed);
  const foldOf = Uint8Array.from(histories[0]?.count ?? [], () => Math.floor(random() * folds));
  return Uint8Array.from(findEntries(table, histories).entries, (e) => foldOf[e] as number);
}

/** Features of every line, learnt from the lines of the other folds only. */
export function outOfFold(
  table: LineTable,
  specs: readonly KeySpec[],
  features: readonly Feature[],
  foldOf: Uint8Array,
): FeatureRows {
  const { length } = table;
  const columns = features.map(() => new Float32Array(length));
  const novel = new Uint8Array(length);
  const backOff = { fraud: new Float64Array(length), critical: new Float64Array(length) };
  const folds = Math.max(...foldOf) + 1;
  for (let fold = 0; fold < folds; fold += 1) {
    const held = linesWhere(length, (line) => foldOf[line] === fold);
    const rest = linesWhere(length, (line) => foldOf[line] !== fold);
    const knowledge = learn(selectLines(table, rest), specs);
    const rows = featureRows(knowledge, encodeLines(knowledge, selectLines(table, held)), features);
    held.forEach((line, i) => {
      columns.forEach((column, f) => (column[line] = rows.columns[f]?.[i] as number));
      novel[line] = rows.novel[i] as number;
      backOff.fraud[line] = rows.backOff.fraud[i] as number;
      backOff.critical[line] = rows.backOff.critical[i] as number;
    });
  }
  return { features, columns, novel, backOff };
}
