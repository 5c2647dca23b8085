import { fail, succeed, type Result } from '../../contracts/fault.ts';
import type { HaechiDatabase, InstalledPack } from '../database/database.ts';
import { appendEvent, type LogContext } from '../database/event-log.ts';
import { findPack, readPackFiles } from './read.ts';
import { storageFault } from './storage-fault.ts';

/** A staged version takes the place of the active one, which becomes the previous one. */
export async function activate(
  database: HaechiDatabase,
  log: LogContext,
  staged: InstalledPack,
): Promise<InstalledPack> {
  const next = { ...staged, state: 'active' as const, installedAt: log.now().toISOString() };
  // One transaction around reading and writing: another tab cannot activate in between.
  await database.transaction('rw', database.tables, async () => {
    const active = await findPack(database, staged.id);
    const body = { version: staged.version, previous: active?.version ?? null };
    const ofPack = database.packs.where('id').equals(staged.id);
    await ofPack.filter((pack) => pack.state === 'previous').delete();
    if (active) await database.packs.put({ ...active, state: 'previous' });
    await database.packs.put(next);
    await deleteOrphans(database);
    await appendEvent(database, log, { kind: 'pack-activated', subject: staged.id, body });
  });
  return next;
}

/**
 * One tap back: the previous version works again, and the one it replaces stays as previous.
 * Faults: not-found (nothing to go back to), pack-incomplete, pack-corrupt, storage-full,
 * storage-refused.
 */
export async function rollBack(
  database: HaechiDatabase,
  log: LogContext,
  id: string,
): Promise<Result<InstalledPack>> {
  const files = await readPackFiles(database, id, 'previous');
  if (!files.ok) return files.fault.code === 'model-missing' ? fail('not-found') : files;
  try {
    return await database.transaction('rw', database.tables, async () => {
      const active = await findPack(database, id);
      const previous = await findPack(database, id, 'previous');
      if (!active || !previous) return fail('not-found', { pack: id });
      const body = { version: previous.version, from: active.version };
      await database.packs.bulkPut([
        { ...active, state: 'previous' },
        { ...previous, state: 'active' },
      ]);
      await appendEvent(database, log, { kind: 'pack-rolled-back', subject: id, body });
      return succeed<InstalledPack>({ ...previous, state: 'active' });
    });
  } catch (error) {
    return storageFault(error);
  }
}

/** Forgets a version that did not pass, with the bytes only it used. */
export async function discard(database: HaechiDatabase, staged: InstalledPack): Promise<void> {
  await database.transaction('rw', database.packs, database.packBlobs, async () => {
    await database.packs.delete([staged.id, staged.version]);
    await deleteOrphans(database);
  });
}

/** Deletes blobs that no version on the tablet refers to. Call inside a transaction. */
async function deleteOrphans(database: HaechiDatabase): Promise<void> {
  const packs = await database.packs.toArray();
  const wanted = new Set(packs.flatMap((pack) => pack.entry.files.map((file) => file.sha256)));
  const stored = await database.packBlobs.toCollection().primaryKeys();
  await database.packBlobs.bulkDelete(stored.filter((sha256) => !wanted.has(sha256)));
}
