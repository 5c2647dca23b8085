/** Most lines of a paste that are looked at one by one; the screen says how many are left out. */
export const LINES_LIMIT = 100;

/** A line that is a head or a foot of the table it was pasted from. */
const NO_GOODS =
  /^(?:total|sub-?total|grand total|invoice|packing list|page|date|description|item|qty|amount|합계|소계|총계|품명|규격|수량|단가|금액|송장|페이지)[\s\d:.,#/()-]*$/iu;
/** A number of the list, which says nothing of the goods. */
const NUMBERING = /^(?:\d{1,3}[.)]|[-*•])\s+/u;

/**
 * The lines of a pasted invoice that each look like goods, without their numbering; empty when
 * there are fewer than two: then the text is about one kind of goods.
 */
export function goodsLines(text: string): readonly string[] {
  const lines = text
    .split(/[\r\n]+/)
    .map((line) => line.trim().replace(NUMBERING, ''))
    .filter((line) => /\p{L}{2}/u.test(line) && !NO_GOODS.test(line));
  return lines.length < 2 ? [] : lines;
}
