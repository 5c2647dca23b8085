import type { PackFiles } from '../../src/contracts/pack.ts';
import { HSK_FILE, HS_FILE, openNomenclature } from '../../src/domain/hs/nomenclature.ts';
import { nameSearch, type NameSearch } from '../../src/domain/hs/search-names.ts';
import { openTariff, type Tariff } from '../../src/domain/hs/tariff.ts';
import type { InstalledPack } from '../../src/platform/database/database.ts';

export const NOMENCLATURE_PACK = 'nomenclature';

export interface OpenedTariff extends Tariff {
  readonly search: NameSearch;
}

/** Both files of the pack: the tree goes down to ten digits. */
export function openTariffPack(_: InstalledPack, files: PackFiles): OpenedTariff {
  const texts = [HS_FILE, HSK_FILE].map((name) => {
    const bytes = files.get(name);
    if (!bytes) throw new Error(`${name} is missing`);
    return [name, new TextDecoder().decode(bytes)] as const;
  });
  const tariff = openTariff(openNomenclature(new Map(texts)));
  return { ...tariff, search: nameSearch(tariff.nomenclature) };
}
