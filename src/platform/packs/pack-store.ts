import { fail, succeed, type FaultCode, type Result } from '../../contracts/fault.ts';
import type { PackFiles } from '../../contracts/pack.ts';
import { PackContentError } from '../../domain/tables/named-arrays.ts';
import type { HaechiDatabase, InstalledPack } from '../database/database.ts';
import { findPack, readPackFiles, type WhichPack } from './read.ts';

/** Makes something usable of a pack's files; throws when they are not what they say. */
export type OpenPack<T> = (pack: InstalledPack, files: PackFiles) => T;

const FAULT_OF: Readonly<Record<PackContentError['reason'], FaultCode>> = {
  incomplete: 'pack-incomplete',
  corrupt: 'pack-corrupt',
  unsupported: 'pack-unsupported',
};

/** Opens one version of a pack. Faults: model-missing, pack-*, storage-refused. */
export async function openPack<T>(
  database: HaechiDatabase,
  id: string,
  open: OpenPack<T>,
  which: WhichPack = 'active',
): Promise<Result<T>> {
  const pack = await findPack(database, id, which);
  if (!pack) return fail('model-missing', { pack: id });
  const { version } = pack;
  const files = await readPackFiles(database, id, { version });
  if (!files.ok) return files;
  try {
    return succeed(open(pack, files.value));
  } catch (error) {
    // Hashes were right when it was stored: whoever made it made it wrongly, or bytes have rotted.
    const detail = error instanceof Error ? error.message : String(error);
    const code = error instanceof PackContentError ? FAULT_OF[error.reason] : 'pack-corrupt';
    return fail(code, { pack: id, version, detail });
  }
}

/**
 * Holds a pack open. Another tab may put another version in its place, so each read asks which one
 * works now (one look-up); a failed opening is forgotten and tried again.
 */
export class PackStore<T> {
  readonly #database: HaechiDatabase;
  readonly #id: string;
  readonly #open: OpenPack<T>;
  #version = '';
  #opening: Promise<Result<T>> | undefined;

  constructor(database: HaechiDatabase, id: string, open: OpenPack<T>) {
    this.#database = database;
    this.#id = id;
    this.#open = open;
  }

  async read(): Promise<Result<T>> {
    const active = await findPack(this.#database, this.#id);
    if (!active) return fail('model-missing', { pack: this.#id });
    if (!this.#opening || this.#version !== active.version) {
      this.#version = active.version;
      this.#opening = openPack(this.#database, this.#id, this.#open, { version: active.version });
    }
    const opening = this.#opening;
    try {
      const opened = await opening;
      if (!opened.ok && this.#opening === opening) this.forget();
      return opened;
    } catch (error) {
      if (this.#opening === opening) this.forget();
      throw error;
    }
  }

  forget(): void {
    this.#opening = undefined;
  }
}
