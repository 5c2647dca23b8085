import type { NameLocale } from '../hs/nomenclature.ts';

const names: Partial<Record<NameLocale, Intl.DisplayNames>> = {};

/**
 * A country by its ISO 3166 code, as the platform names it. Codes it does not know, and the
 * codes for "no country" (ZZ, XX), are shown as they are.
 */
export function countryName(code: string, locale: NameLocale): string {
  if (!/^[A-Z]{2}$/.test(code) || code === 'ZZ' || code === 'XX') return code;
  // The short Korean form is 홍콩, the long one 홍콩(중국 특별행정구); short English is US, UK.
  const named = (names[locale] ??= new Intl.DisplayNames([locale], {
    type: 'region',
    style: locale === 'ko' ? 'short' : 'long',
    fallback: 'code',
  }));
  return named.of(code) ?? code;
}
