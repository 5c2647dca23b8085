import type { LineTable } from '../../../src/domain/risk/declaration.ts';
import type { KeySpec } from '../../../src/domain/risk/keys.ts';
import { encodeLines, learn } from '../../../src/domain/risk/knowledge.ts';
import { openForest, scoreForest } from '../../../src/domain/risk/score-forest.ts';
import { sigmoid } from '../../../src/domain/risk/stack.ts';
import {
  ENTITY_KEYS,
  GOODS_KEYS,
  historyFeatures,
  quantityFeatures,
  SIZES,
} from './feature-sets.ts';
import { foundAtLeast } from './found.ts';
import { growForest } from '../../forest/grow-forest.ts';
import type { GrowOptions } from '../../forest/grow-forest.ts';
import { areaUnderRoc, logLoss } from './metrics.ts';
import { outOfFold, randomFolds } from './out-of-fold.ts';
import { seededRandom, shuffle } from '../../random.ts';
import { linesWhere, selectLines } from '../../declarations/select-lines.ts';

export interface EntityTrial {
  /** On the last quarter of the training lines, trees trained on the rest. */
  readonly without: { readonly auc: number; readonly logLoss: number };
  readonly withEntities: { readonly auc: number; readonly logLoss: number };
  /** The same with the traders' columns shuffled over the lines: what more columns do by chance. */
  readonly withShuffled: { readonly auc: number; readonly logLoss: number };
  readonly kept: boolean;
}

/** Log loss that histories of traders must save, against shuffled ones too, to be kept. */
const LEAST_GAIN = 0.001;

function holdOut(
  table: LineTable,
  specs: readonly KeySpec[],
  options: GrowOptions,
): EntityTrial['without'] {
  const days = table.day.slice().sort();
  const cut = days[Math.floor(days.length * 0.75)] ?? 0;
  const early = selectLines(
    table,
    linesWhere(table.length, (l) => (table.day[l] as number) < cut),
  );
  const late = selectLines(
    table,
    linesWhere(table.length, (l) => (table.day[l] as number) >= cut),
  );
  const features = [...historyFeatures(['fraud-rate', 'lines'], specs), ...quantityFeatures(SIZES)];
  const rows = outOfFold(early, specs, features, randomFolds(early.length, 5, 51));
  const weight = new Float32Array(early.length).fill(1);
  const found = foundAtLeast(early, 'fraud');
  const forest = growForest({ features, columns: rows.columns, found, weight }, options);
  const knowledge = learn(early, specs);
  const logits = new Float32Array(late.length);
  const every = linesWhere(late.length, () => true);
  scoreForest(openForest(forest, knowledge), encodeLines(knowledge, late), every, logits, 1, 0);
  const actual = foundAtLeast(late, 'fraud');
  return { auc: areaUnderRoc(logits, actual), logLoss: logLoss(logits.map(sigmoid), actual) };
}

/** The table with each trader column dealt anew over the lines. */
function shuffleTraders(table: LineTable): LineTable {
  const random = seededRandom(52);
  const fields = ['importer', 'seller', 'declarant', 'courier'] as const;
  const dealt = fields.map((field) => {
    const { values, codes } = table.code[field];
    return [field, { values, codes: shuffle(codes.slice(), random) }] as const;
  });
  return { ...table, code: { ...table.code, ...Object.fromEntries(dealt) } };
}

/** Measures whether histories of importer, seller, declarant and courier help on later lines. */
export function tryEntities(table: LineTable, options: GrowOptions): EntityTrial {
  const without = holdOut(table, GOODS_KEYS, options);
  const withEntities = holdOut(table, [...GOODS_KEYS, ...ENTITY_KEYS], options);
  const withShuffled = holdOut(shuffleTraders(table), [...GOODS_KEYS, ...ENTITY_KEYS], options);
  const least = Math.min(without.logLoss, withShuffled.logLoss);
  return { without, withEntities, withShuffled, kept: least - withEntities.logLoss > LEAST_GAIN };
}
