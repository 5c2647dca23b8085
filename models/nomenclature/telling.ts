/**
 * Which official names can stand alone. "면으로 만든 것" and "Other" say nothing without the
 * heading; "스마트폰" does. A name stands alone when it does not end or begin like a
 * qualifier, and when no other subheading uses it too.
 */
import { plainName } from '../../src/domain/hs/shorten.ts';
import type { NameLocale } from '../../src/domain/hs/nomenclature.ts';

interface Named {
  readonly code: string;
  readonly ko: string;
  readonly en: string;
}

/** Endings and beginnings that lean on a name above. English is compared in lower case. */
const QUALIFIER: Readonly<Record<NameLocale, RegExp>> = {
  ko: /^기타|^(?:그 밖의|위의|이들의)|(?:것|용|식|형|기타|부분품|부속품|이상|이하|초과|미만|인 경우|상태)$|^[\d.,]+|[\d%]$/,
  en: /^(?:other|others|of|for|with|without|not|in|on|to|by|from|having|containing|weighing|measuring|whose|used|new|parts?|accessories|exceeding|over|under|less|more|at|that|those|which|presented|put up|being|operated|designed|made|valued|only|mixed|unmixed|bleached|unbleached|dyed|printed|frozen|fresh|dried|chilled|salted|live|whole|crude|raw|refined|wrought|unwrought|the)\b|^[\d(]/,
};

/** Flags by code: 1 = Korean name stands alone, 2 = English does (the format of the pack). */
export function tellingFlags(all: readonly Named[]): ReadonlyMap<string, number> {
  const lineages = { ko: lineagesOf(all, 'ko'), en: lineagesOf(all, 'en') };
  const tells = (name: Named, locale: NameLocale): boolean => {
    if (name[locale] === '') return false;
    // Chapters always, and English texts down to 6 digits: that table writes them out in full.
    if (name.code.length === 2 || (locale === 'en' && name.code.length <= 6)) return true;
    const plain = plainName(name[locale]);
    if (locale === 'ko' && name.code.length === 4)
      return !/^(?:기타|부분품|부속품|그 밖의 (?:제품|것|물품)$)/.test(plain);
    const qualifies = QUALIFIER[locale].test(locale === 'en' ? plain.toLowerCase() : plain);
    return !qualifies && lineages[locale].get(plain) === 1;
  };
  return new Map(
    all.map((name) => [name.code, (tells(name, 'ko') ? 1 : 0) + (tells(name, 'en') ? 2 : 0)]),
  );
}

/** How many different subheadings (or headings above them) use each name. */
function lineagesOf(all: readonly Named[], locale: NameLocale): ReadonlyMap<string, number> {
  const users = new Map<string, Set<string>>();
  for (const name of all) {
    const plain = plainName(name[locale]);
    // A heading with one subheading lends it its name: that is one lineage, not two.
    const lineage = name.code.length >= 6 ? name.code.slice(0, 6) : name.code;
    const set = users.get(plain) ?? new Set();
    set.add(lineage);
    users.set(plain, set);
  }
  return new Map([...users].map(([plain, set]) => [plain, withoutAncestors(set)]));
}

function withoutAncestors(lineages: ReadonlySet<string>): number {
  return [...lineages].filter(
    (code) => code.length === 6 || ![...lineages].some((c) => c !== code && c.startsWith(code)),
  ).length;
}
