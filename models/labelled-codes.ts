/** Codes as labelled files write them. */
import { openNewestNomenclature } from './nomenclature-pack.ts';

let headings: ReadonlySet<string> | undefined;

function isHeading(code: string): boolean {
  headings ??= new Set(openNewestNomenclature().codes());
  return headings.has(code.slice(0, 4));
}

/** Numbers of digits that a code has without its leading zero. */
const WITHOUT_ZERO = /^[1-9](?:\d{4}|\d{6}|\d{8})$/;

/**
 * All codes of a cell, digits only, six or more: rulings may accept several. Plain digits of an odd
 * number have lost their leading zero in a spreadsheet and get it back, as at the desk (readHsCode):
 * 901210020 is 0901.21.0020. Where the tariff has no such heading the digits stay as they are, since
 * 7 and 9 digits are also how groups of ten-digit codes are named.
 */
export function codesIn(cell: string): string[] {
  const mended = `0${cell.trim()}`;
  if (WITHOUT_ZERO.test(cell.trim()) && isHeading(mended)) return [mended];
  const found = cell.match(/\d[\d.\s]{3,}\d/g) ?? [];
  return found.map((code) => code.replace(/\D/g, '')).filter((code) => code.length >= 6);
}
