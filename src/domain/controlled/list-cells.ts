/** One cell of an administration's list at a time. */
import { MARK, type HsCode } from '../hs/code.ts';
import { dateOf, dayOf } from '../risk/declaration.ts';
import { cellText, readAnyDay, type Cell } from '../risk/intake/cell.ts';
import type { LIST_ERRORS } from './list-problem.ts';

export type ListReading<T> =
  { readonly value: T; readonly kind?: never } | { readonly kind: (typeof LIST_ERRORS)[number] };

/** Longest name of a law, an authority or a document, and longest citation, characters. */
export const WORDS_LIMIT = 200;
export const CITATION_LIMIT = 300;

/** A dash or a dot that stands for nothing says nothing: as a document's name it would fit any. */
export function isBlank(cell: Cell): boolean {
  return !/[\p{L}\p{N}]/u.test(cellText(cell));
}

/** Marks that turn the direction of writing: a name could read as another one by them. */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

export function withoutDirection<T extends Cell>(cell: T): T | string {
  return typeof cell === 'string' ? cell.replace(DIRECTION, '') : cell;
}

/** Blanks and line breaks inside a cell become one blank. */
export function readWords(cell: Cell, limit = WORDS_LIMIT): ListReading<string> {
  if (isBlank(cell)) return { kind: 'empty' };
  const value = cellText(cell).replace(/\s+/gu, ' ');
  return value.length > limit ? { kind: 'too-long' } : { value };
}

export interface WrittenCode {
  readonly code: HsCode;
  /** It had lost its leading zero and got it back. */
  readonly mended: boolean;
}

/**
 * A code of 2, 4, 6, 8 or 10 digits: `8517`, `8517.13`, `9102.12-1000`, `제8517호`. An odd number of
 * plain digits has lost its leading zero in a spreadsheet. With dots or dashes each part has an
 * even number of digits: `302.1` may be 0302.10 or 3021, and is refused.
 */
export function readListCode(cell: Cell): ListReading<WrittenCode> {
  if (isBlank(cell)) return { kind: 'empty' };
  const bare = cellText(cell)
    .normalize('NFKC')
    .replace(/^제\s*(\d{1,4})\s*[류호]$/u, '$1')
    .replace(MARK, '');
  const parts = bare.split(/[.\s\p{Pd}]+/u);
  const digits = parts.join('');
  if (!/^\d{1,10}$/.test(digits)) return { kind: 'not-a-code' };
  const odd = parts.some((part) => part.length % 2 === 1);
  if (parts.includes('') || (odd && parts.length > 1)) return { kind: 'not-a-code' };
  const code = odd ? `0${digits}` : digits;
  return code.startsWith('00') ? { kind: 'not-a-code' } : { value: { code, mended: odd } };
}

const FIRST_DAY = dayOf('1945-01-01') ?? 0;
const LAST_DAY = dayOf('2099-12-31') ?? 0;
/** What registers write where a row has no end. */
const NO_END = dayOf('9999-12-31') ?? 0;

/** An ISO date; null for the day that registers write where there is no end. */
export function readListDay(cell: Cell): ListReading<string | null> {
  if (isBlank(cell)) return { kind: 'empty' };
  const day = readAnyDay(cell);
  if (day.reason !== undefined) return { kind: 'not-a-date' };
  if (day.value === NO_END) return { value: null };
  if (day.value < FIRST_DAY || day.value > LAST_DAY) return { kind: 'not-a-date' };
  return { value: dateOf(day.value) };
}
