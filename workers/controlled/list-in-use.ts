import { LIST_PACK } from '../../src/contracts/controlled.ts';
import type { PackFiles } from '../../src/contracts/pack.ts';
import { lawsGone, listSize, type ListChange } from '../../src/domain/controlled/list-change.ts';
import type { RequirementRow } from '../../src/domain/controlled/requirement.ts';
import type { HaechiDatabase, InstalledPack } from '../../src/platform/database/database.ts';
import { openPack } from '../../src/platform/packs/pack-store.ts';
import { openList } from './opened-packs.ts';

/** What the list in use would lose to these rows; null: none is in use that can be read. */
export async function changeOf(
  database: HaechiDatabase,
  to: readonly RequirementRow[],
  today: string,
): Promise<ListChange | null> {
  const open = (pack: InstalledPack, files: PackFiles): ListChange => {
    const { version, list } = openList(pack, files);
    return { version, before: listSize(list.rows, today), gone: lawsGone(list.rows, to) };
  };
  const opened = await openPack(database, LIST_PACK, open);
  return opened.ok ? opened.value : null;
}
