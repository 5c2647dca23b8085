import type { EventBody } from '../../contracts/events.ts';
import { GOODS_TEXT_LIMIT, type HsAnswer } from '../../contracts/hs.ts';
import type { HsCode } from '../../domain/hs/code.ts';
import { csvLine } from '../../domain/tables/csv-text.ts';
import type { Answered } from './question.svelte.ts';

/** As many suggestions as an event keeps (contracts/events.ts). */
const SUGGESTED = 5;
/** Subject of a pick whose text is from no declaration. */
export const NO_DECLARATION = 'goods';

/** The declaration that a goods text is from, with the code it gives. */
export interface Source {
  readonly declaration: string;
  readonly declared: HsCode | null;
}

function seen({ text, answer }: Answered, source: Source | null) {
  return {
    text: text.trim().slice(0, GOODS_TEXT_LIMIT),
    suggested: suggestedIn(answer),
    declaration: source?.declaration ?? null,
    pack: answer.pack.id,
    version: answer.pack.version,
  };
}

function suggestedIn(answer: HsAnswer): [string, number][] {
  return answer.candidates.slice(0, SUGGESTED).map(({ code, probability }) => [code, probability]);
}

export function pickBody(
  answered: Answered,
  code: HsCode,
  source: Source | null,
): EventBody<'hs-code-picked'> {
  const { kind } = answered.answer;
  return { ...seen(answered, source), code, answer: kind, declared: source?.declared ?? null };
}

export function rejectionBody(
  answered: Answered,
  source: Source | null,
): EventBody<'hs-suggestion-rejected'> {
  return seen(answered, source);
}

/**
 * Picks as rows that a training reads, `description,code`. With a byte order mark: spreadsheets take
 * Korean text for another encoding without it.
 */
export function trainingRows(picks: readonly { text: string; code: HsCode }[]): string {
  const rows = picks.map(({ text, code }) => csvLine([text.replace(/\s+/g, ' ').trim(), code]));
  return `\uFEFF${csvLine(['description', 'code'])}${rows.join('')}`;
}
