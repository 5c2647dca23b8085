import type { CodeTable } from '../domain/codes/code-table.ts';

/**
 * What codes are called, in the language of the screen. Until the packs are here, and for codes
 * they do not know, the code itself is returned: a name is never invented.
 */
export interface Names {
  /** Short title of the goods, for a list row. */
  goods(hs: string): string;
  /** Official names from the chapter down. */
  goodsPath(hs: string): readonly { readonly code: string; readonly name: string }[];
  /** `910212` as `9102.12`. */
  hsText(hs: string): string;
  country(code: string): string;
  /** A code of a declaration field by its name on that day; `verified` false: the meaning has no source at hand. */
  code(
    table: CodeTable,
    code: string,
    date: string,
  ): { readonly name: string; readonly verified: boolean };
  /** Codes of six digits whose names contain the text. */
  matchGoods(text: string): readonly string[];
}
