import { OUTCOMES } from '../../src/domain/risk/declaration.ts';
import { csvLine, type ExportCell } from '../../src/domain/tables/csv-text.ts';
import type { DeskRow } from '../../src/contracts/risk.ts';
import type { Cut } from './cut.ts';
import { EXPORT_WORDS, type ExportLocale } from './export-words.ts';
import { readRow } from './rows.ts';

/** Lines turned into text between two looks at the cancel button. */
const LINES_AT_A_TIME = 4096;
/** Grams of a kilogram; won have fewer. */
const QUANTITY_DECIMALS = 3;
const BOM = '\ufeff';

/** A probability to four places: what the calibration can bear. */
function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10_000) / 10_000;
}

/** A quantity the file did not give stays empty; what binary fractions add is no figure of its. */
function quantity(value: number): number | null {
  return Number.isNaN(value) ? null : Number(value.toFixed(QUANTITY_DECIMALS));
}

/** The list that gave the answer, and what it is: the file is read without the app. */
function listCell({ answers }: Cut, { controlled }: DeskRow, locale: ExportLocale): string {
  if (!controlled) return '';
  const { working } = answers;
  const { standings, replaced } = EXPORT_WORDS[locale];
  const standing = working?.list === controlled.list ? standings[working.standing] : replaced;
  return `${controlled.list} (${standing})`;
}

function exportCells(cut: Cut, row: DeskRow, locale: ExportLocale): ExportCell[] {
  const words = EXPORT_WORDS[locale];
  const outcome = OUTCOMES[cut.lines.table.outcome[row.handle] ?? 0] ?? 'unknown';
  return [
    row.rank === 0 ? null : row.rank,
    row.id,
    row.date,
    rounded(row.probability),
    rounded(row.criticalProbability),
    cut.records.laneNames?.[row.lane][locale] || words.lanes[row.lane],
    row.novel ? words.yes : '',
    row.random ? words.yes : '',
    row.controlled ? words.controlled[row.controlled.answer] : '',
    row.controlled?.suspect ?? '',
    rounded(row.controlled?.probability ?? null),
    listCell(cut, row, locale),
    row.hs6,
    row.importer,
    row.seller,
    row.office,
    row.departure,
    row.origin,
    row.taxType,
    quantity(row.taxRate),
    quantity(row.netMass),
    quantity(row.itemPrice),
    words.outcomes[outcome],
    row.decision ? words.decisions[row.decision.decision] : '',
    row.decision?.at ?? '',
    cut.records.decisions.get(row.id)?.actor ?? '',
    row.probability === null ? '' : (cut.scored.opened?.version ?? ''),
  ];
}

/** The list as CSV for a spreadsheet: in list order, with a byte order mark, formulas disarmed. */
export async function exportRanked(
  cut: Cut,
  locale: ExportLocale,
  signal: AbortSignal,
): Promise<Blob> {
  const pieces: string[] = [BOM, csvLine(EXPORT_WORDS[locale].header)];
  for (let from = 0; from < cut.order.length; from += LINES_AT_A_TIME) {
    const handles = cut.order.subarray(from, from + LINES_AT_A_TIME);
    const lines = Array.from(handles, (handle) =>
      csvLine(exportCells(cut, readRow(cut, handle, null), locale)),
    );
    pieces.push(lines.join(''));
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
  }
  return new Blob(pieces, { type: 'text/csv;charset=utf-8' });
}
