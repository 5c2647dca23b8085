/** Writes a pack's files and lists it in models/manifest.json; shared by all trainings. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { PackEntry, PackManifest } from '../src/contracts/pack.ts';

const MODELS = fileURLToPath(new URL('.', import.meta.url));

/** A pack as training made it: its entry without the files, and the files by name. */
export interface MadePack {
  readonly entry: Omit<PackEntry, 'files'>;
  readonly files: ReadonlyMap<string, ArrayBuffer | Uint8Array>;
}

function readManifest(path: string): PackManifest {
  if (!existsSync(path)) return { format: 1, packs: [] };
  return v.parse(PackManifest, JSON.parse(readFileSync(path, 'utf8')));
}

/**
 * Writes the files to `entry.path` (relative to `folder`) and puts the entry in the manifest in
 * place of the same id and version. Entries stay sorted, so that a rerun changes nothing.
 */
export function writePack(made: MadePack, folder: string = MODELS): PackEntry {
  const target = `${folder}/${made.entry.path}`;
  mkdirSync(target, { recursive: true });
  const files = [...made.files].map(([name, content]) => {
    const bytes = content instanceof Uint8Array ? content : new Uint8Array(content);
    writeFileSync(`${target}/${name}`, bytes);
    return { name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  });
  const entry = v.parse(PackEntry, { ...made.entry, files });
  const path = `${folder}/manifest.json`;
  const others = readManifest(path).packs.filter(
    (pack) => pack.id !== entry.id || pack.version !== entry.version,
  );
  const packs = [...others, entry].sort((a, b) =>
    `${a.id} ${a.version}`.localeCompare(`${b.id} ${b.version}`, 'en', { numeric: true }),
  );
  const manifest = v.parse(PackManifest, { format: 1, packs });
  writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`);
  return entry;
}
