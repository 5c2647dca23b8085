import type { HsModel } from './model.ts';

/** Opens the files of an `hs` pack, format 1. Throws an Error when they are not of this format. */
export function openHsModel(files: ReadonlyMap<string, Uint8Array>): HsModel {
  throw new Error(`no reader for a pack of ${files.size} files yet`);
}
