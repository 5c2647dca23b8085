import type { HsCode } from './code.ts';
import type { Nomenclature } from './nomenclature.ts';

/** Finds 6-digit codes by words of their names. */
export type GoodsMatcher = (text: string) => readonly HsCode[];

/**
 * Searches the names of subheadings and of their headings, in both languages; digits match the
 * beginning of the code. The lower-case text of all names is made at the first search (about
 * 2 MB), so that opening stays light.
 */
export function goodsMatcher(nomenclature: Nomenclature): GoodsMatcher {
  let haystack: readonly { code: HsCode; text: string }[] | undefined;
  return (text) => {
    const wanted = text.trim().toLowerCase();
    if (wanted === '') return [];
    const digits = wanted.replace(/[.\-\s]/g, '');
    haystack ??= subheadingTexts(nomenclature);
    const found = /^\d+$/.test(digits)
      ? haystack.filter(({ code }) => code.startsWith(digits.slice(0, 6)))
      : haystack.filter((entry) => entry.text.includes(wanted));
    return found.map(({ code }) => code);
  };
}

function subheadingTexts(nomenclature: Nomenclature): { code: HsCode; text: string }[] {
  return nomenclature
    .codes()
    .filter((code) => code.length === 6)
    .map((code) => {
      const names = [nomenclature.entry(code.slice(0, 4)), nomenclature.entry(code)];
      const text = names.map((name) => `${name?.ko ?? ''}\n${name?.en ?? ''}`).join('\n');
      return { code, text: text.toLowerCase() };
    });
}
