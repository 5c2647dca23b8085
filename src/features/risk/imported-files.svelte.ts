import type { BadCell } from '../../contracts/risk.ts';
import type { Batch, HaechiDatabase } from '../../platform/database/database.ts';

/** The files that the list is made of, latest first, and what could not be taken from them. */
export class ImportedFiles {
  batches = $state.raw<readonly Batch[]>([]);

  async load(database: HaechiDatabase): Promise<void> {
    const batches = await database.batches.toArray();
    this.batches = batches.sort((a, b) => b.importedAt.localeCompare(a.importedAt));
  }

  async badCells(database: HaechiDatabase, batch: string): Promise<readonly BadCell[]> {
    return (await database.rejected.get(batch))?.cells ?? [];
  }
}
