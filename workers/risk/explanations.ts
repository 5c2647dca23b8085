import { explainLine } from '../../src/domain/risk/explain.ts';
import type { Explanation } from '../../src/domain/risk/explanation.ts';
import type { Cut, Scored } from './cut.ts';

/** Explaining costs hundreds of times what scoring does: only asked lines, and each once. */
const kept = new WeakMap<Scored, Map<number, Explanation>>();
/** Explanations of one scoring kept at most: about 2 kB each. */
const KEPT = 5_000;

/** Why a line has its score; null when it has none. */
export function explain(cut: Cut, handle: number): Explanation | null {
  const { scored, lines } = cut;
  if (!scored.opened) return null;
  const { encoded, scores } = scored.scoring;
  if (!Number.isFinite(scores.probability[handle])) return null;
  let known = kept.get(scored);
  if (!known || known.size >= KEPT) {
    known = new Map();
    kept.set(scored, known);
  }
  const before = known.get(handle);
  if (before) return before;
  const explanation = explainLine(scored.opened.model, lines.table, encoded, scores, handle);
  known.set(handle, explanation);
  return explanation;
}
