import type { RequirementRow } from './requirement.ts';

/** Shorter parts are no names: "허가 또는 신고서" is one paper, not any "신고서". Letters and digits. */
const SHORTEST_NAME = 5;

/** Letters and digits alone, in lower case: spacing and brackets differ from office to office. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** A row may name papers of which one is enough: "안전인증서 또는 안전확인신고증명서". */
function names(document: string): readonly string[] {
  const parts = document.split(/\s+(?:또는|or)\s+/u).map(bare);
  return parts.every((part) => part.length >= SHORTEST_NAME) ? parts : [bare(document)];
}

/** Rows whose document does not stand among those stated. A document is named, in either language. */
export function missingDocuments(
  rows: readonly RequirementRow[],
  stated: string,
): readonly RequirementRow[] {
  const given = bare(stated);
  return rows.filter(
    ({ document }) =>
      ![document.ko, document.en]
        .flatMap(names)
        .some((name) => name !== '' && given.includes(name)),
  );
}
