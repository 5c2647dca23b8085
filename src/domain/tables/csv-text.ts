/** A cell of an exported table: numbers stay numbers, texts are made harmless. */
export type ExportCell = string | number | null;

/**
 * Text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV
 * injection). Leading spaces do not hide a formula from every program, so they are looked
 * through; NUL, which no reader takes, is left out.
 */
const FORMULA = /^[\s\u00a0\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n\0]/;

export function disarm(text: string): string {
  const bare = text.replaceAll('\0', '');
  return FORMULA.test(text) || FORMULA.test(bare) ? `'${bare}` : bare;
}

/** One cell after RFC 4180. */
export function csvCell(cell: ExportCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const text = disarm(cell);
  return /[",\r\n\t;]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One record with its line end. */
export function csvLine(cells: readonly ExportCell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}
