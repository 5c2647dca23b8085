import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { isHeldOut, readPhrases } from '../../../../models/phrases.ts';
import type { GoldenCase } from '../../../../models/risk/training/golden.ts';
import { readDeclarationFile } from '../../../../models/declarations/read-declarations.ts';
import { openPackFolder } from '../../../../models/risk/training/run-model.ts';
import {
  CODE_FIELDS,
  lineAt,
  OUTCOMES,
  QUANTITY_FIELDS,
} from '../../../../src/domain/risk/declaration.ts';
import type { LineTable } from '../../../../src/domain/risk/declaration.ts';
import { KCS_HEADERS } from '../../../../src/domain/risk/kcs-headers.ts';
import { encodeLines, isNovel } from '../../../../src/domain/risk/knowledge.ts';

const at = (file: string): string => fileURLToPath(new URL(`../../../../${file}`, import.meta.url));
const SAMPLE = at('public/samples/sample-week.csv');
const sample = readDeclarationFile(SAMPLE).table;

/** The cells of a file as they stand, with the places of code and goods text. */
function readCells(file: string): { mapping: Record<'hs6' | 'goods', number>; cells: string[][] } {
  const { data } = Papa.parse<string[]>(readFileSync(file, 'utf8').trim());
  const [header = [], ...cells] = data;
  const place = (field: 'hs6' | 'goods'): number => header.indexOf(KCS_HEADERS[field]);
  return { mapping: { hs6: place('hs6'), goods: place('goods') }, cells };
}
const golden = (
  JSON.parse(readFileSync(at('models/risk/v1/golden.json'), 'utf8')) as { cases: GoldenCase[] }
).cases;

/** All of a line but its number, its date and who traded. */
const PARTIES: readonly string[] = ['importer', 'seller', 'declarant', 'courier'];
const KEPT = [...CODE_FIELDS, ...QUANTITY_FIELDS].filter((field) => !PARTIES.includes(field));
type Bare = Readonly<Partial<Record<(typeof KEPT)[number], string | number | null>>>;
/** A quantity that a line does not have is NaN in a table and null in JSON. */
const bare = (line: Bare): string => JSON.stringify(KEPT.map((field) => line[field]));
const linesOf = (table: LineTable): string[] =>
  Array.from({ length: table.length }, (_, line) => bare(lineAt(table, line)));

describe('the sample week', () => {
  it('has no outcomes', () => {
    const header = readFileSync(SAMPLE, 'utf8').split('\n', 1)[0];
    expect(header).not.toContain(KCS_HEADERS.fraud);
    expect(new Set(sample.outcome)).toEqual(new Set([OUTCOMES.indexOf('unknown')]));
  });

  it('names numbers and parties of invented form only', () => {
    expect(sample.id.every((id) => /^26\d{8}$/.test(id))).toBe(true);
    const of = (field: 'importer' | 'seller' | 'declarant' | 'courier') =>
      sample.code[field].values;
    expect(of('importer').every((name) => /^IM-[A-Z2-9]{6}$/.test(name))).toBe(true);
    expect(of('seller').every((name) => /^(SE-[A-Z2-9]{6})?$/.test(name))).toBe(true);
    expect(of('declarant').every((name) => /^DE-[A-Z2-9]{6}$/.test(name))).toBe(true);
    expect(of('courier')).toEqual(['']);
  });

  it('calls its goods by words that the HS training never learnt from, now and then by wrong ones', () => {
    const { mapping, cells } = readCells(SAMPLE);
    const goods = cells.map((row) => ({ code: row[mapping.hs6], text: row[mapping.goods] ?? '' }));
    const named = goods.filter(({ text }) => text !== '');
    expect(named.length).toBeGreaterThan(sample.length / 2);
    expect(named.filter(({ text }) => !isHeldOut(text))).toEqual([]);
    const codeOf = new Map(readPhrases().map(({ code, text }) => [text, code]));
    const wrong = named.filter(({ code, text }) => (codeOf.get(text) ?? code) !== code);
    expect(wrong.length / named.length).toBeGreaterThan(0.02);
    expect(wrong.length / named.length).toBeLessThan(0.06);
  });

  it('repeats as many learnt templates as the README and the decision say', () => {
    const { knowledge } = openPackFolder(at('models/risk/v1'));
    const encoded = encodeLines(knowledge, sample);
    const lines = Array.from({ length: sample.length }, (_, line) => line);
    const known = lines.filter((line) => !isNovel(knowledge, encoded, line)).length;
    const sentence = `${known.toLocaleString('en')} of its ${sample.length.toLocaleString('en')} lines`;
    for (const file of ['models/risk/README.md', 'docs/decisions/0006-sample-week.md']) {
      expect(readFileSync(at(file), 'utf8')).toContain(sentence);
    }
  });
});

describe('the golden cases', () => {
  it('are lodged by nobody, at no office, on days to come', () => {
    for (const { line } of golden) {
      expect(line.id).toMatch(/^GOLDEN-\d{4}$/);
      expect(line.date).toMatch(/^2031-/);
      expect(line.office).toMatch(/^G\d$/);
      for (const field of ['importer', 'seller', 'declarant', 'courier'] as const) {
        expect(line[field]).toMatch(/^(GOLDEN-[ISDC]\d+)?$/);
      }
    }
  });

  it('are a third of known patterns, and hold what a device may stumble over', () => {
    expect(golden.filter(({ novel }) => !novel)).toHaveLength(20);
    const has = (holds: (line: GoldenCase['line']) => boolean): boolean =>
      golden.some(({ line }) => holds(line));
    expect(has((line) => line.netMass === 0)).toBe(true);
    expect(has((line) => line.hs6 === '999999')).toBe(true);
    expect(has((line) => line.seller === '' && line.importer === '')).toBe(true);
    // JSON has no NaN.
    expect(has((line) => line.taxRate === null)).toBe(true);
  });
});

const folder = process.env['HAECHI_DATA'] ?? '';
const TRAIN = path.join(folder, 'risk/train.csv');
const present = folder !== '' && existsSync(TRAIN);

describe('against the training data (HAECHI_DATA names a folder with risk/train.csv)', () => {
  it.skipIf(!present)(
    'no sample line and no golden case is a training row in all but number, date and parties',
    () => {
      const rows = new Set(linesOf(readDeclarationFile(TRAIN).table));
      expect(rows.size).toBeGreaterThan(1000);
      expect(linesOf(sample).filter((line) => rows.has(line))).toEqual([]);
      expect(golden.filter(({ line }) => rows.has(bare(line)))).toEqual([]);
    },
  );
});
