import type { HsNode } from '../../contracts/hs.ts';
import type { HsCode } from '../../domain/hs/code.ts';
import { namesIn, rowName } from './code-label.ts';
import { tellingEnds } from './telling-ends.ts';

/** What a code is called in a list: in the language of the screen, and in the other where needed. */
export interface CandidateName {
  readonly own: string;
  readonly other: string;
  readonly otherLang: 'ko' | 'en';
}

/**
 * Names of codes beside each other. Short titles that are the same for several (cut before what
 * tells them apart, or "other" in one language) give way to the ends of the official names; where
 * these are alike as well, the other language stands below.
 */
export function candidateNames(
  codes: readonly HsCode[],
  title: (code: HsCode) => string,
  nodes: ReadonlyMap<HsCode, HsNode>,
  locale: 'ko' | 'en',
): ReadonlyMap<HsCode, CandidateName> {
  const titles = new Set(codes.map(title));
  const named = [...titles].flatMap((shared) => {
    const group = codes.filter((code) => title(code) === shared);
    const read = group.map((code) => nodes.get(code)).filter((node) => node !== undefined);
    if (group.length < 2 || read.length < group.length) return plain(group, shared, locale);
    const both = read.map((node) => namesIn(node, locale));
    const owns = tellingEnds(both.map(({ own }) => rowName(own)));
    const others = tellingEnds(both.map(({ other }) => rowName(other)));
    const apart = new Set(owns).size === group.length;
    return group.map((code, i): [HsCode, CandidateName] => {
      const otherLang = both[i]?.otherLang ?? 'en';
      const own = apart ? (owns[i] ?? shared) : shared;
      return [code, { own, other: apart ? '' : (others[i] ?? ''), otherLang }];
    });
  });
  return new Map(named);
}

function plain(
  codes: readonly HsCode[],
  own: string,
  locale: 'ko' | 'en',
): [HsCode, CandidateName][] {
  const otherLang = locale === 'ko' ? 'en' : 'ko';
  return codes.map((code) => [code, { own, other: '', otherLang }]);
}
