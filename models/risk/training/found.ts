import { OUTCOMES } from '../../../src/domain/risk/declaration.ts';
import type { LineTable } from '../../../src/domain/risk/declaration.ts';

/** 1 where inspection found at least this. */
export function foundAtLeast(table: LineTable, outcome: 'fraud' | 'critical'): Uint8Array {
  const least = OUTCOMES.indexOf(outcome);
  return Uint8Array.from(table.outcome, (o) => (o >= least ? 1 : 0));
}
