/** Reads labelled goods texts of any form that `evaluate` takes; says plainly when it cannot. */
import { existsSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import * as v from 'valibot';
import type { TextChoice } from './command-line.ts';
import { CommandRefused } from './command-refused.ts';

export interface Labelled {
  readonly text: string;
  /** Accepted codes, digits only, six or more. */
  readonly right: readonly string[];
}

export interface ReadRows {
  readonly rows: readonly Labelled[];
  /** Rows without a text or a code of six digits. */
  readonly skipped: number;
}

/** CSV by its header, else JSON a line; `choice` picks among the texts of a row that has several. */
export function readLabelled(file: string, choice: TextChoice | undefined): ReadRows {
  if (!existsSync(file)) throw new CommandRefused(`${file} is missing`);
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  const rows = text.trimStart().startsWith('{') ? readJsonLines(text, choice) : readTable(text);
  const usable = rows.filter((row) => row.text.trim() !== '' && row.right.length > 0);
  if (usable.length === 0) throw new CommandRefused(`${file}: no row with a text and a code`);
  return { rows: usable, skipped: rows.length - usable.length };
}

/** Header names of the text and of the code, in lower case, first match wins. */
const TEXT_COLUMNS = [
  'description',
  'custom_description',
  'goods description',
  'text',
  'goods',
  'name',
];
const CODE_COLUMNS = ['code', 'hts_code', 'commodity code', 'hs_code', 'hs6', 'hs'];

function readTable(text: string): Labelled[] {
  const { data, meta } = Papa.parse<Record<string, string>>(text, {
    header: true,
    skipEmptyLines: true,
    transformHeader: (name) => name.trim().toLowerCase(),
  });
  const find = (names: readonly string[]): string | undefined =>
    names.find((name) => meta.fields?.includes(name));
  const words = find(TEXT_COLUMNS);
  const code = find(CODE_COLUMNS);
  if (words === undefined || code === undefined) {
    throw new CommandRefused(`no columns for text and code in: ${meta.fields?.join(', ') ?? ''}`);
  }
  return data.map((row) => ({ text: row[words] ?? '', right: codesIn(row[code] ?? '') }));
}

const Text = v.nullish(v.string(), '');
const Code = v.union([v.string(), v.pipe(v.number(), v.transform(String))]);

const HsCodeComp = v.pipe(
  v.looseObject({ product_name: v.string(), hs_code: Code }),
  v.transform((row) => ({
    text: [row.product_name, ...categoriesOf(row), attributesOf(row['product_attributes'])].join(
      ' ',
    ),
    right: codesIn(row.hs_code),
  })),
);

/** The shop's categories, the most special one first: it names the goods. */
function categoriesOf(row: Readonly<Record<string, unknown>>): string[] {
  return [5, 4, 3, 2, 1]
    .map((level) => row[`cate_lv${level}_desc`])
    .filter((name): name is string => typeof name === 'string');
}

function attributesOf(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? '');
  return text.replace(/["{}[\]]/g, ' ').slice(0, 300);
}

const Atlas = v.pipe(
  v.object({ messages: v.array(v.object({ role: v.string(), content: v.string() })) }),
  v.transform(({ messages }) => {
    const said = (role: string): string => messages.find((m) => m.role === role)?.content ?? '';
    const answer = /HTS US Code\s*->\s*([^\n]*)/i.exec(said('assistant'))?.[1] ?? '';
    return {
      text: said('user').replace(/^.*?\bHTS US code\b.*?\bfor\b/i, ''),
      right: codesIn(answer),
    };
  }),
);

const rulingOf = (choice: TextChoice | undefined) =>
  v.pipe(
    v.object({
      code: Code,
      name: Text,
      name_en: Text,
      description_ko: Text,
      description_en: Text,
      description: Text,
    }),
    v.transform((row) => ({ text: rulingText(row, choice), right: codesIn(row.code) })),
  );

interface RulingTexts {
  readonly name: string;
  readonly description_ko: string;
  readonly description_en: string;
  readonly description: string;
}

/** Without a choice: everything a ruling says of the goods in the language it is written in. */
function rulingText(row: RulingTexts, choice: TextChoice | undefined): string {
  if (choice === 'ko') return row.description_ko;
  if (choice === 'en') return row.description_en || row.description;
  if (choice === 'name') return row.name;
  if (row.name !== '') return `${row.name} ${row.description_ko || row.description}`;
  return row.description_en || row.description || row.description_ko;
}

function readJsonLines(text: string, choice: TextChoice | undefined): Labelled[] {
  const Line = v.union([HsCodeComp, Atlas, rulingOf(choice)]);
  return text.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return [];
    const read = v.safeParse(Line, parseLine(line, i));
    if (!read.success) throw new CommandRefused(`line ${i + 1}: a form that is not known here`);
    return [read.output];
  });
}

function parseLine(line: string, i: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new CommandRefused(`line ${i + 1}: no JSON`);
  }
}

/** All codes of a cell: rulings may accept several. */
function codesIn(cell: string): string[] {
  const found = cell.match(/\d[\d.\s]{3,}\d/g) ?? [];
  return found.map((code) => code.replace(/\D/g, '')).filter((code) => code.length >= 6);
}
