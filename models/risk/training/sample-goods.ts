import type { Phrase } from '../../phrases.ts';
import type { Random } from '../../random.ts';
import type { MadeLine } from './table-of.ts';

/** Share of lines whose goods text is of other goods than declared, so that there is something to find. */
const WRONG_SHARE = 0.03;
/** Of these, how many are of the same heading. */
const SIBLING_SHARE = 0.5;

type Goods = Pick<Phrase, 'code' | 'text'>;

function byPrefix(phrases: readonly Goods[], digits: number): ReadonlyMap<string, Goods[]> {
  const groups = new Map<string, Goods[]>();
  for (const phrase of phrases) {
    const key = phrase.code.slice(0, digits);
    const group = groups.get(key);
    if (group) group.push(phrase);
    else groups.set(key, [phrase]);
  }
  return groups;
}

function pick(phrases: readonly Goods[], random: Random): string {
  return phrases[Math.floor(random() * phrases.length)]?.text ?? '';
}

/**
 * Gives lines the words of their goods: phrases written for this app that no model has learnt from.
 * A code without one leaves the cell empty, as many declarations do.
 */
export function addGoods(
  lines: readonly MadeLine[],
  phrases: readonly Goods[],
  random: Random,
): MadeLine[] {
  const ofCode = byPrefix(phrases, 6);
  const ofHeading = byPrefix(phrases, 4);

  function textFor(code: string): string {
    const isWrong = random() < WRONG_SHARE;
    if (!isWrong) return pick(ofCode.get(code) ?? [], random);
    const heading = code.slice(0, 4);
    const siblings = (ofHeading.get(heading) ?? []).filter((phrase) => phrase.code !== code);
    if (random() < SIBLING_SHARE && siblings.length > 0) return pick(siblings, random);
    return pick(
      phrases.filter((phrase) => !phrase.code.startsWith(heading)),
      random,
    );
  }

  return lines.map((line) => ({ ...line, goods: textFor(line.hs6 ?? '') }));
}
