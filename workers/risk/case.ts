import type { CaseView, SimilarLine } from '../../src/contracts/risk.ts';
import { fail, succeed, type Result } from '../../src/contracts/fault.ts';
import { codeAt, dateOf, lineAt, OUTCOMES } from '../../src/domain/risk/declaration.ts';
import { unitPrice } from '../../src/domain/risk/parts.ts';
import { similarLines } from '../../src/domain/risk/similar.ts';
import type { Cut } from './cut.ts';
import { explain } from './explanations.ts';
import { RISK_PACK } from './risk-model.ts';
import { readRow } from './rows.ts';

/** Similar lines given with a case, latest first; `total` counts all. */
const SIMILAR_LIMIT = 60;

function similarLine(cut: Cut, handle: number): SimilarLine {
  const { table } = cut.lines;
  const id = table.id[handle] ?? '';
  const { netMass, itemPrice } = table.quantity;
  const price = unitPrice(netMass[handle] ?? NaN, itemPrice[handle] ?? NaN);
  return {
    handle,
    id,
    date: dateOf(table.day[handle] ?? 0),
    importer: codeAt(table, 'importer', handle),
    unitPrice: price >= 0 ? price : null,
    decision: cut.records.decisions.get(id)?.decision ?? null,
    outcome: OUTCOMES[table.outcome[handle] ?? 0] ?? 'unknown',
  };
}

/** All that the case page shows of one line. Fault: not-found. */
export function openCase(cut: Cut, handle: number): Result<CaseView> {
  const { table } = cut.lines;
  const { opened } = cut.scored;
  if (handle >= table.length) return fail('not-found', { handle });
  const explanation = explain(cut, handle);
  const { shared, lines } = similarLines(table, handle);
  const latest = Array.from(lines.subarray(0, SIMILAR_LIMIT));
  return succeed({
    pack: opened && { id: RISK_PACK, version: opened.version, made: opened.made },
    row: readRow(cut, handle, explanation?.reasons[0] ?? null),
    line: lineAt(table, handle),
    explanation,
    similar: {
      total: lines.length,
      shared,
      lines: latest.map((other) => similarLine(cut, other)),
    },
  });
}
