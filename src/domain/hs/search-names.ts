/** Search of the tariff by digits or by words of the official names, in both languages. */
import { MARK, type HsCode } from './code.ts';
import type { Nomenclature } from './nomenclature.ts';
import { SECTIONS } from './sections.ts';

/** Codes that fit, best first; empty for a query without a letter or figure. */
export type NameSearch = (query: string, limit: number) => readonly HsCode[];

/** Words of a query that are looked at. */
const MOST_WORDS = 8;

interface Names {
  readonly code: HsCode;
  /** Lower case, with a blank before each word, so that ` word` finds beginnings. */
  readonly own: string;
  /** The same of the names above. */
  readonly above: string;
}

/** The text of all names is made at the first search (about 4 MB), so that opening stays light. */
export function nameSearch(nomenclature: Nomenclature): NameSearch {
  let names: readonly Names[] | undefined;
  return (query, limit) => {
    const wanted = query.normalize('NFKC').toLowerCase().slice(0, 200);
    names ??= allNames(nomenclature);
    const digits = /^(?:제\s*)?([\d.\-\s]+)(?:호|류)?$/
      .exec(wanted.trim().replace(MARK, ''))?.[1]
      ?.replace(/\D/g, '');
    if (digits) return byDigits(names, digits, limit);
    const words = wanted.match(/[\p{L}\p{M}\p{N}]+/gu)?.slice(0, MOST_WORDS) ?? [];
    return words.length === 0 ? [] : byWords(names, words, limit);
  };
}

/** Digits of a foreign or an older tariff are known only in part: the longest known beginning. */
function byDigits(names: readonly Names[], digits: string, limit: number): HsCode[] {
  let found: HsCode[] = [];
  for (let long = digits.length; long > 0 && found.length === 0; long -= long > 4 ? 1 : 4) {
    const begin = digits.slice(0, long);
    found = names.map(({ code }) => code).filter((code) => code.startsWith(begin));
  }
  return found.sort((a, b) => a.length - b.length || (a < b ? -1 : 1)).slice(0, limit);
}

/**
 * All words must stand in the names from the section down, at least one in the code's own: a name
 * that holds them all goes first, then words that begin where the query's do, then the upper level.
 */
function byWords(names: readonly Names[], words: readonly string[], limit: number): HsCode[] {
  const found: { code: HsCode; rank: number }[] = [];
  for (const { code, own, above } of names) {
    const here = words.filter((word) => holds(own, word));
    if (here.length === 0) continue;
    if (!words.every((word) => holds(own, word) || holds(above, word))) continue;
    const whole = here.length === words.length ? 0 : 100;
    const begins = here.every((word) => own.includes(` ${word}`)) ? 0 : 20;
    found.push({ code, rank: whole + begins + code.length });
  }
  found.sort((a, b) => a.rank - b.rank || (a.code < b.code ? -1 : 1));
  return found.slice(0, limit).map(({ code }) => code);
}

/** One or two Latin letters stand inside any word: they must begin one. */
function holds(names: string, word: string): boolean {
  return names.includes(/^[a-z]{1,2}$/.test(word) ? ` ${word}` : word);
}

function allNames(nomenclature: Nomenclature): readonly Names[] {
  const texts = new Map<HsCode, string>();
  const names: Names[] = SECTIONS.map(({ code, ko, en }) => {
    return { code, own: searchText(ko, en), above: '' };
  });
  const codes = [...nomenclature.codes()].sort();
  for (const code of codes) {
    const entry = nomenclature.entry(code);
    if (!entry) continue;
    const own = searchText(entry.ko, entry.en);
    texts.set(code, own);
    const above = [2, 4, 6, 7, 8, 9]
      .filter((length) => length < code.length)
      .map((length) => texts.get(code.slice(0, length)) ?? '')
      .join('');
    names.push({ code, own, above });
  }
  return names;
}

function searchText(ko: string, en: string): string {
  const words =
    `${ko} ${en}`
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return ` ${words.join(' ')}`;
}
