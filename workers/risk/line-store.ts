import type { LineTable } from '../../src/domain/risk/declaration.ts';
import { mergeLines } from '../../src/domain/risk/intake/merge-lines.ts';
import type { HaechiDatabase } from '../../src/platform/database/database.ts';

/** All lines on the tablet as one table. A line's place in it is its handle. */
export interface Lines {
  readonly table: LineTable;
  readonly handles: ReadonlyMap<string, number>;
  /** Another number whenever handles may point elsewhere. */
  readonly version: number;
}

/**
 * Holds the lines in memory, read from their chunks on first use. Another tab may import too:
 * `read` compares the batches with the database and reads again when they differ.
 */
export class LineStore {
  readonly #database: HaechiDatabase;
  #lines: Lines | undefined;
  #batches = new Set<string>();
  #version = 0;

  constructor(database: HaechiDatabase) {
    this.#database = database;
  }

  async read(): Promise<Lines> {
    const stored = await this.#database.batches.toCollection().primaryKeys();
    const same = stored.length === this.#batches.size && stored.every((b) => this.#batches.has(b));
    return this.#lines && same ? this.#lines : this.#load();
  }

  /** Adds what was just stored, without reading it back. */
  append(batch: string, tables: readonly LineTable[]): void {
    // Not read yet, or read since it was stored: it is there, or the next read brings it.
    if (!this.#lines || this.#batches.has(batch)) return;
    this.#batches.add(batch);
    this.#hold([this.#lines.table, ...tables]);
  }

  /** Batches and chunks are read as of one moment: an import may be going on. */
  async #load(): Promise<Lines> {
    const { batches, chunks } = this.#database;
    const [stored, parts] = await this.#database.transaction('r', batches, chunks, () =>
      // Sorted by batch and index: batches are ULIDs, so lines stand in the order they came.
      Promise.all([batches.toCollection().primaryKeys(), chunks.orderBy(':id').toArray()]),
    );
    this.#batches = new Set(stored);
    return this.#hold(parts.map((part) => part.table));
  }

  forget(): void {
    this.#lines = undefined;
  }

  #hold(tables: readonly LineTable[]): Lines {
    const table = mergeLines(tables);
    const handles = new Map<string, number>();
    for (const [handle, id] of table.id.entries()) handles.set(id, handle);
    this.#version += 1;
    this.#lines = { table, handles, version: this.#version };
    return this.#lines;
  }
}
