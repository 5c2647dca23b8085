import type { Names } from '../contracts/names.ts';
import { codeName, openCodes, type CodeTables } from '../domain/codes/code-table.ts';
import { countryName } from '../domain/codes/country.ts';
import { formatHs } from '../domain/hs/code.ts';
import { goodsMatcher } from '../domain/hs/match-goods.ts';
import { shortGoodsTitle } from '../domain/hs/goods-title.ts';
import {
  HS_FILE,
  nameOf,
  openNomenclature,
  pathOf,
  type Nomenclature,
} from '../domain/hs/nomenclature.ts';
import { i18n } from '../i18n/i18n.svelte.ts';
import type { HaechiDatabase } from '../platform/database/database.ts';
import { readPackFiles } from '../platform/packs/read.ts';

/** Goods, countries and codes by name, from the packs on this device; redraws when they arrive. */
export class PackNames implements Names {
  #nomenclature = $state.raw<Nomenclature | null>(null);
  readonly #matcher = $derived(this.#nomenclature ? goodsMatcher(this.#nomenclature) : null);
  #codes = $state.raw<CodeTables | null>(null);
  readonly #database: HaechiDatabase;
  /** Titles are cut from long official names: once for each code and language. */
  #titles = new Map<string, string>();

  constructor(database: HaechiDatabase) {
    this.#database = database;
  }

  /** Reads the packs again; called at the start and when one was installed. */
  async load(): Promise<void> {
    const hs = await this.#text('nomenclature', HS_FILE);
    const codes = await this.#text('kr-import-codes', 'codes.json');
    this.#titles = new Map();
    if (hs !== null) this.#nomenclature = openNomenclature(new Map([[HS_FILE, hs]]));
    if (codes !== null) this.#codes = openCodes(codes);
  }

  async #text(pack: string, file: string): Promise<string | null> {
    const files = await readPackFiles(this.#database, pack);
    const bytes = files.ok ? files.value.get(file) : undefined;
    return bytes ? new TextDecoder().decode(bytes) : null;
  }

  goods(hs: string): string {
    const nomenclature = this.#nomenclature;
    if (!nomenclature) return formatHs(hs);
    const key = `${i18n.locale} ${hs}`;
    const known = this.#titles.get(key);
    if (known !== undefined) return known;
    const title = shortGoodsTitle(nomenclature, hs, i18n.locale).text;
    this.#titles.set(key, title);
    return title;
  }

  goodsPath(hs: string): { code: string; name: string }[] {
    const nomenclature = this.#nomenclature;
    if (!nomenclature) return [];
    return pathOf(nomenclature, hs).map((entry) => ({
      code: formatHs(entry.code),
      name: nameOf(entry, i18n.locale),
    }));
  }

  hsText(hs: string): string {
    return formatHs(hs);
  }

  country(code: string): string {
    return countryName(code, i18n.locale);
  }

  code(table: Parameters<Names['code']>[0], code: string, date: string) {
    if (!this.#codes) return { name: code, verified: false };
    return codeName(this.#codes, table, code, date, i18n.locale);
  }

  matchGoods(text: string): readonly string[] {
    return text.trim().length < 2 ? [] : (this.#matcher?.(text) ?? []);
  }
}
