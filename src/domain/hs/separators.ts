import type { HsCode } from './code.ts';
import type { Tariff } from './tariff.ts';

/** What one code asks for and the other does not; worded in src/i18n (`separators`). */
export interface Difference {
  /** Key of the separator, or `name` where only the official names tell the codes apart. */
  readonly key: string;
  readonly code: 'must' | 'must-not' | 'open';
  readonly rival: 'must' | 'must-not' | 'open';
  /** The words of the text that speak to it, if any. */
  readonly found: string | null;
}

export function differencesBetween(
  tariff: Tariff,
  code: HsCode,
  rival: HsCode,
  text: string,
): readonly Difference[] {
  void [tariff, code, rival, text];
  return [];
}
