/** Checks the starter list of controlled goods, lists it in the manifest and prints what it covers. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { controlledList } from '../../src/domain/controlled/controlled-list.ts';
import { GoldenRequirements, listDisagreements } from '../../src/domain/controlled/golden.ts';
import {
  REQUIREMENTS_FILE,
  RequirementFile,
  type RequirementRow,
} from '../../src/domain/controlled/requirement.ts';
import { readHsTable } from '../../src/domain/hs/nomenclature-text.ts';
import { writePack } from '../manifest.ts';

const HS6 = new URL('../nomenclature/v1/hs6.tsv', import.meta.url);
const GOLDEN = 'golden.json';

export function listRequirements(folder: string, replace: boolean): void {
  const read = (name: string): Buffer => readFileSync(path.join(folder, name));
  const files = new Map([REQUIREMENTS_FILE, GOLDEN].map((name) => [name, read(name)]));
  const file = v.parse(RequirementFile, JSON.parse(read(REQUIREMENTS_FILE).toString()));
  const golden = v.parse(GoldenRequirements, JSON.parse(read(GOLDEN).toString()));
  const wrong = listDisagreements(controlledList(file), golden);
  if (wrong.length > 0) throw new Error(`${file.id}: ${wrong.join(', ')}`);
  const figures = figuresOf(file);
  writePack(
    {
      entry: {
        id: file.id,
        kind: 'rules',
        version: '1.0.0',
        format: file.format,
        path: 'rules/kr-controlled-goods/v1',
        title: { ko: '세관장확인대상 목록 (시작용)', en: 'Controlled goods (starter list)' },
        made: file.checked,
        source: {
          ko: '법령별 대상을 호ㆍ소호 수준으로 직접 적은 시작용 목록. 법정 목록이 아님',
          en: 'Starter list written by us at heading and subheading level; not the legal list',
        },
        needs: [],
        thresholds: {},
        metrics: Object.fromEntries(figures.map(([name, value]) => [name, { value }])),
        golden: GOLDEN,
      },
      files,
    },
    { replace },
  );
  console.log(`${file.id}: ${figures.map(([name, value]) => `${value} ${name}`).join(', ')}`);
  for (const line of linesByLaw(file.rows)) console.log(`  ${line}`);
}

/** `covered`: subheadings of the nomenclature that have a row on the day the list was written. */
function figuresOf(file: RequirementFile): readonly (readonly [string, number])[] {
  const list = controlledList(file);
  const { codes } = readHsTable(readFileSync(HS6, 'utf8'));
  const subheadings = codes.filter((code) => code.length === 6);
  const covered = subheadings.filter((code) => list.coverage(code, file.checked).rows.length > 0);
  return [
    ['rows', file.rows.length],
    ['laws', new Set(file.rows.map((row) => row.law.ko)).size],
    ['verified', file.rows.filter((row) => row.last_verified !== null).length],
    ['subheadings', subheadings.length],
    ['covered', covered.length],
  ];
}

function linesByLaw(rows: readonly RequirementRow[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { law } of rows) counts.set(law.ko, (counts.get(law.ko) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([law, count]) => `${count} ${law}`);
}
