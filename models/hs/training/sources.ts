/**
 * Everything the suggester learns from, as rows. What each source permits is said in the model
 * card; none of these texts leaves training.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import {
  openNomenclature,
  pathOf,
  type Nomenclature,
} from '../../../src/domain/hs/nomenclature.ts';
import { CommandRefused } from '../../command-refused.ts';
import { newestPack } from '../../manifest.ts';
import { readCsv, readJson, readLines, readText } from './files.ts';
import { isHeldOut, readPhrases } from '../../phrases.ts';
import { keyOf, type Genre, type Row } from './rows.ts';

/** Chapters that name no goods: reserved, and a country's own. */
const NOT_GOODS = new Set(['77', '98', '99']);

export interface Sources {
  readonly nomenclature: Nomenclature;
  /** Six-digit codes of the edition, ascending. */
  readonly codes: readonly string[];
  readonly rows: readonly Row[];
}

export function readSources(folder: string): Sources {
  const nomenclature = openNames();
  const codes = nomenclature.codes().filter((code) => code.length === 6);
  const known = new Set(codes);
  const rows: Row[] = [];
  const add = (
    source: string,
    genre: Genre,
    weight: number,
    code: string,
    text: string,
    key = '',
  ): void => {
    const six = code.replace(/\D/g, '').slice(0, 6);
    if (!known.has(six) || NOT_GOODS.has(six.slice(0, 2))) return;
    const trimmed = text.trim();
    const group = key === '' ? keyOf(trimmed) : key;
    if (group === '') return;
    rows.push({ text: trimmed, code: six, genre, source, weight, key: group });
  };
  for (const read of READERS) readOrSkip(read, folder, add, nomenclature);
  const benchmarks = benchmarkKeys(folder);
  return { nomenclature, codes, rows: distinct(rows.filter((row) => !benchmarks.has(row.key))) };
}

/** A source that is not in the folder teaches nothing; what is learnt from is said. */
function readOrSkip(read: Reader, folder: string, add: Add, nomenclature: Nomenclature): void {
  try {
    read(folder, add, nomenclature);
  } catch (error) {
    if (!(error instanceof CommandRefused)) throw error;
    console.log(`left out: ${error.message}`);
  }
}

type Add = (
  source: string,
  genre: Genre,
  weight: number,
  code: string,
  text: string,
  key?: string,
) => void;
type Reader = (folder: string, add: Add, nomenclature: Nomenclature) => void;

function openNames(): Nomenclature {
  const folder = newestPack('nomenclature');
  const texts = ['hs6.tsv', 'hsk10.tsv'].map(
    (name) => [name, readFileSync(path.join(folder, name), 'utf8')] as const,
  );
  return openNomenclature(new Map(texts));
}

const Product = v.object({ product_name: v.string() });
const Dialogue = v.object({ messages: v.array(v.object({ content: v.string() })) });

const PRODUCTS = 'hscodecomp_test.jsonl';
const RULINGS = 'atlas_validation.jsonl';

/** Words of what is only ever reported on: a training row with the same ones is left out. */
function benchmarkKeys(folder: string): ReadonlySet<string> {
  const has = (name: string): boolean => existsSync(path.join(folder, name));
  const products = has(PRODUCTS) ? readLines(folder, PRODUCTS, Product) : [];
  const rulings = has(RULINGS) ? readLines(folder, RULINGS, Dialogue) : [];
  const texts = [
    ...products.map(({ product_name }) => product_name),
    ...rulings.map(({ messages }) => messages[0]?.content ?? ''),
  ];
  return new Set(texts.map(keyOf));
}

/** The same words under the same code count once a source. */
function distinct(rows: readonly Row[]): Row[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const id = `${row.source}\t${row.code}\t${row.text.toLowerCase()}`;
    return !seen.has(id) && seen.add(id);
  });
}

const parcels: Reader = (folder, add) => {
  for (const line of readCsv(folder, 'chitchats_hts.csv')) {
    add('chitchats', 'parcel', 1, line['hts_code'] ?? '', line['custom_description'] ?? '');
  }
};

