import type { CaseView } from '../../src/contracts/risk.ts';
import { fail, succeed, type Result } from '../../src/contracts/fault.ts';
import { lineAt } from '../../src/domain/risk/declaration.ts';
import type { Cut } from './cut.ts';
import { readRow } from './rows.ts';

export function openCase(cut: Cut, handle: number): Result<CaseView> {
  const { table } = cut.lines;
  if (handle >= table.length) return fail('not-found', { handle });
  return succeed({
    row: readRow(cut, handle, null),
    line: lineAt(table, handle),
    explanation: null,
    similar: { total: 0, shared: 'goods', lines: [] },
    inspected: table.outcome.reduce((sum, outcome) => sum + (outcome > 0 ? 1 : 0), 0),
  });
}
