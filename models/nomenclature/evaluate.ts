/**
 * `npm run -s evaluate -- nomenclature --data FILE.csv --json`: how many of the goods codes in a
 * file of declarations this edition names, and by which level. FILE has the column `HS6 Code`.
 */
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import * as v from 'valibot';
import { parseHs } from '../../src/domain/hs/code.ts';
import { goodsTitle } from '../../src/domain/hs/goods-title.ts';
import { HSK_FILE, HS_FILE, openNomenclature } from '../../src/domain/hs/nomenclature.ts';
import type { Nomenclature } from '../../src/domain/hs/nomenclature.ts';

const Line = v.object({ 'HS6 Code': v.string() });

interface Coverage {
  rows: number;
  codes: number;
  /** Codes and rows by how they are named; `exact` is the code itself. */
  named: Record<string, { codes: number; rows: number }>;
  /** Codes that an ancestor names, or nothing does. */
  missing: string[];
}

export async function evaluate(options: { data: string }): Promise<Coverage> {
  const { data } = Papa.parse<unknown>(readFileSync(options.data, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  const counts = new Map<string, number>();
  for (const line of data) {
    const code = v.parse(Line, line)['HS6 Code'];
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return coverage(openCommitted(), counts);
}

function coverage(nomenclature: Nomenclature, counts: ReadonlyMap<string, number>): Coverage {
  const figures: Coverage = { rows: 0, codes: counts.size, named: {}, missing: [] };
  for (const [text, rows] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const code = parseHs(text);
    const title = code === undefined ? undefined : goodsTitle(nomenclature, code, 'ko');
    const how = title === undefined ? 'not-a-code' : title.exact ? 'exact' : title.named;
    const sum = (figures.named[how] ??= { codes: 0, rows: 0 });
    sum.codes += 1;
    sum.rows += rows;
    figures.rows += rows;
    if (how !== 'exact') figures.missing.push(text);
  }
  return figures;
}

function openCommitted(): Nomenclature {
  const read = (name: string): [string, string] => [
    name,
    readFileSync(new URL(`./v1/${name}`, import.meta.url), 'utf8'),
  ];
  return openNomenclature(new Map([read(HS_FILE), read(HSK_FILE)]));
}
