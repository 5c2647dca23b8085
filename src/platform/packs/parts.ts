import type { PackEntry, PackFile } from '../../contracts/pack.ts';
import type { HaechiDatabase, PackPart } from '../database/database.ts';

/** A dead battery costs at most this much of a download, bytes. */
const PART_BYTES = 1024 * 1024;

/** The unbroken run of parts from the start of the file; anything after a gap is dropped. */
export async function readParts(database: HaechiDatabase, file: PackFile): Promise<PackPart[]> {
  const parts = await partsOf(database, file).sortBy('offset');
  let reached = 0;
  for (const part of parts) {
    if (part.offset !== reached) {
      await dropParts(database, file);
      return [];
    }
    reached += part.blob.size;
  }
  return parts;
}

export function joinParts(parts: readonly PackPart[]): Blob {
  return new Blob(parts.map((part) => part.blob));
}

export async function dropParts(database: HaechiDatabase, file: PackFile): Promise<void> {
  await partsOf(database, file).delete();
}

/** Forgets the parts of a pack's files that the entry no longer has: an older download given up. */
export async function dropStaleParts(database: HaechiDatabase, entry: PackEntry): Promise<void> {
  const wanted = new Set(entry.files.map((file) => file.sha256));
  const parts = database.packParts.where('pack').equals(entry.id);
  await parts.filter((part) => !wanted.has(part.sha256)).delete();
}

function partsOf(database: HaechiDatabase, file: PackFile) {
  return database.packParts
    .where('[sha256+offset]')
    .between([file.sha256, 0], [file.sha256, Number.MAX_SAFE_INTEGER], true, true);
}

/** Gathers what the network brings and writes it in parts. */
export class PartWriter {
  readonly #database: HaechiDatabase;
  readonly #pack: string;
  readonly #file: PackFile;
  #written: number;
  #waiting: Uint8Array<ArrayBuffer>[] = [];
  #waitingBytes = 0;

  constructor(database: HaechiDatabase, pack: string, file: PackFile, from: number) {
    this.#database = database;
    this.#pack = pack;
    this.#file = file;
    this.#written = from;
  }

  /** Bytes of the file that are here, written or waiting. */
  get reached(): number {
    return this.#written + this.#waitingBytes;
  }

  async add(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    this.#waiting.push(bytes);
    this.#waitingBytes += bytes.byteLength;
    if (this.#waitingBytes >= PART_BYTES) await this.flush();
  }

  async flush(): Promise<void> {
    if (this.#waitingBytes === 0) return;
    const part = {
      sha256: this.#file.sha256,
      offset: this.#written,
      pack: this.#pack,
      blob: new Blob(this.#waiting),
    };
    await this.#database.packParts.put(part);
    this.#written += this.#waitingBytes;
    this.#waiting = [];
    this.#waitingBytes = 0;
  }
}
