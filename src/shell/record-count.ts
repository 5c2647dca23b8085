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

/** Keeps the number; a count below the known one waits until the officer has seen the notice. */
export function noteCount(count: number, storage: Storage): void {
  if (count < Number(storage.getItem(KEY) ?? 0)) return;
  keep(count, storage);
}

/** The officer knows of the loss: from here on the smaller number is the right one. */
export function acceptLoss(has: number, storage: Storage): void {
  keep(has, storage);
}

function keep(count: number, storage: Storage): void {
  try {
    storage.setItem(KEY, String(count));
  } catch {
    // Full or refused: the next start compares with an older, smaller number.
  }
}
