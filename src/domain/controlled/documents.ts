/** Which of the documents that a list asks for a line states. People write them in many ways. */
import type { RequirementRow } from './requirement.ts';

/** Shorter parts are no names: "허가서 또는 신고서" is one paper, not any "신고서". Letters and digits. */
const SHORTEST_NAME = 5;
/** Between two papers of one cell. */
const BETWEEN = /[,;|\n\r\t]+/u;

/** A name in pieces of letters and digits, lower case: spacing and brackets differ from office to office. */
type Name = readonly string[];

function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** A name may hold what stands between papers, too ("guns, swords and explosives"). */
function nameOf(text: string): Name {
  return text
    .split(BETWEEN)
    .map(bare)
    .filter((piece) => piece !== '');
}

/**
 * The names that answer a row. A row may name papers of which one is enough ("안전인증서 또는
 * 안전확인신고증명서"); the English name is taken apart only where the Korean one is.
 */
export function namesOf({ ko, en }: RequirementRow['document']): readonly Name[] {
  const either = ko.split(/\s+또는\s+/u);
  const orEn = en.split(/\s+or\s+/iu);
  const alike = orEn.length === either.length ? orEn : [en];
  return [...alternatives(ko, either), ...alternatives(en, alike)].filter(
    ({ length }) => length > 0,
  );
}

function alternatives(whole: string, parts: readonly string[]): readonly Name[] {
  const names = parts.map(nameOf);
  return names.every((name) => name.join('').length >= SHORTEST_NAME) ? names : [nameOf(whole)];
}

/** What says that a paper is not there or not needed. "No. 12" numbers one that is. */
const DENIED_KO =
  /없음|없다|미제출|미첨부|미구비|미보유|비대상|비해당|해당없|면제|불요|불필요|생략/u;
const DENIED_EN =
  /\b(?:not|none|without|exempt(?:ed)?|waived|missing|n\/a|pending)\b|\bno\b(?!\P{L}*\d)/iu;

/** A number without a name: some paper is there, which one is not said. */
const NUMBER = /^(?=(?:\D*\d){5})[A-Za-z0-9\s\-./]+$/u;

/** Whether the cell holds a number that no name goes with. */
export function hasUnnamed(stated: string): boolean {
  return stated.split(BETWEEN).some((item) => NUMBER.test(item.trim()));
}

/** Names of a list that hold another one: "승강기안전인증서" is no "안전인증서". */
export type LongerNames = (piece: string) => readonly string[];
const NONE_LONGER: LongerNames = () => [];

/**
 * Rows whose document does not stand among those stated. A document is named, in either language; one
 * that is said to be missing or not needed is not given. `longer`: of the list as a whole.
 */
export function missingDocuments(
  rows: readonly RequirementRow[],
  stated: string,
  longer: LongerNames = NONE_LONGER,
): readonly RequirementRow[] {
  const items = stated.split(BETWEEN).filter((item) => item.trim() !== '');
  const given = (piece: string): boolean =>
    items.some((item) => states(item, piece, longer(piece)));
  return rows.filter(({ document }) => !namesOf(document).some((name) => name.every(given)));
}

/** Whether the item names the paper, outside of every longer name, and does not say that it is not there. */
function states(item: string, piece: string, longer: readonly string[]): boolean {
  let rest = bare(item);
  for (const other of longer) rest = rest.replaceAll(other, '|');
  // A name may hold such words itself ("요건면제확인서"): what stands beside it counts.
  return (
    rest.includes(piece) && !DENIED_KO.test(rest.replaceAll(piece, '|')) && !DENIED_EN.test(item)
  );
}

/** How many longer names one name may have: a list of names within names is no list of papers. */
const MOST_LONGER = 200;

/** Found when first asked for: most names of a list are never stated. */
export function longerNames(rows: readonly RequirementRow[]): LongerNames {
  let all: readonly string[] | undefined;
  const found = new Map<string, readonly string[]>();
  return (piece) => {
    const before = found.get(piece);
    if (before) return before;
    all ??= [...new Set(rows.flatMap(({ document }) => namesOf(document)).flat())];
    const longer = all
      .filter((other) => other.length > piece.length && other.includes(piece))
      .sort((a, b) => b.length - a.length)
      .slice(0, MOST_LONGER);
    found.set(piece, longer);
    return longer;
  };
}
