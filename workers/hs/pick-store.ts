import {
  indexPicks,
  similarPicks,
  type IndexedPick,
  type PastPick,
} from '../../src/domain/hs/past-picks.ts';
import type { HaechiDatabase } from '../../src/platform/database/database.ts';

/** Earlier picks with their words, read again when there are more: one count a call. */
export class PickStore {
  readonly #database: HaechiDatabase;
  #index: readonly IndexedPick[] = [];

  constructor(database: HaechiDatabase) {
    this.#database = database;
  }

  async similar(text: string): Promise<readonly PastPick[]> {
    const { hsPicks } = this.#database;
    if ((await hsPicks.count()) !== this.#index.length) {
      this.#index = indexPicks(await hsPicks.toArray());
    }
    return similarPicks(text, this.#index);
  }

  forget(): void {
    this.#index = [];
  }
}
