import type { HsCode } from '../../src/domain/hs/code.ts';
import type { ImporterPast } from '../../src/domain/controlled/judge.ts';
import { codeAt, type LineTable } from '../../src/domain/risk/declaration.ts';
import type { HaechiDatabase } from '../../src/platform/database/database.ts';

/**
 * How often each importer declared each code on this tablet, counted when it is first asked for and
 * again when lines have come in.
 */
export class ImporterLines {
  readonly #database: HaechiDatabase;
  #counted = new Set<string>();
  #lines = new Map<string, Map<HsCode, number>>();
  /** One count after another: two at once would count the same lines twice. */
  #turn: Promise<void> = Promise.resolve();

  constructor(database: HaechiDatabase) {
    this.#database = database;
  }

  /** Lines of the importer but the one of this code that is asked about. */
  async others(importer: string, code: HsCode): Promise<ImporterPast> {
    if (importer === '') return { lines: new Map() };
    const counting = this.#turn.then(() => this.#follow());
    this.#turn = counting.catch(() => undefined);
    await counting;
    const lines = new Map(this.#lines.get(importer));
    const left = (lines.get(code) ?? 1) - 1;
    if (left > 0) lines.set(code, left);
    else lines.delete(code);
    return { lines };
  }

  forget(): void {
    const forgotten = this.#turn.then(() => {
      this.#counted = new Set();
      this.#lines = new Map();
    });
    this.#turn = forgotten;
  }

  async #follow(): Promise<void> {
    const { chunks } = this.#database;
    for (const key of await chunks.toCollection().primaryKeys()) {
      if (this.#counted.has(String(key))) continue;
      const chunk = await chunks.get(key);
      if (!chunk) continue;
      this.#count(chunk.table);
      this.#counted.add(String(key));
    }
  }

  #count(table: LineTable): void {
    for (let at = 0; at < table.length; at += 1) {
      const importer = codeAt(table, 'importer', at);
      if (importer === '') continue;
      const lines = this.#lines.get(importer) ?? new Map<HsCode, number>();
      this.#lines.set(importer, lines);
      const code = codeAt(table, 'hs6', at);
      lines.set(code, (lines.get(code) ?? 0) + 1);
    }
  }
}
