import { liveQuery } from 'dexie';
import type { GoodsCheck } from '../../contracts/hs.ts';
import type { HaechiDatabase } from '../../platform/database/database.ts';
import { readDeclaredGoods, readGoodsCheck } from '../../platform/database/goods.ts';

/**
 * What the open declaration calls its goods, and how that stands to its code. The check runs in
 * the background: it appears on an open page too.
 */
export class CaseGoods {
  /** Null: the file said nothing of the goods. */
  text = $state.raw<string | null>(null);
  /** Null: not checked yet. */
  check = $state.raw<GoodsCheck | null>(null);
  readonly #database: HaechiDatabase;

  constructor(database: HaechiDatabase) {
    this.#database = database;
  }

  /** Shows one declaration from now on; returns how to stop. */
  follow(declaration: string): () => void {
    this.text = null;
    this.check = null;
    const reading = liveQuery(() =>
      Promise.all([
        readDeclaredGoods(this.#database, declaration),
        readGoodsCheck(this.#database, declaration),
      ]),
    );
    const following = reading.subscribe({
      next: ([goods, check]) => {
        this.text = goods?.text ?? null;
        this.check = check ?? null;
      },
      // The page stands without it: what cannot be read here fails aloud where it is used.
      error: () => undefined,
    });
    return () => following.unsubscribe();
  }
}
