import type { LineTable } from '../../src/domain/risk/declaration.ts';
import { mergeLines } from '../../src/domain/risk/intake/merge-lines.ts';
import type { HaechiDatabase } from '../../src/platform/database/database.ts';

/** All lines on the tablet as one table. A line's place in it is its handle. */
export interface Lines {
  readonly table: LineTable;
  readonly handles: ReadonlyMap<string, number>;
  /** Equal in every worker that holds the same lines at the same places. */
  readonly version: string;
  /** Versions whose handles count these lines too: lines are only ever added at the end. */
  readonly versions: ReadonlySet<string>;
}

/** Version of a tablet without lines. */
const NO_LINES = '0';

/** Lines of one import, in their places. */
interface BatchLines {
  readonly batch: string;
  readonly tables: readonly LineTable[];
}

/**
 * Holds the lines in memory, read from their chunks on first use. Another tab may import too:
 * `read` compares the batches with the database and reads again when they differ.
 */
export class LineStore {
  readonly #database: HaechiDatabase;
  #lines: Lines | undefined;
  #batches = new Set<string>();

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
    this.#hold(this.#lines, [{ batch, tables }]);
  }

  /** Batches and chunks are read as of one moment: an import may be going on. */
  async #load(): Promise<Lines> {
    const { batches, chunks, events } = this.#database;
    const [stored, parts, imports] = await this.#database.transaction(
      'r',
      [batches, chunks, events],
      () =>
        Promise.all([
          batches.toCollection().primaryKeys(),
          chunks.orderBy(':id').toArray(),
          events.where('kind').equals('declarations-imported').sortBy('seq'),
        ]),
    );
    this.#batches = new Set(stored);
    // By their place in the log: an id holds a clock, and a clock can be set back.
    const places = new Map(imports.map(({ subject }, place) => [subject, place]));
    const placeOf = (batch: string): number => places.get(batch) ?? Infinity;
    const tables = new Map<string, LineTable[]>();
    for (const { batch, table } of parts) tables.set(batch, [...(tables.get(batch) ?? []), table]);
    const ordered = Array.from(tables, ([batch, its]) => ({ batch, tables: its })).sort(
      (a, b) => placeOf(a.batch) - placeOf(b.batch) || (a.batch < b.batch ? -1 : 1),
    );
    return this.#hold(undefined, ordered);
  }

  forget(): void {
    this.#lines = undefined;
  }

  #hold(before: Lines | undefined, added: readonly BatchLines[]): Lines {
    const all = added.flatMap(({ tables }) => tables);
    const table = mergeLines(before ? [before.table, ...all] : all);
    const handles = new Map<string, number>();
    for (const [handle, id] of table.id.entries()) handles.set(id, handle);
    let length = before?.table.length ?? 0;
    let version = before?.version ?? NO_LINES;
    const versions = new Set(before?.versions ?? [version]);
    for (const { batch, tables } of added) {
      length += tables.reduce((sum, part) => sum + part.length, 0);
      // The last batch and where it ends: both, so that a batch put in between is noticed.
      version = `${batch}:${length}`;
      versions.add(version);
    }
    this.#lines = { table, handles, version, versions };
    return this.#lines;
  }
}