const ukReferences: Reader = (folder, add) => {
  const terms = readJson(folder, 'uk_search_references.json', v.record(v.string(), v.string()));
  for (const [term, code] of Object.entries(terms)) add('uk-references', 'phrase', 1, code, term);
};

const ukExtra: Reader = (folder, add) => {
  for (const line of readCsv(folder, 'uk_extra_references.csv')) {
    const digits = (line['Commodity Code'] ?? '').replace(/\D/g, '');
    // 7 and 9 digits lost a leading zero somewhere: which one is not known.
    if (digits.length % 2 === 0)
      add('uk-extra', 'parcel', 1, digits, line['Goods Description'] ?? '');
  }
};

/** A list of one was written as a word. */
const Terms = v.union([
  v.array(v.string()),
  v.pipe(
    v.string(),
    v.transform((term) => [term]),
  ),
]);
const Labelled = v.array(
  v.object({
    commodity_code: v.string(),
    description: v.string(),
    colloquial_terms: v.optional(v.nullable(Terms)),
    synonyms: v.optional(v.nullable(Terms)),
  }),
);

const ukLabelled: Reader = (folder, add) => {
  for (const name of ['uk_llm_labelled_flash.json', 'uk_llm_labelled_pro.json']) {
    for (const goods of readJson(folder, name, Labelled)) {
      add('uk-labelled', 'phrase', 0.4, goods.commodity_code, goods.description);
      for (const term of [...(goods.colloquial_terms ?? []), ...(goods.synonyms ?? [])]) {
        add('uk-labelled', 'phrase', 0.4, goods.commodity_code, term);
      }
    }
  }
};

const Friendly = v.object({ heading: v.string(), description: v.string() });

const friendlyNames: Reader = (folder, add) => {
  for (const { heading, description } of readLines(folder, 'cn_friendly_names.ndjson', Friendly)) {
    if (heading.length >= 6) add('cn-friendly', 'name', 0.4, heading, description);
  }
};

/** EU tariff lines under their subheading's own words: "Other" alone says nothing. */
const europeanTariff: Reader = (folder, add, nomenclature) => {
  for (const line of readCsv(folder, 'cn_nomenclature_en.csv')) {
    const code = line['goods_code'] ?? '';
    const text = line['description'] ?? '';
    if (Number(line['hier_pos']) <= 6 || /^other\b/i.test(text)) continue;
    const own = nomenclature.entry(code.slice(0, 6));
    if (own !== undefined) add('cn-tariff', 'name', 0.3, code, `${text}; ${own.en}`);
  }
};

const americanTariff: Reader = (folder, add) => {
  const above: string[] = [];
  for (const line of readCsv(folder, 'us_hts_2026r4.csv')) {
    const depth = Number(line['Indent']);
    const text = (line['Description'] ?? '').replace(/<[^>]*>/g, ' ').replace(/:\s*$/, '');
    above.length = depth;
    above[depth] = text;
    const code = (line['HTS Number'] ?? '').replace(/\D/g, '');
    if (code.length < 8) continue;
    // The heading's long text is learnt from the nomenclature; what tells leaves apart is below it.
    const words = above.slice(1).filter((part) => !/^other$/i.test(part));
    if (words.length > 0) add('us-tariff', 'name', 0.3, code, words.join('; '));
  }
};

const Mtb = v.object({ code: v.string(), description_en: v.string() });

const americanProvisions: Reader = (folder, add) => {
  for (const goods of readLines(folder, 'us_mtb_9902.jsonl', Mtb)) {
    add('us-mtb', 'ruling', 0.6, goods.code, goods.description_en);
  }
};

const Cross = v.object({
  ruling: v.string(),
  subject: v.nullish(v.string(), ''),
  description: v.nullish(v.string(), ''),
  code: v.string(),
  single_hs6: v.boolean(),
});

const americanRulings: Reader = (folder, add) => {
  for (const ruling of readLines(folder, 'cross_rulings.jsonl', Cross)) {
    if (!ruling.single_hs6) continue;
    add(
      'us-cross',
      'ruling',
      1,
      ruling.code,
      `${ruling.subject}. ${ruling.description}`,
      ruling.ruling,
    );
  }
};

