import { formatHs } from './code.ts';
import type { HsCode, HsLevel } from './code.ts';
import { nameOf, pathOf } from './nomenclature.ts';
import type { HsEntry, NameLocale, Nomenclature } from './nomenclature.ts';
import { SHORT_TITLE_LENGTH, plainName, shorten } from './shorten.ts';

/** What goods are called, and how much of the code that name covers. */
export interface GoodsTitle {
  readonly text: string;
  /** The level the name was found at; `none` when not even the chapter is known. */
  readonly named: HsLevel | 'none';
  /** False when the code itself is not in this edition (say an HS 2017 code) and an ancestor names it. */
  readonly exact: boolean;
}

const SEPARATOR = ' · ';
const GENERIC: Readonly<Record<NameLocale, RegExp>> = { ko: /^기타$/, en: /^other$/i };

/**
 * The goods in words: the name of the code, led by the nearest name above it that stands
 * alone, as in "손목시계 · 기타". Brackets are left out; `pathOf` gives the full official names.
 */
export function goodsTitle(
  nomenclature: Nomenclature,
  code: HsCode,
  locale: NameLocale,
): GoodsTitle {
  return title(nomenclature, code, locale, (parts) => parts.join(SEPARATOR));
}

/**
 * One short name for a row of a list, the most specific part first and at most `limit` characters.
 * It is cut at its end only: where a column cuts it too, one ellipsis is seen.
 */
export function shortGoodsTitle(
  nomenclature: Nomenclature,
  code: HsCode,
  locale: NameLocale,
  limit: number = SHORT_TITLE_LENGTH[locale],
): GoodsTitle {
  return title(nomenclature, code, locale, (parts) => {
    const named = parts.filter((part) => !GENERIC[locale].test(part)).reverse();
    const text = (named.length > 0 ? named : parts).join(SEPARATOR);
    return shorten(listed(text), limit, locale);
  });
}

/** The list mark of Korean law is taken for a dot of a word by most readers: a comma is not. */
function listed(name: string): string {
  return name.replace(/ㆍ/g, ', ');
}

function title(
  nomenclature: Nomenclature,
  code: HsCode,
  locale: NameLocale,
  join: (parts: readonly string[]) => string,
): GoodsTitle {
  const path = pathOf(nomenclature, code);
  const own = path.at(-1);
  if (own === undefined) return { text: formatHs(code), named: 'none', exact: false };
  return { text: join(partsOf(path, locale)), named: own.level, exact: own.code === code };
}

/** Names from the nearest telling one down to the last, without "other" in between or repeats. */
function partsOf(path: readonly HsEntry[], locale: NameLocale): readonly string[] {
  const from = path.findLastIndex((entry) => tellingIn(entry, locale));
  const names = path.slice(Math.max(from, 0)).map((entry) => plainName(nameOf(entry, locale)));
  return names.filter(
    (name, i) => name !== names[i + 1] && (i === names.length - 1 || !GENERIC[locale].test(name)),
  );
}

function tellingIn(entry: HsEntry, locale: NameLocale): boolean {
  return entry.telling[locale === 'en' && entry.en === '' ? 'ko' : locale];
}
