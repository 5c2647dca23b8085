import type { ControlledCase, Ground, RequirementRow } from '../../contracts/controlled.ts';
import type { Names } from '../../contracts/names.ts';
import type { HsCode } from '../../domain/hs/code.ts';
import type { Locale } from '../../i18n/locale.ts';
import { percentInWords } from '../../i18n/messages/case-percent.ts';
import {
  groundMessages,
  type RequirementState,
  type Said,
} from '../../i18n/messages/controlled-grounds.ts';

/** A requirement with what the line says of it. */
export interface StatedRow {
  readonly row: RequirementRow;
  readonly state: RequirementState;
}

function sameRow(a: RequirementRow, b: RequirementRow): boolean {
  const key = (row: RequirementRow): string =>
    [row.hs, row.law.ko, row.document.ko, row.condition?.ko, row.effective_from].join('\u001f');
  return key(a) === key(b);
}

/** Marks that turn the direction of writing can make a name of a file read as another one. */
export function withoutTurns(text: string): string {
  return text.replace(/[\u202A-\u202E\u2066-\u2069]/gu, '');
}

function asShown(row: RequirementRow): RequirementRow {
  const named = ({ ko, en }: RequirementRow['law']) => ({
    ko: withoutTurns(ko),
    en: withoutTurns(en),
  });
  return {
    ...row,
    ...{ law: named(row.law), authority: named(row.authority), document: named(row.document) },
    ...{ condition: row.condition && named(row.condition), citation: withoutTurns(row.citation) },
  };
}

/** The requirements, those that no document answers first. */
export function statedRows(opened: ControlledCase): readonly StatedRow[] {
  const { requirements, missing, documents, ground } = opened;
  const absent = ground === 'document-unnamed' ? 'unnamed' : 'missing';
  const rows = requirements.map((row): StatedRow => {
    const state = missing.some((one) => sameRow(one, row)) ? absent : 'given';
    return { row: asShown(row), state: documents === null ? 'not-stated' : state };
  });
  return rows.toSorted((a, b) => Number(a.state === 'given') - Number(b.state === 'given'));
}

/** The declared code as the HS suggester knows it; null where it is too short, or no other code. */
export function declaredSix(code: HsCode, suspect: HsCode): HsCode | null {
  const six = code.slice(0, 6);
  return six.length === 6 && six !== suspect ? six : null;
}

/** Act and article without the act where the law stands beside it; empty: none is cited. */
export function articlesOf({ citation, law }: RequirementRow): string {
  const act = [law.ko, law.en].find((name) => citation.startsWith(name)) ?? '';
  return citation.slice(act.length).replace(/^[\s,·]+/u, '');
}

/** A line is said to be more suspect than any from here on; below, a line is not said to fit all the same. */
const LEAST_SAID = 0.03;

/** The percent that the section says, `74 %`; empty: none, by a rule or because it would say nothing. */
export function percentOf({ ground, probability }: ControlledCase, locale: Locale): string {
  if (probability === null) return '';
  const open = ground === 'no-text' || ground === 'unclear';
  return open && probability < LEAST_SAID ? '' : percentInWords(probability, locale);
}

/** Grounds that a model could have changed. */
const ASKS_MODEL: ReadonlySet<Ground> = new Set(['unclear', 'no-text']);
/** Grounds whose sentence names the papers that do not stand on the line. */
const ASKS_PAPERS: ReadonlySet<Ground> = new Set([
  'document-missing',
  'condition-open',
  'document-unnamed',
]);

/** The answer as title and sentence. */
export function sentenceOf(
  opened: ControlledCase,
  names: Pick<Names, 'goods' | 'hsText'>,
  locale: Locale,
): { readonly title: string; readonly text: string } {
  const m = groundMessages[locale];
  const unasked = opened.model === null && ASKS_MODEL.has(opened.ground);
  return (unasked ? m.rulesOnly : m.grounds[opened.ground])(said(opened, names, locale));
}

function said(
  opened: ControlledCase,
  names: Pick<Names, 'goods' | 'hsText'>,
  locale: Locale,
): Said {
  const { suspect, ground } = opened;
  const rows = statedRows(opened);
  const meant = ASKS_PAPERS.has(ground) ? rows.filter((one) => one.state !== 'given') : rows;
  // One paper may stand in several rows, for different goods.
  const papers = new Map(
    meant.map(({ row, state }) => [`${row.document[locale]} (${row.law[locale]})`, state]),
  );
  return {
    ...{ code: names.hsText(opened.code), day: opened.day, starter: opened.standing === 'starter' },
    suspect: suspect === null ? '' : named(suspect, names),
    suspectCode: suspect === null ? '' : names.hsText(suspect),
    percent: percentOf(opened, locale),
    papers: [...papers.keys()],
    conditional: meant.length > 0 && meant.every(({ row }) => row.condition !== null),
    absent: [...papers.values()].filter((state) => state !== 'given').length,
    stated: meant[0]?.state ?? 'not-stated',
  };
}

/** `8517.62 (telephones)`; the code alone where its name is not known. */
function named(code: HsCode, names: Pick<Names, 'goods' | 'hsText'>): string {
  const [number, name] = [names.hsText(code), names.goods(code)];
  return name === number ? number : `${number} (${name})`;
}
