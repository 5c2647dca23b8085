import * as v from 'valibot';
import { fail, succeed, type Result } from '../../contracts/fault.ts';
import { PackEntry } from '../../contracts/pack.ts';
import { readManifest } from './manifest.ts';

export interface ChosenPack {
  readonly entry: PackEntry;
  readonly files: ReadonlyMap<string, Blob>;
}

/** A manifest is some kilobytes; larger JSON among the files belongs to the pack itself, bytes. */
const MANIFEST_LIMIT = 1024 * 1024;
const MANIFEST_NAME = 'manifest.json';

/**
 * The pack among the files an officer chose: the pack's own files and the `manifest.json` that
 * lists it (the server's, or one with this pack only). When the manifest lists several packs, the
 * one with most of its files here is meant.
 * Faults: pack-incomplete (no manifest, or a file it lists is not here), pack-unsupported.
 */
export async function choosePack(chosen: readonly File[]): Promise<Result<ChosenPack>> {
  const files = new Map(chosen.map((file) => [file.name, file]));
  const manifest = files.get(MANIFEST_NAME);
  if (!manifest || manifest.size > MANIFEST_LIMIT) {
    return fail('pack-incomplete', { file: MANIFEST_NAME });
  }
  const text = await manifest.text();
  const entries = readEntries(text);
  if (!entries.ok) return entries;
  const present = (entry: PackEntry): number =>
    entry.files.filter((file) => files.has(file.name)).length;
  const [entry] = [...entries.value].sort((a, b) => present(b) - present(a));
  if (!entry) return fail('pack-unsupported');
  const missing = entry.files.find((file) => !files.has(file.name));
  if (missing) return fail('pack-incomplete', { pack: entry.id, file: missing.name });
  return succeed({ entry, files });
}

function readEntries(text: string): Result<readonly PackEntry[]> {
  const single = v.safeParse(v.pipe(v.string(), v.parseJson(), PackEntry), text);
  if (single.success) return succeed([single.output]);
  const manifest = readManifest(text);
  return manifest.ok ? succeed(manifest.value.packs) : manifest;
}
