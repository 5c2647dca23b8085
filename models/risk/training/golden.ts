import { lineAt } from '../../../src/domain/risk/declaration.ts';
import type { DeclarationLine, LineTable } from '../../../src/domain/risk/declaration.ts';
import type { RiskModel } from '../../../src/domain/risk/model.ts';
import type { LineScores } from '../../../src/domain/risk/score.ts';
import { CRITICAL_MEMBERS, FRAUD_MEMBERS } from '../../../src/domain/risk/stack.ts';
import { scoreTable } from './run-model.ts';

/** A line with what every member and the blend must answer for it, on any device, within 1e-4. */
export interface GoldenCase {
  readonly line: DeclarationLine;
  readonly novel: boolean;
  /** Log-odds of the members in the order of FRAUD_MEMBERS and CRITICAL_MEMBERS. */
  readonly members: { readonly fraud: readonly number[]; readonly critical: readonly number[] };
  readonly logit: number;
  readonly probability: number;
  readonly critical: number;
}

/** The golden cases of a model, scored as the worker scores. */
export async function goldenCases(model: RiskModel, table: LineTable): Promise<GoldenCase[]> {
  const { scores } = await scoreTable(model, table);
  return Array.from({ length: table.length }, (_, i) => goldenCase(table, scores, i));
}

function goldenCase(table: LineTable, scores: LineScores, i: number): GoldenCase {
  const of = (all: Float32Array, width: number): number[] => [
    ...all.subarray(i * width, (i + 1) * width),
  ];
  return {
    line: lineAt(table, i),
    novel: scores.novel[i] === 1,
    members: {
      fraud: of(scores.members.fraud, FRAUD_MEMBERS.length),
      critical: of(scores.members.critical, CRITICAL_MEMBERS.length),
    },
    logit: scores.logit[i] as number,
    probability: scores.probability[i] as number,
    critical: scores.critical[i] as number,
  };
}
