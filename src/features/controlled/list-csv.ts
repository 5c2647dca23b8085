/** The list in use as a file of the very form that the import reads: a start for one's own. */
import * as v from 'valibot';
import { LIST_PACK } from '../../contracts/controlled.ts';
import { LIST_COLUMNS, type ListColumn } from '../../domain/controlled/list-columns.ts';
import {
  REQUIREMENTS_FILE,
  RequirementFile,
  type RequirementRow,
} from '../../domain/controlled/requirement.ts';
import { csvLine } from '../../domain/tables/csv-text.ts';
import type { HaechiDatabase } from '../../platform/database/database.ts';
import { findPack, readPackFile } from '../../platform/packs/read.ts';

export interface ListInUse {
  readonly version: string;
  readonly rows: readonly RequirementRow[];
}

/** A spreadsheet takes the text for Korean only with it. */
const BOM = '\ufeff';

/** The table that works now; null: none is here, or it cannot be read. */
export async function readListInUse(database: HaechiDatabase): Promise<ListInUse | null> {
  const pack = await findPack(database, LIST_PACK);
  if (!pack) return null;
  const { version } = pack;
  const bytes = await readPackFile(database, LIST_PACK, REQUIREMENTS_FILE, { version });
  if (!bytes.ok) return null;
  const text = new TextDecoder().decode(bytes.value);
  const list = v.safeParse(v.pipe(v.string(), v.parseJson(), RequirementFile), text);
  return list.success ? { version, rows: list.output.rows } : null;
}

/** One row by the columns of the file; what is not there is empty. */
export function listCells(row: RequirementRow): Readonly<Record<ListColumn, string>> {
  return {
    hs: row.hs,
    law: row.law.ko,
    law_en: row.law.en,
    authority: row.authority.ko,
    authority_en: row.authority.en,
    document: row.document.ko,
    document_en: row.document.en,
    condition: row.condition?.ko ?? '',
    condition_en: row.condition?.en ?? '',
    effective_from: row.effective_from,
    effective_to: row.effective_to ?? '',
    citation: row.citation,
    last_verified: row.last_verified ?? '',
  };
}

/** `names`: what the columns are called in the file. */
export function listCsv(
  rows: readonly RequirementRow[],
  names: Readonly<Record<ListColumn, string>>,
): string {
  const header = csvLine(LIST_COLUMNS.map((column) => names[column]));
  const lines = rows.map((row) => {
    const cells = listCells(row);
    return csvLine(LIST_COLUMNS.map((column) => cells[column]));
  });
  return BOM + header + lines.join('');
}
