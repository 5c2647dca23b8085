/** The hierarchy that probabilities flow down: root, chapters, headings, subheadings. */
import type { HsCode } from '../code.ts';

export interface CodeTree {
  /** Six-digit codes, ascending; index = class. */
  readonly codes: readonly HsCode[];
  readonly chapters: readonly HsCode[];
  readonly headings: readonly HsCode[];
  /** First heading of each chapter and first class of each heading; one more entry closes the last. */
  readonly headingsFrom: Int32Array;
  readonly classesFrom: Int32Array;
  /** Heading of each class, chapter of each heading. */
  readonly headingOf: Int32Array;
  readonly chapterOf: Int32Array;
}

export function codeTree(codes: readonly HsCode[]): CodeTree {
  const headings = [...new Set(codes.map((code) => code.slice(0, 4)))];
  const chapters = [...new Set(codes.map((code) => code.slice(0, 2)))];
  return {
    codes,
    chapters,
    headings,
    headingsFrom: firstsOf(chapters, headings),
    classesFrom: firstsOf(headings, codes),
    headingOf: parentsOf(headings, codes),
    chapterOf: parentsOf(chapters, headings),
  };
}

function parentsOf(parents: readonly string[], children: readonly string[]): Int32Array {
  const place = new Map(parents.map((code, i) => [code, i]));
  const length = parents[0]?.length ?? 0;
  return Int32Array.from(children, (code) => place.get(code.slice(0, length)) ?? -1);
}

function firstsOf(parents: readonly string[], children: readonly string[]): Int32Array {
  const firsts = new Int32Array(parents.length + 1);
  for (const parent of parentsOf(parents, children)) firsts[parent + 1]! += 1;
  for (let i = 0; i < parents.length; i++) firsts[i + 1]! += firsts[i]!;
  return firsts;
}
