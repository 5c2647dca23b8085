import type { RequirementRow } from './requirement.ts';

/** Letters and digits alone, in lower case: spacing and brackets differ from office to office. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Rows whose document does not stand among those stated. A document is named, in either language. */
export function missingDocuments(
  rows: readonly RequirementRow[],
  stated: string,
): readonly RequirementRow[] {
  const given = bare(stated);
  return rows.filter(
    ({ document }) => ![document.ko, document.en].some((name) => given.includes(bare(name))),
  );
}
