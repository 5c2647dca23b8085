import { liveQuery } from 'dexie';
import type { HaechiDatabase } from '../platform/database/database.ts';

/**
 * Calls `check` at the start and whenever goods texts have come in, in this tab or another. A
 * tablet without any never starts the HS worker for it. Returns how to stop.
 */
export function watchGoods(database: HaechiDatabase, check: () => Promise<void>): () => void {
  const chunks = liveQuery(() => database.goodsTexts.count());
  const watching = chunks.subscribe({
    next: (count) => {
      if (count > 0) void check();
    },
    // What cannot be read here fails aloud where it is used.
    error: () => undefined,
  });
  return () => watching.unsubscribe();
}
