import {
  REQUIRED_FIELDS,
  type HeaderMapping,
  type TableOutline,
} from '../../src/contracts/risk.ts';
import { fail, succeed, type Result } from '../../src/contracts/fault.ts';
import { cellText, type Cell } from '../../src/domain/risk/intake/cell.ts';
import {
  guessMapping,
  mergeMapping,
  missingFields,
  nameColumns,
} from '../../src/domain/risk/intake/header.ts';
import { firstRows, tellDelimiter } from '../../src/platform/tables/csv-rows.ts';
import { HEAD_BYTES, readBytes, tellKind } from '../../src/platform/tables/file-kind.ts';
import { tellEncoding } from '../../src/platform/tables/fingerprint.ts';
import { readWorkbook } from '../../src/platform/tables/xlsx-rows.ts';

const SAMPLE_ROWS = 5;
/** The unit separator cannot stand in a header cell, so two headers never give one key. */
const SEPARATOR = '\u001f';

/** What a remembered choice of columns is found by. */
export function headerKey(columns: readonly string[]): string {
  return columns.join(SEPARATOR);
}

type Remembered = (headerKey: string) => Promise<HeaderMapping | undefined>;
type Shape = Pick<TableOutline, 'format' | 'encoding' | 'delimiter'>;

/**
 * What the file is, before anything is stored. Reads its first megabyte (a workbook: all of its
 * strings and the head of its first sheet). Faults: file-empty, file-too-large, file-not-a-table,
 * file-unreadable.
 */
export async function outlineTable(
  file: Blob,
  remembered: Remembered,
): Promise<Result<TableOutline>> {
  const kind = await tellKind(file);
  if (!kind.ok) return kind;
  return kind.value === 'workbook'
    ? outlineWorkbook(file, remembered)
    : outlineText(file, remembered);
}

async function outlineText(file: Blob, remembered: Remembered): Promise<Result<TableOutline>> {
  const head = await readBytes(file, 0, HEAD_BYTES);
  if (!head.ok) return head;
  const whole = file.size <= HEAD_BYTES;
  const encoding = tellEncoding(head.value, whole);
  if (!encoding) return fail('file-not-a-table', { kind: 'binary' });
  const text = new TextDecoder(encoding)
    .decode(head.value, { stream: !whole })
    .replace(/\r\n?/g, '\n');
  const delimiter = tellDelimiter(text);
  const rows = firstRows(text, delimiter, whole);
  if (!rows.ok) return rows;
  return describe({ format: 'csv', encoding, delimiter }, rows.value, remembered);
}

async function outlineWorkbook(file: Blob, remembered: Remembered): Promise<Result<TableOutline>> {
  const rows = await readWorkbook(file, true);
  if (!rows.ok) return rows;
  return describe({ format: 'xlsx', encoding: 'binary', delimiter: null }, rows.value, remembered);
}

async function describe(
  shape: Shape,
  rows: readonly (readonly Cell[])[],
  remembered: Remembered,
): Promise<Result<TableOutline>> {
  const filled = rows.filter((row) => row.some((cell) => cellText(cell) !== ''));
  const [first, ...data] = filled;
  if (!first) return fail('file-empty');
  if (first.length < REQUIRED_FIELDS.length) {
    return fail('file-not-a-table', { kind: 'few-columns', columns: first.length });
  }
  if (data.length === 0) return fail('file-empty', { rows: 0 });
  const header = nameColumns(first.map(cellText));
  const kept = await remembered(headerKey(header));
  const mapping = mergeMapping(guessMapping(header), kept, header);
  const sample = data.slice(0, SAMPLE_ROWS).map((row) => row.map(cellText));
  return succeed({
    ...shape,
    header,
    sample,
    mapping,
    missing: missingFields(mapping, REQUIRED_FIELDS),
  });
}
