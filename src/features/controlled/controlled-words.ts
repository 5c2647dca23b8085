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

/** The requirements, those that no document answers first. */
export function statedRows(opened: ControlledCase): readonly StatedRow[] {
  const { requirements, missing, documents } = opened;
  const rows = requirements.map((row): StatedRow => {
    if (documents === null) return { row, state: 'not-stated' };
    return { row, state: missing.some((one) => sameRow(one, row)) ? 'missing' : 'given' };
  });
  return rows.toSorted((a, b) => Number(b.state === 'missing') - Number(a.state === 'missing'));
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

/** Grounds that a model could have changed. */
const ASKS_MODEL: ReadonlySet<Ground> = new Set(['unclear', 'no-text']);

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
  const { suspect, probability, ground } = opened;
  const rows = statedRows(opened);
  const meant =
    ground === 'document-missing' || ground === 'condition-open' || ground === 'document-unnamed'
      ? rows.filter((one) => one.state === 'missing')
      : rows;
  const first = meant[0];
  return {
    ...{ code: names.hsText(opened.code), day: opened.day, count: meant.length },
    suspect: suspect === null ? '' : named(suspect, names),
    percent: probability === null ? '' : percentInWords(probability, locale),
    law: first?.row.law[locale] ?? '',
    document: first?.row.document[locale] ?? '',
    conditional: meant.length > 0 && meant.every(({ row }) => row.condition !== null),
    absent: meant.filter((one) => one.state === 'missing').length,
    stated: first?.state ?? 'not-stated',
  };
}

/** `8517.62 (telephones)`; the code alone where its name is not known. */
function named(code: HsCode, names: Pick<Names, 'goods' | 'hsText'>): string {
  const [number, name] = [names.hsText(code), names.goods(code)];
  return name === number ? number : `${number} (${name})`;
}