const Packing = v.object({ code: v.string(), description_en: v.string() });

const packingLists: Reader = (folder, add) => {
  for (const goods of readLines(folder, 'defra_packing_lists.jsonl', Packing)) {
    add('defra', 'parcel', 0.4, goods.code, goods.description_en);
  }
};

const Synthetic = v.object({ lang: v.string(), code: v.string(), description: v.string() });

const jamesBall: Reader = (folder, add) => {
  for (const goods of readLines(folder, 'jameseball_phrases_mit.jsonl', Synthetic)) {
    if (goods.lang === 'en') add('jameseball', 'phrase', 0.5, goods.code, goods.description);
  }
};

const Kcs = v.object({
  ruling: v.string(),
  code: v.string(),
  name: v.string(),
  description_ko: v.string(),
});

/** A ruling is met in three ways: name and description, either alone. */
const koreanRulings: Reader = (folder, add) => {
  for (const { ruling, code, name, description_ko } of readLines(folder, 'kcs_cases.jsonl', Kcs)) {
    add('kcs', 'ruling', 1.5, code, `${name} ${description_ko}`, ruling);
    add('kcs-ko', 'ruling', 1.5, code, description_ko, ruling);
    add('kcs-name', 'ruling', 0.7, code, name, ruling);
  }
};

const Bti = v.object({
  ruling: v.string(),
  code: v.string(),
  description_en: v.nullish(v.string(), ''),
  description_ko: v.nullish(v.string(), ''),
  keywords_en: v.nullish(v.string(), ''),
  en_ok: v.boolean(),
});

const europeanRulings: Reader = (folder, add) => {
  for (const bti of readLines(folder, 'eu_bti.jsonl', Bti)) {
    if (bti.en_ok) add('eu-en', 'ruling', 1.5, bti.code, bti.description_en, bti.ruling);
    add('eu-ko', 'ruling', 1, bti.code, bti.description_ko, bti.ruling);
  }
};

/** Official names in both languages, each with its ancestors' words. */
const officialNames: Reader = (_folder, add, nomenclature) => {
  for (const code of nomenclature.codes()) {
    if (code.length !== 6 && code.length !== 10) continue;
    const names = pathOf(nomenclature, code).filter((entry) => entry.code.length >= 4);
    const en = names.map((entry) => entry.en).filter((name) => !/^other$/i.test(name));
    const ko = names.map((entry) => entry.ko).filter((name) => !/^기타$/.test(name));
    const own = nomenclature.entry(code);
    if (code.length === 6) {
      add('hs-en', 'name', 0.5, code, own?.en ?? '');
      add('hs-ko', 'name', 0.5, code, ko.join(' '));
    } else {
      if (own?.telling.en) add('hsk-en', 'name', 0.5, code, own.en);
      if (own?.telling.ko) add('hsk-ko', 'name', 0.5, code, own.ko);
      add('hsk-path-ko', 'name', 0.3, code, ko.slice(1).join(' '));
      add('hsk-path-en', 'name', 0.3, code, en.slice(1).join(' '));
    }
  }
};

const ownPhrases: Reader = (_folder, add) => {
  for (const { code, language, text } of readPhrases()) {
    if (!isHeldOut(text)) add(`own-${language}`, 'phrase', 0.7, code, text);
  }
};

/**
 * An administration's own labelled texts: any CSV of the folder whose header is exactly
 * `description,code`, as tablets export their officers' picks.
 */
const ownRows: Reader = (folder, add) => {
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.csv'))
    .sort()) {
    if (!/^description,code\r?\n/.test(readText(path.join(folder, name)).slice(0, 40))) continue;
    for (const line of readCsv(folder, name)) {
      add(name, 'parcel', 1.5, line['code'] ?? '', line['description'] ?? '');
    }
  }
};

const READERS: readonly Reader[] = [
  ...[parcels, ukReferences, ukExtra, ukLabelled, friendlyNames, europeanTariff, americanTariff],
  ...[americanProvisions, americanRulings, packingLists, jamesBall, koreanRulings, europeanRulings],
  ...[officialNames, ownPhrases, ownRows],
];
