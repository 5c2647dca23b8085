/** What separates two codes of the tariff, read off their official names. */
import type { HsCode } from './code.ts';
import { isOfSubheadings, withinReach } from './separator-reach.ts';
import { SEPARATOR_RULES, type SeparatorKey, type SeparatorRule } from './separator-rules.ts';
import type { HsNode, Tariff } from './tariff.ts';

export type { SeparatorKey } from './separator-rules.ts';

/** What a code says of a property; `open`: nothing, or that it does not matter. */
export type Demand = 'must' | 'must-not' | 'open';

/** What one code asks for and the other does not; worded in src/i18n (`separators`). */
export interface Difference {
  /** `name`: only the official names tell the codes apart. */
  readonly key: SeparatorKey | 'name';
  readonly code: Demand;
  readonly rival: Demand;
  /** The words of the text that speak to it, if any. */
  readonly found: string | null;
}

export const SEPARATOR_KEYS: readonly SeparatorKey[] = SEPARATOR_RULES.map(({ key }) => key);

/** Rows that can be taken in. */
const MOST_DIFFERENCES = 6;

/** A name in what it asks for and what it leaves out. */
interface Clauses {
  readonly asks: string;
  readonly leavesOut: string;
}

/** Says that something does not matter. */
const NO_MATTER =
  /whether or not [^,;()]*|(?:smoked, )?[^,;()]* or not\b[^,;()]*|\([^()]*상관없[^()]*\)|[^,(]*상관없[^,)]*/g;
/** The parts of an article, named along with it. */
const ALONG_WITH =
  /,? ?(?:and|or) (?:parts|accessories)(?: and accessories)?(?: (?:thereof|of such articles|therefor))?|[와과] (?:이들의 |그 )?(?:부분품|부속품)(?:[ㆍ과와] ?부속품)?|,? ?(?:이들의|그) 부분품/g;
/** Bracketed as a whole: what is excluded. */
const BRACKETED =
  /[([][^()[\]]*(?:\bexclud|\bother than\b|\bexcept\b|제외|^\(not )[^()[\]]*[)\]]|\(not [^()]*\)/g;
const NEGATED =
  /\b(?:other than|excluding|except(?:ing)?|but not|not(?! elsewhere| more| less| exceeding))\b [^,;()]*|[^,;()[\]]*[은는을를] 제외\S*|(?:\S+[을를] )?\S+지 (?:않|아니)\S*|\S+[이가] 아닌/g;

/** Parts what a name asks for from what it excludes. */
export function clausesOf(name: string): Clauses {
  const leftOut: string[] = [];
  const take = (found: string): string => {
    leftOut.push(found);
    return ' ';
  };
  const asks = name
    .replace(NO_MATTER, ' ')
    .replace(ALONG_WITH, ' ')
    .replace(BRACKETED, take)
    .replace(NEGATED, take);
  return { asks, leavesOut: leftOut.join(' ') };
}

/** A level of the path with its names in Korean and English. */
interface Level {
  readonly code: HsCode;
  readonly level: HsNode['level'];
  readonly names: readonly Clauses[];
}

/** The names of one code, the nearest level first. */
function levelsOf(tariff: Tariff, code: HsCode): readonly Level[] {
  const path = tariff.path(code).filter(({ level }) => level !== 'section');
  return path.reverse().map(({ code: own, level, ko, en }) => {
    return { code: own, level, names: [clausesOf(ko), clausesOf(en)] };
  });
}

/**
 * A chapter is made of many things: only its material, and whether it is knitted, holds for all.
 * Chapter 28 names the metals that its compounds are of: none of its goods is made of one.
 */
function speaksOf({ family, key }: SeparatorRule, { code, level }: Level): boolean {
  if (level === 'heading') return !isOfSubheadings(key);
  if (level !== 'chapter') return true;
  return key === 'knitted' || (family === 'material' && code !== '28');
}

/** The nearest level that says anything of the property decides. */
function demandOf(rule: SeparatorRule, levels: readonly Level[]): Demand {
  const [own] = levels;
  for (const level of levels) {
    if (!speaksOf(rule, level)) continue;
    const { names } = level;
    const asking = names.filter(({ asks }) => rule.name.test(asks));
    const opposed = names.some(({ asks }) => rule.nameNot?.test(asks));
    // Named together (`of wood, paper or plastics`): none of them is asked for.
    if (asking.length > 0) {
      const listed = opposed || asking.every(listsOthers(rule));
      return !listed && withinReach(rule.key, own?.code ?? '') ? 'must' : 'open';
    }
    const excluded = names.some(({ leavesOut }) => rule.name.test(leavesOut));
    // Asking for one of a family rules the others out: frozen is not dried.
    if (opposed || excluded || names.some(listsOthers(rule))) return 'must-not';
  }
  return 'open';
}

/** What a code says of every property. */
export function demandsOf(tariff: Tariff, code: HsCode): ReadonlyMap<SeparatorRule, Demand> {
  const levels = levelsOf(tariff, code);
  return new Map(SEPARATOR_RULES.map((rule) => [rule, demandOf(rule, levels)]));
}

/** Whether a name asks for others of the same family. */
function listsOthers({ family, key }: SeparatorRule): (names: Clauses) => boolean {
  const others = SEPARATOR_RULES.filter(
    (other) => family !== null && other.family === family && other.key !== key,
  );
  return ({ asks }) => others.some(({ name }) => name.test(asks));
}

/** Marks of a page say nothing of the goods. */
const MARKUP = /<[^<>]{0,200}>/g;

function foundIn({ text, textNot }: SeparatorRule, goods: string): string | null {
  const [word] = text.exec(goods) ?? textNot?.exec(goods) ?? [];
  return word?.trim() ?? null;
}

/**
 * What the two codes ask for differently: plain oppositions first, of these what the text speaks
 * to. A single row `name` when only the names tell them apart; none for the same code.
 */
export function differencesBetween(
  tariff: Tariff,
  code: HsCode,
  rival: HsCode,
  text: string,
): readonly Difference[] {
  if (code === rival) return [];
  const goods = text.replace(MARKUP, ' ');
  const own = demandsOf(tariff, code);
  const other = demandsOf(tariff, rival);
  const rows = SEPARATOR_RULES.map((rule): Difference => ({
    key: rule.key,
    code: own.get(rule) ?? 'open',
    rival: other.get(rule) ?? 'open',
    found: foundIn(rule, goods),
  })).filter((row) => row.code !== row.rival && (row.code === 'must' || row.rival === 'must'));
  if (rows.length === 0) return [{ key: 'name', code: 'open', rival: 'open', found: null }];
  return rows.sort((a, b) => rank(a) - rank(b)).slice(0, MOST_DIFFERENCES);
}

function rank({ code, rival, found }: Difference): number {
  const opposed = code !== 'open' && rival !== 'open' ? 0 : 2;
  return opposed + (found === null ? 1 : 0);
}
