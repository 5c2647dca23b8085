import type { PackFiles } from '../../src/contracts/pack.ts';
import type { HsCode } from '../../src/domain/hs/code.ts';
import { HSK_FILE, HS_FILE, openNomenclature } from '../../src/domain/hs/nomenclature.ts';
import type { HaechiDatabase, InstalledPack } from '../../src/platform/database/database.ts';
import { openPack } from '../../src/platform/packs/pack-store.ts';

const NOMENCLATURE_PACK = 'nomenclature';

/** Whether a code, or anything below it, is in the tablet's nomenclature; null: it cannot be asked. */
export async function knownCodes(
  database: HaechiDatabase,
): Promise<((code: HsCode) => boolean) | null> {
  const opened = await openPack(database, NOMENCLATURE_PACK, everyBeginning);
  if (!opened.ok) return null;
  const known = opened.value;
  return (code) => known.has(code);
}

/** All codes with their beginnings: eight digits have no name of their own. */
function everyBeginning(_: InstalledPack, files: PackFiles): ReadonlySet<HsCode> {
  const texts = [...files].filter(([name]) => name === HS_FILE || name === HSK_FILE);
  const decoder = new TextDecoder();
  const { codes } = openNomenclature(
    new Map(texts.map(([name, bytes]) => [name, decoder.decode(bytes)])),
  );
  const known = new Set<HsCode>();
  for (const code of codes()) {
    for (let digits = 2; digits <= code.length; digits += 2) known.add(code.slice(0, digits));
  }
  return known;
}
