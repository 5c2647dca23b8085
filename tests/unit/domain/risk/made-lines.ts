import { KCS_HEADERS } from '../../../../src/domain/risk/kcs-headers.ts';
import { LINE_FIELDS } from '../../../../src/domain/risk/declaration.ts';
import type { LineField, LineTable } from '../../../../src/domain/risk/declaration.ts';
import { tableOf } from '../../../../models/risk/training/read-declarations.ts';

export type MadeLine = Partial<Record<LineField, string>>;

const PLAIN: MadeLine = {
  date: '2021-01-04',
  hs6: '950300',
  departure: 'CN',
  origin: 'CN',
  taxRate: '8',
  taxType: 'A',
  netMass: '10',
  itemPrice: '25000',
  importer: 'IMPORTER',
  seller: 'SELLER',
  declarant: 'DECLARANT',
  fraud: '0',
  critical: '0',
};

/** A table of lines that are plain but for what is given. */
export function madeTable(lines: readonly MadeLine[]): LineTable {
  const rows = lines.map((line, i) => {
    const cells: MadeLine = { ...PLAIN, id: `D${i}`, ...line };
    return LINE_FIELDS.map((field) => cells[field] ?? '');
  });
  return tableOf(
    LINE_FIELDS.map((f) => KCS_HEADERS[f]),
    rows,
    'made lines',
  );
}
