import { readSheet } from 'read-excel-file/universal';
import type { Cell } from '../../domain/risk/intake/cell.ts';
import { fail, succeed, type Result } from '../../contracts/fault.ts';
import { unzipWorkbook, zipStored, type ZipPart } from './unzip.ts';

/** How much of a sheet is read for its header and first rows, bytes. */
const HEAD_OF_SHEET = 256 * 1024;

/** Dates come as midnight UTC; times of day are not part of a declaration's date. */
function toCell(value: unknown): Cell {
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return typeof value === 'boolean' ? String(value) : '';
}

/** A long sheet cut after one of its first rows; any other part as it is. */
function cutSheet(part: ZipPart): ZipPart {
  if (!part.name.startsWith('xl/worksheets/') || part.bytes.length <= HEAD_OF_SHEET) return part;
  const head = new TextDecoder().decode(part.bytes.subarray(0, HEAD_OF_SHEET));
  const end = head.lastIndexOf('</row>');
  // A writer that names its elements otherwise is read whole.
  if (end < 0) return part;
  const cut = `${head.slice(0, end)}</row></sheetData></worksheet>`;
  return { name: part.name, bytes: new TextEncoder().encode(cut) };
}

/** Rows of the first sheet. Faults as unzipWorkbook; file-unreadable when its parts do not hold together. */
export async function readWorkbook(file: Blob, headOnly: boolean): Promise<Result<Cell[][]>> {
  const parts = await unzipWorkbook(file);
  if (!parts.ok) return parts;
  const stored = zipStored(headOnly ? parts.value.map(cutSheet) : parts.value);
  try {
    const rows = await readSheet(stored);
    return succeed(rows.map((row) => row.map(toCell)));
  } catch {
    // The library throws for any structure it does not know: for us all of them are one answer.
    return fail('file-unreadable');
  }
}
