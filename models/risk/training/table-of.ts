import { CODE_FIELDS, dayOf, OUTCOMES } from '../../../src/domain/risk/declaration.ts';
import type { CodeField, LineField, LineTable } from '../../../src/domain/risk/declaration.ts';
import { buildLines, draftLine } from '../../../src/domain/risk/intake/line-builder.ts';

/** A line that code made up, as text; a field left out is empty. Nothing is checked. */
export type MadeLine = Readonly<Partial<Record<LineField, string>>>;

function outcomeOf(fraud: string | undefined, critical: string | undefined): number {
  if (fraud === undefined || fraud === '') return OUTCOMES.indexOf('unknown');
  if (critical === '2') return OUTCOMES.indexOf('critical');
  return OUTCOMES.indexOf(fraud === '1' ? 'fraud' : 'nothing');
}

/** A quantity as it stands; an empty one is NaN. */
function quantityOf(text: string | undefined): number {
  return text === undefined || text === '' ? NaN : Number(text);
}

/** Made lines as a table: golden cases and tests need lines that a file would not get in with. */
export function tableOf(lines: readonly MadeLine[]): LineTable {
  const builder = buildLines(lines.length);
  const draft = draftLine();
  for (const line of lines) {
    draft.id = line.id ?? '';
    draft.day = dayOf(line.date ?? '') ?? 0;
    draft.outcome = outcomeOf(line.fraud, line.critical);
    const code: Record<CodeField, string> = draft.code;
    for (const field of CODE_FIELDS) code[field] = line[field] ?? '';
    draft.quantity.taxRate = quantityOf(line.taxRate);
    draft.quantity.netMass = quantityOf(line.netMass);
    draft.quantity.itemPrice = quantityOf(line.itemPrice);
    builder.push(draft);
  }
  return builder.finish();
}
