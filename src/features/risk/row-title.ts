import { shorten } from '../../domain/hs/shorten.ts';
import type { Locale } from '../../i18n/locale.ts';

/** Characters that the goods column of a 1280 px screen holds. */
const ROOM: Readonly<Record<Locale, number>> = { ko: 17, en: 27 };
const SEPARATOR = ' · ';

/**
 * The goods for a narrow column, whose end the column may still cut. The kind gives up room so that
 * the detail after it, which tells lines apart, begins in sight and is not an ellipsis alone.
 */
export function rowTitle(title: string, locale: Locale): string {
  const room = ROOM[locale];
  const at = title.lastIndexOf(SEPARATOR);
  if (title.length <= room || at < 0) return title;
  const kind = title.slice(0, at);
  const detail = title.slice(at);
  const left = Math.max(room - detail.length, Math.floor(room / 2));
  if (kind.length <= left) return title;
  return `${shorten(kind, left, locale)}${detail}`;
}
