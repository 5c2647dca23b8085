/**
 * Codes of the Harmonised System and of the Korean tariff (HSK), as digits only:
 * chapter 2, heading 4, subheading 6, national leaf 10; 7 to 9 digits name groups of leaves.
 */

/** Digits only, no dots: '03', '0306', '030617', '9102121000'. */
export type HsCode = string;

export type HsLevel = 'chapter' | 'heading' | 'subheading' | 'group' | 'leaf';

/** Lengths at which a longer code can have a named ancestor, longest first. */
export const NAMED_LENGTHS = [10, 9, 8, 7, 6, 4, 2] as const;

export function levelOf(code: HsCode): HsLevel {
  if (code.length <= 2) return 'chapter';
  if (code.length <= 4) return 'heading';
  if (code.length <= 6) return 'subheading';
  return code.length < 10 ? 'group' : 'leaf';
}

/** What stands before a code on an invoice: `HS`, `HS code:`, `HSK`, `HTS No.`. */
export const MARK = /^(?:HSK?|HTS(?:US)?)[\s.:-]*(?:(?:code|no)[\s.:-]*)?(?=\d)/i;

/**
 * Reads a code as people write it: `0306.17`, `9102.12-1000`, `제8517호`, `8517 13 0000`,
 * `HS 8517.13`. Of the 8 digits that stand on foreign invoices (`8517.13.00`) the first six, which
 * all countries share. Undefined when it is no code of 2, 4, 6, 8 or 10 digits: a code whose leading zero a spreadsheet
 * dropped has an odd length and is refused, never guessed.
 */
export function parseHs(text: string): HsCode | undefined {
  const bare = text
    .trim()
    .replace(/^제(\d{1,4})(?:류|호)$/, '$1')
    .replace(MARK, '');
  if (!/^\d[\d.\-\s]*$/.test(bare)) return undefined;
  const digits = bare.replace(/\D/g, '');
  if (digits.length % 2 === 1 || digits.length > 10 || digits.startsWith('00')) return undefined;
  return digits.length === 8 ? digits.slice(0, 6) : digits;
}

/** As the Korean tariff prints it: `91`, `9102`, `9102.12`, `9102.12-1000`. */
export function formatHs(code: HsCode): string {
  if (code.length <= 4) return code;
  const six = `${code.slice(0, 4)}.${code.slice(4, 6)}`;
  return code.length === 6 ? six : `${six}-${code.slice(6)}`;
}
