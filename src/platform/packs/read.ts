import { fail, succeed, type Result } from '../../contracts/fault.ts';
import type { PackFile, PackFiles } from '../../contracts/pack.ts';
import type { HaechiDatabase, InstalledPack } from '../database/database.ts';
import { storageFault } from './storage-fault.ts';

/** A place (`active` is what works today) or one exact version, as a self-test asks for. */
export type WhichPack = InstalledPack['state'] | { readonly version: string };

/** The row of an installed pack, or undefined. */
export async function findPack(
  database: HaechiDatabase,
  id: string,
  which: WhichPack = 'active',
): Promise<InstalledPack | undefined> {
  if (typeof which === 'object') return database.packs.get([id, which.version]);
  return database.packs
    .where('id')
    .equals(id)
    .filter((pack) => pack.state === which)
    .first();
}

/**
 * The files of an installed pack as bytes. Hashes were checked when they were stored; here only
 * their presence and size are. Runs in workers too.
 * Faults: model-missing, pack-incomplete, pack-corrupt, storage-refused.
 */
export async function readPackFiles(
  database: HaechiDatabase,
  id: string,
  which: WhichPack = 'active',
): Promise<Result<PackFiles>> {
  return readFiles(database, id, which, () => true);
}

/** One file of an installed pack: the card, say, without the model beside it. Faults as above. */
export async function readPackFile(
  database: HaechiDatabase,
  id: string,
  name: string,
  which: WhichPack = 'active',
): Promise<Result<ArrayBuffer>> {
  const files = await readFiles(database, id, which, (file) => file.name === name);
  if (!files.ok) return files;
  const bytes = files.value.get(name);
  return bytes ? succeed(bytes) : fail('pack-incomplete', { pack: id, file: name });
}

async function readFiles(
  database: HaechiDatabase,
  id: string,
  which: WhichPack,
  wanted: (file: PackFile) => boolean,
): Promise<Result<PackFiles>> {
  try {
    const pack = await findPack(database, id, which);
    if (!pack) return fail('model-missing', { pack: id });
    const listed = pack.entry.files.filter(wanted);
    const stored = await database.packBlobs.bulkGet(listed.map((file) => file.sha256));
    const files = new Map<string, ArrayBuffer>();
    for (const [index, file] of listed.entries()) {
      const facts = { pack: id, version: pack.version, file: file.name };
      const blob = stored[index]?.blob;
      if (!blob) return fail('pack-incomplete', facts);
      // The browser can lose the bytes behind a blob; reading then rejects.
      const bytes = await blob.arrayBuffer().catch(() => undefined);
      if (bytes?.byteLength !== file.bytes) return fail('pack-corrupt', facts);
      files.set(file.name, bytes);
    }
    return succeed(files);
  } catch (error) {
    return storageFault(error);
  }
}
