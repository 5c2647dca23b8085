import { dayOf } from '../declaration.ts';
import type { BadReason } from './bad-cell.ts';

/** A cell as the file holds it: text, or a number where the file itself says so (XLSX). */
export type Cell = string | number;

/** A cell read, or why it cannot be. */
export type Reading<T> =
  { readonly value: T; readonly reason?: never } | { readonly reason: BadReason };

export function cellText(cell: Cell): string {
  return typeof cell === 'number' ? String(cell) : cell.trim();
}

/** Longest code or identity, characters: the longest in use is a 20-character seller code. */
const TEXT_LIMIT = 64;

/**
 * A number cell holds about 16 digits; a longer number has been rounded by the program that wrote
 * it, and would be another declaration's, so it is refused.
 */
export function readText(cell: Cell): Reading<string> {
  if (typeof cell === 'number' && Math.abs(cell) > Number.MAX_SAFE_INTEGER) {
    return { reason: 'digits-lost' };
  }
  const value = cellText(cell);
  return value.length > TEXT_LIMIT ? { reason: 'too-long' } : { value };
}

/** Longest goods text kept, characters: a line of an invoice is shorter. */
export const GOODS_LIMIT = 300;

/** Words of the goods, never refused: blanks and line breaks become one blank, what is too long is cut. */
export function readGoods(cell: Cell): Reading<string> {
  return { value: oneLine(cellText(cell), GOODS_LIMIT) };
}

/** Longest list of documents kept, characters: a document that is cut off would seem to be missing. */
export const DOCUMENTS_LIMIT = 2_000;

/** Documents as the line names them; where a new line begins a new one, a semicolon says so. */
export function readDocuments(cell: Cell): Reading<string> {
  return { value: oneLine(cellText(cell).replace(/\s*[\n\r\t]+\s*/gu, '; '), DOCUMENTS_LIMIT) };
}

function oneLine(whole: string, limit: number): string {
  const text = whole.replace(/\s+/gu, ' ').slice(0, limit);
  // Half of a character outside the basic plane is none.
  return text.replace(/[\ud800-\udbff]$/, '');
}

/** Days between 1970-01-01 and Excel's day 0 (1899-12-30, which absorbs its false 1900 leap day). */
const EXCEL_DAY_ZERO = -25_569;
const FIRST_DAY = dayOf('1990-01-01') ?? 0;
const LAST_DAY = dayOf('2099-12-31') ?? 0;

const SEPARATED =
  /^(\d{4})\s*(?:([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,2})\s*\.?|년\s*(\d{1,2})월\s*(\d{1,2})일)(?:[T ]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/;
const PLAIN = /^(\d{4})(\d{2})(\d{2})$/;

/**
 * Days since 1970-01-01 of YYYY-MM-DD, YYYY/MM/DD, YYYY.MM.DD, YYYYMMDD or 2021년 3월 9일, a time of
 * day left out. Day-first and month-first dates are refused: 03/04/2021 cannot be told apart.
 * A number below 100,000 in a number cell is an Excel date; the same digits as text are not.
 */
export function readDay(cell: Cell): Reading<number> {
  const day = readAnyDay(cell);
  if (day.reason !== undefined) return day;
  return day.value < FIRST_DAY || day.value > LAST_DAY ? { reason: 'out-of-range' } : day;
}

/** The same of any year: laws are older than the declarations on a tablet. */
export function readAnyDay(cell: Cell): Reading<number> {
  const day =
    typeof cell === 'number' && cell < 100_000 ? excelDay(cell) : writtenDay(cellText(cell));
  if (day !== undefined) return { value: day };
  return { reason: cellText(cell) === '' ? 'empty' : 'not-a-date' };
}

function excelDay(serial: number): number | undefined {
  return serial >= 1 ? Math.floor(serial) + EXCEL_DAY_ZERO : undefined;
}

function writtenDay(text: string): number | undefined {
  const match = SEPARATED.exec(text) ?? PLAIN.exec(text);
  if (!match) return undefined;
  const plain = match.length === 4;
  const month = plain ? match[2] : (match[3] ?? match[5]);
  const date = plain ? match[3] : (match[4] ?? match[6]);
  return dayOf(
    `${match[1] ?? ''}-${month?.padStart(2, '0') ?? ''}-${date?.padStart(2, '0') ?? ''}`,
  );
}

const GROUPED = /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/;
const NUMERAL = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/;

/**
 * A number at least 0 and at most `limit`. A comma is a separator of thousands and nothing else:
 * `1,5` is refused rather than read as 15 or 1.5.
 */
export function readQuantity(cell: Cell, limit: number): Reading<number> {
  let value: number;
  if (typeof cell === 'number') value = cell;
  else {
    const text = cell.trim().replace('\u2212', '-');
    if (text === '') return { reason: 'empty' };
    if (NUMERAL.test(text)) value = Number(text);
    else if (GROUPED.test(text)) value = Number(text.replaceAll(',', ''));
    else return { reason: 'not-a-number' };
  }
  if (!Number.isFinite(value)) return { reason: 'not-a-number' };
  if (value < 0) return { reason: 'negative' };
  if (value > limit) return { reason: 'out-of-range' };
  return { value: value === 0 ? 0 : value };
}

/**
 * A code of 4 to 10 digits, dots, dashes and spaces left out: the national ten digits whole, of
 * any other code the first six (a heading of four stays four). Codes have an even number of
 * digits, so an odd number of plain digits, or of digits in a number cell, has lost its leading
 * zero and gets it back; with dots or dashes someone wrote it that way, and it is refused.
 */
export function readHsCode(cell: Cell): Reading<string> {
  const text = cellText(cell);
  if (text === '') return { reason: 'empty' };
  const bare = text.replace(/[.\-\s]/g, '');
  if (!/^\d{4,10}$/.test(bare)) return { reason: 'not-an-hs-code' };
  const odd = bare.length % 2 === 1;
  if (odd && bare !== text) return { reason: 'not-an-hs-code' };
  const code = odd ? `0${bare}` : bare;
  if (code.startsWith('00')) return { reason: 'not-an-hs-code' };
  return { value: code.length === 10 ? code : code.slice(0, 6) };
}

/** A country as two letters (ISO 3166 alpha-2, and the letters customs add, such as XK and ZZ). */
export function readCountry(cell: Cell): Reading<string> {
  const text = cellText(cell).toUpperCase();
  if (text === '') return { reason: 'empty' };
  return /^[A-Z]{2}$/.test(text) ? { value: text } : { reason: 'not-a-country' };
}
