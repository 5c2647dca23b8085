import type { HaechiDatabase } from '../platform/database/database.ts';

const KEY = 'haechi.records';

/**
 * Notices lost records: the number of events is also kept outside the database. When the
 * database has fewer at the next start, the browser has cleared it and the officer must know.
 * Returns the two numbers when records are missing.
 */
export async function findLoss(
  database: HaechiDatabase,
  storage: Storage,
): Promise<{ had: number; has: number } | null> {
  const had = Number(storage.getItem(KEY) ?? 0);
  const has = await database.events.count();
  return has < had ? { had, has } : null;
}

export function noteCount(count: number, storage: Storage): void {
  storage.setItem(KEY, String(count));
}
