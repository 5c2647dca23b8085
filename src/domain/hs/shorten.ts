import type { NameLocale } from './nomenclature.ts';

/** The longest title: two lines of a sheet; a row cuts it where it ends. A Hangul syllable is about as wide as one and a half Latin letters. */
export const SHORT_TITLE_LENGTH: Readonly<Record<NameLocale, number>> = { ko: 44, en: 66 };

/** Words that a cut must not leave hanging at the end. */
const HANGING = {
  ko: /[\s,ㆍ·;]+(?:그|그 밖의|이와|및|또는)$/,
  en: /[\s,;]+(?:of|and|or|with|for|the|an?|not|to|in|on|by|from|than|other|whether|other than|whether or not|n\.e\.c\.)$/i,
} as const satisfies Record<NameLocale, RegExp>;

/**
 * An official name without its bracketed limits, glosses and references to other headings.
 * Only leaves words out: nothing is reworded.
 */
export function plainName(name: string): string {
  let text = name;
  for (let before = ''; before !== text;) {
    before = text;
    // Innermost brackets first, so nested ones go too.
    text = text.replace(/[([][^()[\]]*[)\]]/g, '');
  }
  text = text
    .replace(
      /\bn\.e\.c\.(?: in)? (?:items?|headings?|chapters?|subheadings?)(?: no\.)? [\d.]+(?: (?:and|or) [\d.]+)?,?/g,
      '',
    )
    .replace(/\s+/g, ' ')
    .replace(/ ?([,;ㆍ·])(?: ?[,;])*/g, '$1')
    .replace(/^[\s,;ㆍ·]+|[\s,;ㆍ·]+$/g, '');
  return text === '' ? name : text;
}

/** At most `limit` characters of a name, cut where a word ends, with an ellipsis for the rest. */
export function shorten(name: string, limit: number, locale: NameLocale): string {
  return name.length <= limit ? name : `${beginningOf(name, limit - 1, locale)}…`;
}

function beginningOf(name: string, room: number, locale: NameLocale): string {
  const head = name.slice(0, room + 1);
  // A comma inside a number ("1,000") is no list mark.
  const mark = Math.max(...[', ', '; ', 'ㆍ', '·'].map((sign) => head.lastIndexOf(sign)));
  const space = head.lastIndexOf(' ');
  let cut = room;
  if (mark >= room * 0.75) cut = mark;
  else if (space >= room / 3) cut = space;
  let text = name.slice(0, cut);
  for (let before = ''; before !== text;) {
    before = text;
    text = text.replace(/[\s,;ㆍ·]+$/, '').replace(HANGING[locale], '');
  }
  return text;
}
