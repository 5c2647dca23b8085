/** Reads labelled goods texts of any form that `evaluate` takes; says plainly when it cannot. */
import { existsSync } from 'node:fs';
import Papa from 'papaparse';
import * as v from 'valibot';
import { HEADER_SYNONYMS } from '../src/domain/risk/intake/header-synonyms.ts';
import type { TextChoice } from './command-line.ts';
import { CommandRefused } from './command-refused.ts';
import { readText } from './declarations/declaration-text.ts';
import { codesIn } from './labelled-codes.ts';

export interface Labelled {
  readonly text: string;
  /** Accepted codes, digits only, six or more. */
  readonly right: readonly string[];
}

export interface ReadRows {
  readonly rows: readonly Labelled[];
  /** Rows without a text or a code of six digits, or of no known form. */
  readonly skipped: number;
}

/**
 * CSV by its header, else JSON a line; `choice` picks among the texts of a row that has several. A
 * row that cannot be read is skipped; a file without a good one is refused.
 */
export function readLabelled(file: string, choice: TextChoice | undefined): ReadRows {
  if (!existsSync(file)) throw new CommandRefused(`${file} is missing`);
  const text = readText(file);
  const rows = isJson(text) ? readJsonLines(text, choice) : readTable(text);
  const usable = rows.filter((row) => row.text.trim() !== '' && row.right.length > 0);
  if (usable.length === 0) {
    throw new CommandRefused(
      `${file}: no row with a text and a code of six digits or more; rows are CSV with columns such as description,code or JSON a line such as {"text":"…","code":"…"}`,
    );
  }
  return { rows: usable, skipped: rows.length - usable.length };
}

/** Whether the file is JSON of any kind, which is never a table. */
export function isJsonFile(file: string): boolean {
  return existsSync(file) && isJson(readText(file));
}

function isJson(text: string): boolean {
  return /^\s*[[{]/.test(text);
}

/** Case, spaces, width and punctuation do not make a different name. */
function normalise(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Names of the text and of the code in CSV and JSON alike, first match wins; then what the desk knows. */
const TEXT_NAMES = [
  ...['description', 'custom_description', 'goods_description', 'text', 'goods', 'name'],
  ...HEADER_SYNONYMS.goods,
].map(normalise);
const CODE_NAMES = [
  ...['code', 'hts_code', 'commodity_code', 'hs_code', 'hs6', 'hs', 'hs10', 'hts'],
  ...HEADER_SYNONYMS.hs6,
].map(normalise);

interface Places {
  readonly text: string;
  readonly code: string;
}

/** Which of a row's own names are those of the text and of the code. */
function placesIn(names: readonly string[]): Places | undefined {
  const own = new Map(names.map((name) => [normalise(name), name] as const).reverse());
  const find = (known: readonly string[]): string | undefined =>
    known.map((name) => own.get(name)).find((name) => name !== undefined);
  const text = find(TEXT_NAMES);
  const code = find(CODE_NAMES);
  return text === undefined || code === undefined ? undefined : { text, code };
}

function readTable(text: string): Labelled[] {
  const { data, meta } = Papa.parse<Record<string, string>>(text, {
    header: true,
    skipEmptyLines: true,
    transformHeader: (name) => name.trim(),
  });
  const { fields = [] } = meta;
  const places = placesIn(fields);
  if (places === undefined) {
    throw new CommandRefused(`no columns for text and code in: ${fields.join(', ')}`);
  }
  return data.map((row) => ({
    text: row[places.text] ?? '',
    right: codesIn(row[places.code] ?? ''),
  }));
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
    v.check((row) => `${row.description_ko}${row.description_en}${row.description}` !== ''),
    v.transform((row) => ({ text: rulingText(row, choice), right: codesIn(row.code) })),
  );

/** Any other row: the text and the code by their names. */
const Plain = v.pipe(
  v.record(v.string(), v.unknown()),
  v.transform((row) => {
    const places = placesIn(Object.keys(row));
    return places && { text: row[places.text], code: row[places.code] };
  }),
  v.object({ text: v.string(), code: Code }),
  v.transform(({ text, code }) => ({ text, right: codesIn(code) })),
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

const BAD: Labelled = { text: '', right: [] };

function readJsonLines(text: string, choice: TextChoice | undefined): Labelled[] {
  const Line = v.union([HsCodeComp, Atlas, rulingOf(choice), Plain]);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const read = v.safeParse(Line, parseLine(line));
    return read.success ? read.output : BAD;
  });
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
