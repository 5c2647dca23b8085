/** Writes a pack's files and lists it in models/manifest.json; shared by all trainings. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { PackEntry, PackManifest } from '../src/contracts/pack.ts';
import { CommandRefused } from './command-refused.ts';

const MODELS = fileURLToPath(new URL('.', import.meta.url));

/** A pack as training made it: its entry without the files, and the files by name. */
export interface MadePack {
  readonly entry: Omit<PackEntry, 'files'>;
  readonly files: ReadonlyMap<string, ArrayBuffer | Uint8Array>;
}

export interface WriteOptions {
  /** Whether a listed version may get other content: for one that nobody has installed yet. */
  readonly replace?: boolean;
  readonly folder?: string;
}

function readManifest(folder: string): PackManifest {
  const file = path.join(folder, 'manifest.json');
  if (!existsSync(file)) return { format: 1, packs: [] };
  return v.parse(PackManifest, JSON.parse(readFileSync(file, 'utf8')));
}

function byVersion(a: PackEntry, b: PackEntry): number {
  return `${a.id} ${a.version}`.localeCompare(`${b.id} ${b.version}`, 'en', { numeric: true });
}

/** The newest version of a pack that the manifest lists. */
export function newestEntry(id: string, folder: string = MODELS): PackEntry {
  const newest = readManifest(folder)
    .packs.filter((pack) => pack.id === id)
    .sort(byVersion)
    .at(-1);
  if (newest === undefined) throw new CommandRefused(`models/manifest.json lists no "${id}" pack`);
  return newest;
}

/** Its folder. */
export function newestPack(id: string, folder: string = MODELS): string {
  return path.join(folder, newestEntry(id, folder).path);
}

/** Tablets trust an installed version by its hashes: the same number must not name two contents. */
function refuseToOverwrite(entry: PackEntry, packs: readonly PackEntry[]): void {
  const name = `${entry.id} ${entry.version}`;
  const same = packs.find((pack) => pack.id === entry.id && pack.version === entry.version);
  if (same && JSON.stringify(same) !== JSON.stringify(entry)) {
    throw new CommandRefused(
      `${name} is listed with other content. Nothing was written. Give another --version, or --replace if nobody has installed it yet.`,
    );
  }
  const newer = packs.find((pack) => pack.path === entry.path && byVersion(pack, entry) > 0);
  if (newer) {
    throw new CommandRefused(
      `${name} would overwrite ${newer.id} ${newer.version} in models/${entry.path}. Nothing was written. Give a later --version, or --replace.`,
    );
  }
}

/**
 * Writes the files to `entry.path` (relative to `folder`) and puts the entry in the manifest, in
 * place of what the same folder held before. Entries stay sorted, so that a rerun changes nothing.
 * Throws CommandRefused, with nothing written, where a listed version would get other content.
 */
export function writePack(
  made: MadePack,
  { replace = false, folder = MODELS }: WriteOptions = {},
): PackEntry {
  const contents = [...made.files].map(
    ([name, content]) =>
      [name, content instanceof Uint8Array ? content : new Uint8Array(content)] as const,
  );
  const files = contents.map(([name, bytes]) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { name, bytes: bytes.length, sha256 };
  });
  const entry = v.parse(PackEntry, { ...made.entry, files });
  const listed = readManifest(folder).packs;
  if (!replace) refuseToOverwrite(entry, listed);
  const others = listed.filter(
    (pack) => pack.path !== entry.path && (pack.id !== entry.id || pack.version !== entry.version),
  );
  const manifest = v.parse(PackManifest, { format: 1, packs: [...others, entry].sort(byVersion) });
  const target = path.join(folder, entry.path);
  mkdirSync(target, { recursive: true });
  for (const [name, bytes] of contents) writeFileSync(path.join(target, name), bytes);
  writeFileSync(path.join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return entry;
}
