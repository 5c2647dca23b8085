import { OUTCOMES } from '../declaration.ts';
import type { Outcome } from '../declaration.ts';
import { cellText } from './cell.ts';
import type { Cell, Reading } from './cell.ts';

/** 0, 1 or 2, however the file writes them; null when the cell is empty. */
function readDigit(cell: Cell): number | null | undefined {
  const text = cellText(cell);
  if (text === '') return null;
  return /^[012](\.0*)?$/.test(text) ? Number(text) : undefined;
}

function outcomeOf(fraud: number | null, critical: number | null): Outcome {
  if (critical === 2) return 'critical';
  if (critical === 1 || fraud === 1) return 'fraud';
  return fraud === 0 || critical === 0 ? 'nothing' : 'unknown';
}

/**
 * What inspection found, as the KCS set writes it: Fraud 0/1, Critical Fraud 0 nothing, 1 fraud,
 * 2 critical. The value is an index into OUTCOMES. Outcomes are kept for measuring; never scored.
 */
export function readOutcome(fraud: Cell, critical: Cell): Reading<number> {
  const first = readDigit(fraud);
  const second = readDigit(critical);
  if (first === undefined || first === 2 || second === undefined) return { reason: 'out-of-range' };
  return { value: OUTCOMES.indexOf(outcomeOf(first, second)) };
}
