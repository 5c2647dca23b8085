import type { LineTable } from '../../../../src/domain/risk/declaration.ts';
import { tableOf } from '../../../../models/risk/training/table-of.ts';
import type { MadeLine } from '../../../../models/risk/training/table-of.ts';

export type { MadeLine };

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
  return tableOf(lines.map((line, i) => ({ ...PLAIN, id: `D${i}`, ...line })));
}
