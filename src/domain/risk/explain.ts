import { backOffRate, logOdds } from './back-off.ts';
import type { LineTable } from './declaration.ts';
import { BACKOFF_LEVELS } from './explanation.ts';
import type { Explanation, Reason, ReasonFacts, ReasonKey } from './explanation.ts';
import { FOREST_BLOCK } from './forest.ts';
import type { EncodedLines } from './knowledge.ts';
import type { RiskModel } from './model.ts';
import { unitPrice } from './parts.ts';
import { fillBins } from './score-forest.ts';
import type { OpenForest } from './score-forest.ts';
import { stackOf } from './score.ts';
import type { LineScores } from './score.ts';
import { FRAUD_MEMBERS, probabilityInterval, sigmoid } from './stack.ts';
import { shareForest } from './tree-shap.ts';

function binsOf(open: OpenForest, encoded: EncodedLines, line: number): Uint8Array {
  const block = new Uint8Array(open.sources.length * FOREST_BLOCK);
  fillBins(open, encoded, Uint32Array.of(line), block);
  return Uint8Array.from(open.sources, (_, feature) => block[feature * FOREST_BLOCK] as number);
}

/** Adds a forest's shares, times its weight in the blend, to the reasons; returns its base. */
function addForest(
  open: OpenForest,
  encoded: EncodedLines,
  line: number,
  weight: number,
  reasons: Map<ReasonKey, number>,
): number {
  const { base, values } = shareForest(open.forest, binsOf(open, encoded, line));
  open.reasons.forEach((key, feature) => {
    const value = weight * (values[feature] as number);
    if (value !== 0) reasons.set(key, (reasons.get(key) ?? 0) + value);
  });
  return weight * base;
}

/** Key of the histories whose counts stand under a reason; the most telling one where there are two. */
const FACT_KEYS: Partial<Record<ReasonKey, string>> = {
  'goods-tax': 'goods-tax-type',
  tax: 'tax-type',
};

function countFacts(
  model: RiskModel,
  encoded: EncodedLines,
  line: number,
  name: string,
): ReasonFacts {
  const key = model.knowledge.histories.findIndex((h) => h.spec.name === name);
  const history = model.knowledge.histories[key];
  if (history === undefined) return {};
  const entry = encoded.entries[key * encoded.length + line] ?? 0;
  return { earlier: history.count[entry] ?? 0, fraud: history.fraud[entry] ?? 0 };
}

/** The line's own quantity and the usual one of its goods, where the reason speaks of one. */
function valueFacts(
  model: RiskModel,
  table: LineTable,
  encoded: EncodedLines,
  line: number,
  key: ReasonKey,
): ReasonFacts {
  const { usual, goodsKey } = model.knowledge;
  const goods = encoded.entries[goodsKey * encoded.length + line] ?? 0;
  const mass = table.quantity.netMass[line] ?? NaN;
  const price = table.quantity.itemPrice[line] ?? NaN;
  const usualMass = Math.expm1(usual.logMass[goods] ?? NaN);
  const usualUnit = Math.expm1(usual.logUnitPrice[goods] ?? NaN);
  const pair = (value: number, common: number): ReasonFacts => ({
    ...(Number.isFinite(value) ? { value } : {}),
    ...(Number.isFinite(common) ? { usual: common } : {}),
  });
  switch (key) {
    case 'unit-price':
    case 'unit-price-context': {
      const unit = unitPrice(mass, price);
      return pair(unit < 0 ? NaN : unit, usualUnit);
    }
    case 'mass':
    case 'goods-mass':
    case 'goods-mass-band':
    case 'amount':
      return pair(mass, usualMass);
    case 'price':
    case 'goods-price':
      return pair(price, NaN);
    case 'tax':
      return pair(table.quantity.taxRate[line] ?? NaN, NaN);
    default:
      return {};
  }
}

/** The most specific level of the back-off tables that knows lines like this one. */
function backOffOf(model: RiskModel, encoded: EncodedLines, line: number): Explanation['backoff'] {
  for (const level of BACKOFF_LEVELS) {
    const facts = countFacts(model, encoded, line, level);
    if ((facts.earlier ?? 0) > 0) {
      return { level, earlier: facts.earlier ?? 0, fraud: facts.fraud ?? 0 };
    }
  }
  return null;
}

/** Mean of a member over training lines: what it says when it knows nothing about a line. */
function idleLogit(model: RiskModel): number {
  return logOdds(model.knowledge.priors.fraud);
}

/**
 * Why a line has its score: contributions in log-odds that add up, with `base`, to the calibrated
 * logit (rounding apart, below 1e-5). `scores` is what scoreLines gave for the same encoded lines.
 */
export function explainLine(
  model: RiskModel,
  table: LineTable,
  encoded: EncodedLines,
  scores: LineScores,
  line: number,
): Explanation {
  const stack = stackOf(model, scores.novel[line] as number);
  const width = FRAUD_MEMBERS.length;
  const [history = 0, trees = 0, novelTrees = 0, network = 0] = stack.weights;
  const reasons = new Map<ReasonKey, number>();
  let base = stack.intercept + (history + network) * idleLogit(model);
  if (history !== 0) {
    const rate = backOffRate(model.backOff.fraud, encoded.entries, encoded.length, line);
    reasons.set('history', history * (logOdds(rate) - idleLogit(model)));
  }
  if (network !== 0) {
    const answer = scores.members.fraud[line * width + 3] as number;
    reasons.set('network', network * (answer - idleLogit(model)));
  }
  if (trees !== 0) base += addForest(model.trees, encoded, line, trees, reasons);
  if (novelTrees !== 0 && model.novelTrees !== null) {
    base += addForest(model.novelTrees, encoded, line, novelTrees, reasons);
  }
  const backoff = backOffOf(model, encoded, line);
  const factsOf = (key: ReasonKey): ReasonFacts => {
    if (key === 'history') return backoff ? { earlier: backoff.earlier, fraud: backoff.fraud } : {};
    const counts = countFacts(model, encoded, line, FACT_KEYS[key] ?? key);
    return { ...counts, ...valueFacts(model, table, encoded, line, key) };
  };
  const sorted = [...reasons]
    .map(([key, weight]): Reason => ({ key, weight, facts: factsOf(key) }))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const logit = sorted.reduce((sum, reason) => sum + reason.weight, base);
  const interval = probabilityInterval(stack, scores.members.fraud, line * width);
  return { base, reasons: sorted, logit, probability: sigmoid(logit), ...interval, backoff };
}
