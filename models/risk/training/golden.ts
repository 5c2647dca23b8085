import { lineAt } from '../../../src/domain/risk/declaration.ts';
import type { DeclarationLine, LineTable } from '../../../src/domain/risk/declaration.ts';
import type { RiskModel } from '../../../src/domain/risk/model.ts';
import type { LineScores } from '../../../src/domain/risk/score.ts';
import { CRITICAL_MEMBERS, FRAUD_MEMBERS } from '../../../src/domain/risk/stack.ts';
import { seededRandom } from './random.ts';
import { tableOf } from './read-declarations.ts';
import { KCS_HEADERS } from '../../../src/domain/risk/kcs-headers.ts';
import { CODE_FIELDS, LINE_FIELDS, QUANTITY_FIELDS } from '../../../src/domain/risk/declaration.ts';
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

const LINES = 60;

/** Templates known to the pack, half of them changed so that the pattern is novel, with invented parties. */
function goldenRows(table: LineTable): string[][] {
  const random = seededRandom(71);
  return Array.from({ length: LINES }, (_, n) => {
    const line = lineAt(table, Math.floor(random() * table.length));
    const changed = n % 2 === 0;
    const scale = changed ? 1 + Math.round(random() * 50) / 100 : 1;
    const odd: Partial<Record<string, string>> =
      n === 1
        ? { netMass: '0' }
        : n === 3
          ? { hs6: '999999', origin: 'XX' }
          : n === 5
            ? { seller: '', courier: '', taxRate: '' }
            : n === 7
              ? { netMass: '0', itemPrice: '0' }
              : {};
    const cells: Record<string, string> = {};
    for (const field of CODE_FIELDS) cells[field] = line[field];
    for (const field of QUANTITY_FIELDS) cells[field] = String(line[field]);
    cells['netMass'] = String(Math.round(line.netMass * scale * 10) / 10);
    for (const party of ['importer', 'seller', 'declarant']) cells[party] = `GOLDEN${n % 9}`;
    const all: Record<string, string> = {
      ...cells,
      id: `G${String(n).padStart(4, '0')}`,
      date: '2021-02-15',
    };
    return LINE_FIELDS.map((field) => odd[field] ?? all[field] ?? '');
  });
}

/** The golden cases of a model, scored as the worker scores. */
export async function goldenCases(model: RiskModel, source: LineTable): Promise<GoldenCase[]> {
  const header = LINE_FIELDS.map((field) => KCS_HEADERS[field]);
  const table = tableOf(header, goldenRows(source), 'golden lines');
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
