/** Whether a goods text says what the goods are at all, before any model is asked. */
import { ENDINGS, FILLERS, VAGUE_TERMS, type AskTopic, type VagueTerm } from './vague-terms.ts';

export { ASK_TOPICS, type AskTopic } from './vague-terms.ts';

export type Wording =
  | { readonly says: 'goods' }
  /** No word that could name goods: blank, one letter, figures, signs. */
  | { readonly says: 'nothing' }
  /** Only terms that name no goods; the last one, as it stands in the text, and what to ask. */
  | { readonly says: 'vague'; readonly term: string; readonly topic: AskTopic };

/** Longer texts are never vague in this sense; what is read of them is cut, characters. */
const READ_LIMIT = 300;
/** Words of the longest term. */
const MOST_WORDS = 3;

/** Marks of a page that say nothing of the goods. */
const MARKUP = /<[^<>]{0,200}>|&(?:[a-z]{2,8}|#\d{1,6}|#x[\da-f]{1,6});/gi;
/** A letter, mark or figure of a script other than Hangul. */
const OTHER = String.raw`(?!\p{Script=Hangul})[\p{L}\p{M}\p{N}]`;
/** A run of Hangul, or a word in another script; hyphens hold it together. */
const WORD = new RegExp(String.raw`\p{Script=Hangul}+|(?:${OTHER})+(?:[-'’](?:${OTHER})+)*`, 'gu');

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Found extends VagueTerm {
  readonly start: number;
  readonly end: number;
}

export function wordingOf(text: string): Wording {
  if (text.length > READ_LIMIT) return { says: 'goods' };
  const read = text.replace(MARKUP, (mark) => ' '.repeat(mark.length));
  const words = [...read.matchAll(WORD)].map((match): Word => {
    const start = match.index;
    const word = match[0].normalize('NFKC').toLowerCase();
    return { text: word, start, end: start + match[0].length };
  });
  const found: Found[] = [];
  let named = false;
  for (let at = 0; at < words.length;) {
    const step = termAt(words, at);
    if (step) found.push(...step.terms);
    else if (!isFiller(words[at]?.text ?? '')) named = true;
    at += step?.words ?? 1;
  }
  if (named) return { says: 'goods' };
  const term = mostTelling(found);
  if (!term) return { says: words.some(({ text: word }) => isMixed(word)) ? 'goods' : 'nothing' };
  // A case may be anything; a leather case is goods, and so is a card case.
  if (found.some(({ is }) => is === 'alone') && found.some(({ is }) => is === 'material')) {
    return { says: 'goods' };
  }
  if (found.some((one, at) => makeOneName(read, one, found[at + 1]))) return { says: 'goods' };
  return { says: 'vague', term: text.slice(term.start, term.end), topic: term.topic };
}

/** Two terms side by side that are vague only alone: an oil filter. Box and roll may be amounts. */
function makeOneName(text: string, first: Found, second: Found | undefined): boolean {
  if (first.is !== 'alone' || second?.is !== 'alone') return false;
  if (!/^[\s-]*$/.test(text.slice(first.end, second.start))) return false;
  const [one = '', other = ''] = [first, second].map(({ start, end }) =>
    text.slice(start, end).normalize('NFKC').toLowerCase(),
  );
  return singular(one) !== singular(other) && !isFiller(one) && !isFiller(other);
}

/** The term to ask about: `sample` says less than `cosmetics`, and a part is asked for its whole. */
function mostTelling(found: readonly Found[]): Found | undefined {
  const rank = ({ topic, is }: Found): number => {
    if (is === 'material') return 0;
    if (topic === 'part-of-what') return 3;
    return topic === 'what-it-is' ? 1 : 2;
  };
  const most = Math.max(...found.map(rank));
  return found.findLast((term) => rank(term) === most);
}

/** Letters with figures: a type number, or a formula. Tells nothing by itself, yet may mean goods. */
function isMixed(word: string): boolean {
  return /\p{N}/u.test(word) && /\p{L}/u.test(word);
}

function isFiller(word: string): boolean {
  const letters = word.replace(/\P{L}/gu, '');
  const short = letters.length <= 1 && !/\p{Script=Hangul}|\p{Script=Han}/u.test(letters);
  return short || isMixed(word) || FILLERS.has(word) || FILLERS.has(singular(word));
}

/**
 * The longest term that begins with the word at `at`, or all terms of a Korean run, with the number
 * of words taken.
 */
function termAt(words: readonly Word[], at: number): { terms: Found[]; words: number } | undefined {
  const first = words[at];
  if (!first) return undefined;
  if (/^\p{Script=Hangul}/u.test(first.text)) {
    const terms = coverRun(first);
    return terms.length > 0 ? { terms, words: 1 } : undefined;
  }
  for (let count = Math.min(MOST_WORDS, words.length - at); count > 0; count -= 1) {
    const taken = words.slice(at, at + count).map(({ text }) => text);
    const term = VAGUE_TERMS.get(taken.join(' ')) ?? VAGUE_TERMS.get(inSingular(taken));
    const last = words[at + count - 1];
    if (term && last) {
      return { terms: [{ ...term, start: first.start, end: last.end }], words: count };
    }
  }
  return undefined;
}

/** `spare parts` is `spare part`. */
function inSingular(words: readonly string[]): string {
  return words.map(singular).join(' ');
}

function singular(word: string): string {
  if (/ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:sh|ch|x|ss)es$/.test(word)) return word.slice(0, -2);
  return word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}

/**
 * Korean writes terms together: a run is vague when terms and endings cover all of it, as in
 * `기계부품류`. The terms in it, or none.
 */
function coverRun({ text, start }: Word): Found[] {
  // Reached[i]: the terms of a cover of the first i syllables; none: covered by endings only.
  const reached: (Found[] | undefined)[] = [[]];
  for (let end = 1; end <= text.length; end += 1) {
    for (let from = 0; from < end && !reached[end]?.length; from += 1) {
      const before = reached[from];
      if (before === undefined) continue;
      const piece = text.slice(from, end);
      const term = VAGUE_TERMS.get(piece);
      if (term) reached[end] = [...before, { ...term, start: start + from, end: start + end }];
      else if (ENDINGS.has(piece) && reached[end] === undefined) reached[end] = before;
    }
  }
  return reached[text.length] ?? [];
}
