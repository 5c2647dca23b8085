/** Hashed n-grams of a goods text: what every member of the suggester counts. */
import type { Token } from './tokens.ts';

/** Kinds of features; the kind is part of the hash. */
export const KIND = { word: 1, pair: 2, gram: 3 } as const;
export type Kind = (typeof KIND)[keyof typeof KIND];

export interface Feature {
  /** 32-bit FNV-1a over the kind and the UTF-16 units. */
  readonly hash: number;
  readonly kind: Kind;
  /** Index of the token it stands in (a pair: of its first). */
  readonly token: number;
}

const PRIME = 0x01000193;

function hashOf(kind: number, text: string): number {
  let hash = (0x811c9dc5 ^ kind) >>> 0;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), PRIME) >>> 0;
  }
  return hash;
}

/** A size says little by its number (500ml, 65w) and something by its unit. */
const SIZE =
  /^[\d.,]+(ml|cl|l|mg|g|kg|oz|lbs?|mm|cm|m|km|in|inch|ft|yds?|w|kw|v|mah|wh|hz|khz|mhz|ghz|gb|tb|mb|pcs?|pk|pack|ct|gsm|dpi|psi|rpm)$/;

/** English plurals and Korean particles that change nothing of what the goods are. */
export function stemOf(token: Token): string {
  const { text } = token;
  const unit = SIZE.exec(text)?.[1];
  if (unit !== undefined) return `#${unit}`;
  if (token.hangul) {
    return text.length > 2
      ? text.replace(
          /(?:으로|에서|에는|하는|하여|되는|된|을|를|은|는|이|가|의|에|로|와|과|용|제)$/,
          '',
        )
      : text;
  }
  if (text.length > 4 && text.endsWith('ies')) return `${text.slice(0, -3)}y`;
  if (text.length > 4 && /(?:sh|ch|x|ss)es$/.test(text)) return text.slice(0, -2);
  if (text.length > 3 && text.endsWith('s') && !/(?:ss|us|is)$/.test(text))
    return text.slice(0, -1);
  return text.endsWith("'s") ? text.slice(0, -2) : text;
}

/** Words that join and carry no meaning of goods. */
const STOP = new Set(
  'a an the of for and or in on to with by from as at is are be it its this that than not other per used use made which into such 및 와 과 등 것 또는 있는 대한 위한 이다 한다 수 그 이 내용'.split(
    ' ',
  ),
);

const NUMBER = /^[\d.,]+$/;

/** All features of a text, in reading order; the same one appears as often as it stands there. */
export function featuresOf(tokens: readonly Token[]): Feature[] {
  const features: Feature[] = [];
  let before = '';
  let beforeAt = 0;
  tokens.forEach((token, at) => {
    const stem = stemOf(token);
    if (STOP.has(token.text)) return;
    features.push({ hash: hashOf(KIND.word, stem), kind: KIND.word, token: at });
    if (before !== '')
      features.push({
        hash: hashOf(KIND.pair, `${before} ${stem}`),
        kind: KIND.pair,
        token: beforeAt,
      });
    before = stem;
    beforeAt = at;
    if (!NUMBER.test(token.text) && !SIZE.test(token.text)) grams(token, at, features);
  });
  return features;
}

/** Character n-grams: Hangul carries in two syllables what Latin script needs three to five for. */
function grams(token: Token, at: number, into: Feature[]): void {
  const marked = `<${token.text.slice(0, 40)}>`;
  const [shortest, longest] = token.hangul ? [2, 3] : [4, 5];
  for (let n = shortest; n <= longest; n++) {
    for (let i = 0; i + n <= marked.length; i++) {
      if (token.hangul && n === 2 && marked.length === 3) continue;
      into.push({ hash: hashOf(KIND.gram, marked.slice(i, i + n)), kind: KIND.gram, token: at });
    }
  }
}
