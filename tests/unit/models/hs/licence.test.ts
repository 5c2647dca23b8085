import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { readCsv, readJson, readLines } from '../../../../models/hs/training/files.ts';
import { readPhrases } from '../../../../models/phrases.ts';
import { newestPack } from '../../../../models/manifest.ts';

const folder = path.join(process.env['HAECHI_DATA'] ?? '', 'hs');
const present =
  (process.env['HAECHI_DATA'] ?? '') !== '' && existsSync(path.join(folder, 'chitchats_hts.csv'));

/** Names that anyone would write: a text of four words or fewer belongs to nobody. */
const LEAST_WORDS = 5;
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFKC')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

const Terms = v.nullish(v.union([v.string(), v.array(v.string())]), []);
const Labelled = v.array(
  v.object({ description: v.string(), colloquial_terms: Terms, synonyms: Terms }),
);
const Ruling = v.record(v.string(), v.unknown());
const RULINGS: Readonly<Record<string, readonly string[]>> = {
  'kcs_cases.jsonl': ['name', 'description_ko'],
  'eu_bti.jsonl': ['description_en', 'description_ko', 'description_orig'],
  'cross_rulings.jsonl': ['subject', 'description'],
  'hscodecomp_test.jsonl': ['product_name'],
  'defra_packing_lists.jsonl': ['description_en'],
  'jameseball_phrases_mit.jsonl': ['description'],
};

/** Texts of others by their source: parcels, UK phrases, rulings, products. */
function readTexts(): ReadonlyMap<string, readonly string[]> {
  const terms = readJson(folder, 'uk_search_references.json', v.record(v.string(), v.string()));
  const texts = new Map<string, readonly string[]>([
    ['parcels', readCsv(folder, 'chitchats_hts.csv').map((row) => row['custom_description'] ?? '')],
    [
      'UK parcels',
      readCsv(folder, 'uk_extra_references.csv').map((row) => row['Goods Description'] ?? ''),
    ],
    ['UK terms', Object.keys(terms)],
  ]);
  for (const name of ['uk_llm_labelled_flash.json', 'uk_llm_labelled_pro.json']) {
    const goods = readJson(folder, name, Labelled);
    texts.set(
      name,
      goods.flatMap((own) => [own.description, own.colloquial_terms, own.synonyms].flat()),
    );
  }
  for (const [name, fields] of Object.entries(RULINGS)) {
    const rows = readLines(folder, name, Ruling);
    const said = rows.flatMap((row) => fields.map((field) => row[field]));
    texts.set(
      name,
      said.filter((text): text is string => typeof text === 'string'),
    );
  }
  return texts;
}

/** What the pack and the phrases hold as text, by where it stands. */
function ownTexts(): readonly { at: string; text: string }[] {
  const pack = newestPack('hs');
  const jsons = readdirSync(pack).filter((name) => name.endsWith('.json'));
  const strings = (value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, own]) => [key, ...strings(own)]);
  };
  return [
    ...jsons.flatMap((name) =>
      strings(JSON.parse(readFileSync(path.join(pack, name), 'utf8'))).map((text) => ({
        ...{ at: name, text },
      })),
    ),
    ...readPhrases().map(({ code, text }) => ({ at: `phrases ${code}`, text })),
  ];
}

/** Bytes of a text by which it is looked for among packed numbers. */
const HEAD = 16;

describe('the texts of others (HAECHI_DATA names a folder with hs/chitchats_hts.csv)', () => {
  it.skipIf(!present)('stand neither in the pack nor among our phrases', () => {
    const texts = readTexts();
    expect(texts.get('parcels')?.length).toBeGreaterThan(10_000);
    const known = new Map<string, string>();
    for (const [source, own] of texts) {
      expect(own.length, source).toBeGreaterThan(50);
      for (const text of own) {
        const words = wordsOf(text);
        if (words.length >= LEAST_WORDS) known.set(words.join(' '), source);
      }
    }
    const borrowed = ownTexts().flatMap(({ at, text }) => {
      const source = known.get(wordsOf(text).join(' '));
      return source === undefined ? [] : [`${at}: ${text} (${source})`];
    });
    expect(borrowed).toEqual([]);
  });

  it.skipIf(!present)('share no run of ten words with our phrases or the golden texts', () => {
    const runsOf = (text: string): string[] => {
      // The parts of a chemical's one name are not ten words.
      const words = wordsOf(text).filter((word) => /\p{L}{2}/u.test(word));
      return words.slice(9).map((_, i) => words.slice(i, i + 10).join(' '));
    };
    const runs = new Set([...readTexts().values()].flat().flatMap(runsOf));
    expect(ownTexts().filter(({ text }) => runsOf(text).some((run) => runs.has(run)))).toEqual([]);
  });

  it.skipIf(!present)(
    'are not among the numbers of the pack',
    () => {
      const heads = new Set<string>();
      for (const text of [...readTexts().values()].flat()) {
        for (const written of [text, text.toLowerCase()]) {
          const bytes = Buffer.from(written.trim(), 'utf8');
          if (bytes.length >= HEAD) heads.add(bytes.toString('latin1', 0, HEAD));
        }
      }
      const arrays = readFileSync(path.join(newestPack('hs'), 'arrays.bin')).toString('latin1');
      const found: string[] = [];
      for (let at = 0; at + HEAD <= arrays.length; at++) {
        const head = arrays.slice(at, at + HEAD);
        if (heads.has(head)) found.push(head);
      }
      expect(found).toEqual([]);
    },
    60_000,
  );
});
