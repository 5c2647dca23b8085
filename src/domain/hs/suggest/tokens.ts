/** Goods text as tokens that remember where they stood, so that a word can be shown with its pull. */

export interface Token {
  /** NFKC, lower case. */
  readonly text: string;
  /** UTF-16 offsets into the text as given. */
  readonly start: number;
  readonly end: number;
  readonly hangul: boolean;
}

/** Characters of a goods text that are read: a ruling's description fits, a book does not. */
export const READ_LIMIT = 1200;

/** Hangul runs apart from others, so that `USB충전기` is two tokens; decimals and 100% hold together. */
const TOKEN =
  /[\uac00-\ud7a3\u3131-\u318e]+|[^\W_\uac00-\ud7a3\u3131-\u318e]+(?:[.'’][a-z\d]+)*%?|[\p{L}\p{M}\p{N}]+/giu;
const HANGUL = /^[\uac00-\ud7a3\u3131-\u318e]/;

/** Marks of a page and tails of a shop that say nothing of the goods; blanked at the same length. */
const NOISE = [
  /<[^<>]{0,200}>/g,
  /&(?:[a-z]{2,8}|#\d{1,6}|#x[\da-f]{1,6});/gi,
  /unit value:.*$/gim,
];

export function tokensOf(text: string): Token[] {
  let read = text.slice(0, READ_LIMIT);
  for (const noise of NOISE) read = read.replace(noise, (found) => ' '.repeat(found.length));
  const tokens: Token[] = [];
  for (const match of read.matchAll(TOKEN)) {
    const word = match[0].normalize('NFKC').toLowerCase();
    const start = match.index;
    const end = start + match[0].length;
    tokens.push({ text: word, start, end, hangul: HANGUL.test(word) });
  }
  return tokens;
}

/** `ko` when a third of the letters or more are Hangul: Korean trade texts carry English words. */
export function languageOf(tokens: readonly Token[]): 'ko' | 'en' {
  let hangul = 0;
  let other = 0;
  for (const token of tokens) {
    if (token.hangul) hangul += token.text.length * 2;
    else other += token.text.length;
  }
  return hangul > 0 && hangul * 2 >= other ? 'ko' : 'en';
}
