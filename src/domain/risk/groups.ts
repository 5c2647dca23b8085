import { codeAt } from './declaration.ts';
import type { LineTable } from './declaration.ts';

/** Similar high-risk lines of a period: same goods and route, and the importer where all share one. */
export interface HighRiskGroup {
  readonly id: string;
  readonly hs6: string;
  readonly departure: string;
  readonly origin: string;
  readonly importer: string | null;
  /** Line numbers, highest risk first. */
  readonly lines: Uint32Array;
  readonly meanProbability: number;
  /** Sum of probabilities. */
  readonly expectedFraud: number;
}

/** Fewer lines than this are cases, not a group. */
export const LEAST_GROUP = 3;

function groupOf(
  table: LineTable,
  probability: Float32Array,
  id: string,
  lines: number[],
): HighRiskGroup {
  const [first = 0] = lines;
  const importer = codeAt(table, 'importer', first);
  const shared = importer !== '' && lines.every((l) => codeAt(table, 'importer', l) === importer);
  const expectedFraud = lines.reduce((sum, line) => sum + (probability[line] as number), 0);
  return {
    id,
    hs6: codeAt(table, 'hs6', first),
    departure: codeAt(table, 'departure', first),
    origin: codeAt(table, 'origin', first),
    importer: shared ? importer : null,
    lines: Uint32Array.from(lines),
    meanProbability: expectedFraud / lines.length,
    expectedFraud,
  };
}

/**
 * High-risk groups among `lines` (e.g. the inspect lane, highest risk first), most expected fraud
 * first; groups of equal expectation in the order of their id.
 */
export function groupHighRisk(
  table: LineTable,
  probability: Float32Array,
  lines: Iterable<number>,
): HighRiskGroup[] {
  const byRoute = new Map<string, number[]>();
  for (const line of lines) {
    const id = (['hs6', 'departure', 'origin'] as const)
      .map((f) => codeAt(table, f, line))
      .join('-');
    const group = byRoute.get(id);
    if (group) group.push(line);
    else byRoute.set(id, [line]);
  }
  return [...byRoute]
    .filter(([, group]) => group.length >= LEAST_GROUP)
    .map(([id, group]) => groupOf(table, probability, id, group))
    .sort((a, b) => b.expectedFraud - a.expectedFraud || (a.id < b.id ? -1 : 1));
}
