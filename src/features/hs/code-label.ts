import type { HsNode } from '../../contracts/hs.ts';
import { formatHs, type HsCode } from '../../domain/hs/code.ts';
import { plainName } from '../../domain/hs/shorten.ts';
import type { classifyTariffMessages } from '../../i18n/messages/classify-tariff.ts';

const ROMAN = [
  ...['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV'],
  ...['XV', 'XVI', 'XVII', 'XVIII', 'XIX', 'XX', 'XXI'],
] as const;

/** A code as officers write it: `16부`, `85류`, `8517`, `8517.62`, `8517.62-9030`. */
export function codeLabel(code: HsCode, m: (typeof classifyTariffMessages)['ko']): string {
  if (code.startsWith('S')) {
    const number = Number(code.slice(1));
    return m.section(ROMAN[number - 1] ?? code, number);
  }
  return code.length === 2 ? m.chapter(code) : formatHs(code);
}

/** The digits of a 10-digit code below its subheading: `-9030`. */
export function leafDigits(code: HsCode): string {
  return `-${code.slice(6)}`;
}

/** The name in the language of the screen, and the one in the other. Empty where there is none. */
export function namesIn(
  node: Pick<HsNode, 'ko' | 'en'>,
  locale: 'ko' | 'en',
): { readonly own: string; readonly other: string; readonly otherLang: 'ko' | 'en' } {
  const otherLang = locale === 'ko' ? 'en' : 'ko';
  const own = node[locale] === '' ? node[otherLang] : node[locale];
  return { own, other: node[locale] === '' ? '' : node[otherLang], otherLang };
}

/** A name for a row: without bracketed limits, and with commas, where a line can break. */
export function rowName(name: string): string {
  return plainName(name).replace(/ㆍ/g, ', ');
}
