import type { DraftLine } from './line-builder.ts';

/**
 * Codes as declared and documents of the lines of a chunk: of all of them where the file has a
 * column for documents (`stated`), else of those with ten digits, which the lines cut to six.
 */
export interface PaperColumns {
  readonly stated: boolean;
  readonly ids: readonly string[];
  /** Four, six or ten digits. */
  readonly codes: readonly string[];
  readonly documents: readonly string[];
}

/** What a line brings beyond its columns. */
export interface DraftPapers {
  declared: string;
  documents: string;
}

/** Collects the papers of one chunk, line by line. */
export function collectPapers(stated: boolean) {
  const ids: string[] = [];
  const codes: string[] = [];
  const documents: string[] = [];
  return {
    push(line: DraftLine & Readonly<DraftPapers>): void {
      if (!stated && line.declared.length < 10) return;
      ids.push(line.id);
      codes.push(line.declared);
      documents.push(line.documents);
    },
    finish: (): PaperColumns => ({ stated, ids, codes, documents }),
  };
}
