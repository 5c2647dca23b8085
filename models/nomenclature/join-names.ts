import type { KcsCode, KcsLevels } from './read-kcs.ts';
import { tellingFlags } from './telling.ts';
import type { PackLeaf, PackName } from './write-pack.ts';

export interface JoinReport {
  chapters: number;
  headings: number;
  subheadings: number;
  groups: number;
  leaves: number;
  /** Codes whose Korean or English name no table gives: shown in the other language. */
  withoutKorean: string[];
  withoutEnglish: string[];
  /** English HS codes that the Korean tariff does not have. */
  notInKorea: string[];
  /** Korean names whose lost character was repaired or left out. */
  repaired: string[];
  /** English texts that the source cut off near 255 characters. */
  cutInSource: number;
}

interface Joined {
  readonly names: readonly PackName[];
  readonly leaves: readonly PackLeaf[];
  readonly validTo: string;
  readonly report: JoinReport;
}

/** Longest text of the English table: longer ones end in the middle of a word. */
const CUT_AT = 247;

/** One row per code of 2 to 10 digits, in both languages, from the three tables. */
export function joinNames(
  kcs: readonly KcsCode[],
  levels: KcsLevels,
  english: ReadonlyMap<string, string>,
): Joined {
  const byCode = new Map(kcs.map((row) => [row.code, row]));
  if (byCode.size !== kcs.length) throw new Error('a KCS code is there twice');
  const leaves = kcs.filter((row) => row.code.length === 10);
  checkSameLeaves(leaves, levels);
  const validTo = sameEnd(kcs);

  const subheadings = new Set(leaves.map((leaf) => leaf.code.slice(0, 6)));
  const upper = [...subheadings]
    .flatMap((six) => [six.slice(0, 2), six.slice(0, 4), six])
    .filter((code, i, all) => all.indexOf(code) === i)
    .sort();
  const names = upper.map((code) => {
    // A subheading that is not divided has no name of its own in the sheet: its one leaf bears it.
    const only = byCode.get(code.padEnd(10, '0'));
    const parent = levels.names.get(code.slice(0, 4));
    return {
      code,
      ko:
        (only !== undefined && code.length === 6 ? only.ko : levels.names.get(code)) ??
        only?.ko ??
        (code.endsWith('00') ? parent : undefined) ??
        '',
      en: english.get(code) ?? only?.en ?? '',
    };
  });
  const flags = tellingFlags([...names, ...kcs]);
  const flagOf = (code: string): number => flags.get(code) ?? 0;
  const count = (rows: readonly { code: string }[], length: number): number =>
    rows.filter((row) => row.code.length === length).length;
  return {
    names: names.map((name) => ({ ...name, flags: flagOf(name.code) })),
    leaves: kcs.map((row) => ({ ...row, flags: flagOf(row.code) })),
    validTo,
    report: {
      chapters: count(names, 2),
      headings: count(names, 4),
      subheadings: count(names, 6),
      groups: kcs.length - leaves.length,
      leaves: leaves.length,
      withoutKorean: [...names, ...kcs].filter((n) => n.ko === '').map((n) => n.code),
      withoutEnglish: [...names, ...kcs].filter((n) => n.en === '').map((n) => n.code),
      notInKorea: [...english.keys()].filter((code) => !upper.includes(code)),
      repaired: [...levels.repaired],
      cutInSource: names.filter((n) => n.en.length >= CUT_AT).length,
    },
  };
}

/** Both KCS tables must be of one edition, or names would be mixed. */
function checkSameLeaves(leaves: readonly KcsCode[], levels: KcsLevels): void {
  const known = new Set(leaves.map((leaf) => leaf.code));
  const strange = levels.leaves.filter((code) => !known.has(code));
  if (strange.length > 0 || levels.leaves.length !== leaves.length) {
    throw new Error(
      `the KCS tables differ in their 10-digit codes: ${strange.slice(0, 5).join(' ')}`,
    );
  }
}

function sameEnd(kcs: readonly KcsCode[]): string {
  const ends = new Set(kcs.map((row) => row.to));
  const [end, ...others] = ends;
  if (end === undefined || others.length > 0) throw new Error('rows of more than one edition');
  return end;
}
