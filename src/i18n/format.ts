import type { Locale } from './locale.ts';

const MINUS = '−';

function withMinus(text: string): string {
  return text.replace('-', MINUS);
}

/** 1234.5 -> `1,234.5`; at most `digits` decimals. */
export function formatNumber(value: number, digits = 0): string {
  return withMinus(value.toLocaleString('ko-KR', { maximumFractionDigits: digits }));
}

/** 0.976 -> `98 %`. Never rounds to certainty: 0.999 is `> 99 %`, 0.001 is `< 1 %`. */
export function formatProbability(value: number): string {
  if (value > 0.995) return '> 99 %';
  if (value < 0.005) return '< 1 %';
  return `${Math.round(value * 100)} %`;
}

/** A share 0..1 as percent with `digits` decimals. */
export function formatShare(value: number, digits = 0): string {
  return `${formatNumber(value * 100, digits)} %`;
}

/** +2.41, −0.36: log-odds of a reason. */
export function formatSigned(value: number): string {
  const size = Math.abs(value).toFixed(2);
  return value < 0 ? `${MINUS}${size}` : `+${size}`;
}

/** Korean won, whole. */
export function formatWon(value: number, locale: Locale): string {
  const amount = formatNumber(Math.round(value));
  return locale === 'ko' ? `${amount}원` : `₩${amount}`;
}

export function formatMass(kilograms: number): string {
  return `${formatNumber(kilograms, kilograms < 100 ? 1 : 0)} kg`;
}

export function formatBytes(bytes: number): string {
  if (bytes >= 1e9) return `${formatNumber(bytes / 1e9, 0)} GB`;
  if (bytes >= 1e6) return `${formatNumber(bytes / 1e6, 1)} MB`;
  return `${formatNumber(Math.max(1, Math.round(bytes / 1e3)))} kB`;
}

const WEEKDAYS: Readonly<Record<Locale, readonly string[]>> = {
  ko: ['일', '월', '화', '수', '목', '금', '토'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026-11-22` -> `11. 22. (일)` or `Sun 22 Nov`. */
export function formatDay(isoDate: string, locale: Locale): string {
  const date = new Date(`${isoDate}T00:00:00Z`);
  const weekday = WEEKDAYS[locale][date.getUTCDay()] ?? '';
  const [month, day] = [date.getUTCMonth(), date.getUTCDate()];
  return locale === 'ko'
    ? `${month + 1}. ${day}. (${weekday})`
    : `${weekday} ${day} ${MONTHS[month] ?? ''}`;
}

/** The same with its year, where years can mix: `2026. 11. 22. (일)` or `Sun 22 Nov 2026`. */
export function formatDate(isoDate: string, locale: Locale): string {
  const year = isoDate.slice(0, 4);
  const day = formatDay(isoDate, locale);
  return locale === 'ko' ? `${year}. ${day}` : `${day} ${year}`;
}

/** First and last day; a year that both share is said once. */
export function formatPeriod(first: string, last: string, locale: Locale): string {
  const oneYear = first.slice(0, 4) === last.slice(0, 4);
  const [from, to] =
    locale === 'ko'
      ? [formatDate(first, locale), (oneYear ? formatDay : formatDate)(last, locale)]
      : [(oneYear ? formatDay : formatDate)(first, locale), formatDate(last, locale)];
  return `${from} – ${to}`;
}

/** A moment as the tablet's wall clock, 24 hours: `10:42`. */
export function formatTime(iso: string): string {
  const date = new Date(iso);
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
}

/** A moment with its day, on the tablet's calendar: `11. 22. (일) 10:42`. */
export function formatMoment(iso: string, locale: Locale): string {
  return `${formatDay(calendarDay(iso), locale)} ${formatTime(iso)}`;
}

/** The same with its year: `2026. 11. 22. (일) 10:42`. */
export function formatDatedMoment(iso: string, locale: Locale): string {
  return `${formatDate(calendarDay(iso), locale)} ${formatTime(iso)}`;
}

/** The day of a moment on the tablet's calendar, YYYY-MM-DD. */
function calendarDay(iso: string): string {
  const date = new Date(iso);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
