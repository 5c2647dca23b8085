/**
 * `npm run -s evaluate -- rules --data FILE.csv --json`: how many of the codes in a file of
 * declarations (column names of the KCS set) the code tables name, and how many of those names
 * are verified; and how many of its lines fall under the list of controlled goods on their day.
 */
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import * as v from 'valibot';
import { CODE_TABLES, codeName, openCodes } from '../../src/domain/codes/code-table.ts';
import type { CodeTable } from '../../src/domain/codes/code-table.ts';
import { openControlledList } from '../../src/domain/controlled/controlled-list.ts';
import { KCS_HEADERS } from '../../src/domain/risk/kcs-headers.ts';

interface TableCoverage {
  codes: number;
  rows: number;
  /** Codes that have a row, verified or not. */
  listed: { codes: number; rows: number };
  verified: { codes: number; rows: number };
  unlisted: string[];
}

interface ListCoverage {
  lines: number;
  /** Lines whose code has a row that covers all of it. */
  covered: number;
  /** Requirements (code, law, document) that some line falls under. */
  used: number;
}

interface RuleFigures {
  codes: Partial<Record<CodeTable, TableCoverage>>;
  controlled: ListCoverage;
}

const Line = v.record(v.string(), v.string());
type Line = v.InferOutput<typeof Line>;
const codesFile = new URL('./kr-import-codes/v1/codes.json', import.meta.url);
const listFile = new URL('./kr-controlled-goods/v1/requirements.json', import.meta.url);

export async function evaluate(options: { data: string }): Promise<RuleFigures> {
  const { data } = Papa.parse<unknown>(readFileSync(options.data, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  const lines = data.map((line) => v.parse(Line, line));
  return { codes: codeFigures(lines), controlled: listFigures(lines) };
}

function listFigures(lines: readonly Line[]): ListCoverage {
  const list = openControlledList(readFileSync(listFile, 'utf8'));
  const found = lines.map((line) =>
    list.coverage((line[KCS_HEADERS.hs6] ?? '').padStart(6, '0'), line[KCS_HEADERS.date] ?? ''),
  );
  const used = found.flatMap(({ rows }) =>
    rows.map(({ hs, law, document }) => `${hs} ${law.ko} ${document.ko}`),
  );
  return {
    lines: lines.length,
    covered: found.filter(({ rows }) => rows.length > 0).length,
    used: new Set(used).size,
  };
}

function codeFigures(lines: readonly Line[]): RuleFigures['codes'] {
  const tables = openCodes(readFileSync(codesFile, 'utf8'));
  const figures: RuleFigures['codes'] = {};
  for (const table of CODE_TABLES) {
    if (table === 'unit') continue;
    const rows = new Map<string, { rows: number; verified: number; listed: boolean }>();
    for (const line of lines) {
      const code = line[KCS_HEADERS[table]] ?? '';
      const date = line[KCS_HEADERS.date] ?? '';
      const seen = rows.get(code) ?? {
        rows: 0,
        verified: 0,
        listed: tables.has(`${table} ${code}`),
      };
      seen.rows += 1;
      if (codeName(tables, table, code, date, 'ko').verified) seen.verified += 1;
      rows.set(code, seen);
    }
    figures[table] = summary(rows);
  }
  return figures;
}

function summary(
  rows: ReadonlyMap<string, { rows: number; verified: number; listed: boolean }>,
): TableCoverage {
  const all = [...rows];
  const sum = (
    pick: (row: { rows: number; verified: number; listed: boolean }) => number,
  ): number => all.reduce((total, [, row]) => total + pick(row), 0);
  return {
    codes: all.length,
    rows: sum((row) => row.rows),
    listed: {
      codes: sum((row) => (row.listed ? 1 : 0)),
      rows: sum((row) => (row.listed ? row.rows : 0)),
    },
    verified: { codes: sum((row) => (row.verified > 0 ? 1 : 0)), rows: sum((row) => row.verified) },
    unlisted: all.filter(([, row]) => !row.listed).map(([code]) => code),
  };
}
