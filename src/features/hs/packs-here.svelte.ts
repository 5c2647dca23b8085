import { liveQuery } from 'dexie';
import * as v from 'valibot';
import { HsHeader, type NomenclatureEdition } from '../../domain/hs/nomenclature-text.ts';
import { HS_FILE } from '../../domain/hs/nomenclature.ts';
import type { HaechiDatabase, InstalledPack } from '../../platform/database/database.ts';
import { findPack, readPackFile } from '../../platform/packs/read.ts';

/** Enough of the file to hold its first line, bytes. */
const HEADER_BYTES = 1024;

/** The two packs that this screen stands on, as they are on the device now. */
export class PacksHere {
  /** undefined: not looked yet; null: not on this device. */
  model = $state.raw<InstalledPack | null | undefined>(undefined);
  tariff = $state.raw<InstalledPack | null | undefined>(undefined);
  edition = $state.raw<NomenclatureEdition | null>(null);

  /** Last day of a tariff whose 10-digit codes are no longer in force that day; null: they are. */
  expiredOn(today: string): string | null {
    const last = this.edition?.validTo;
    return last !== undefined && last < today ? last : null;
  }

  /** Follows the packs; `changed` is called when another version works. Returns how to stop. */
  watch(database: HaechiDatabase, changed: () => void): () => void {
    const packs = liveQuery(() =>
      Promise.all([findPack(database, 'hs'), findPack(database, 'nomenclature')]),
    );
    const following = packs.subscribe({
      next: ([model, tariff]) => void this.#take(database, model, tariff, changed),
      // The worker meets the same fault at the next question, and the screen says it there.
      error: () => undefined,
    });
    return () => following.unsubscribe();
  }

  async #take(
    database: HaechiDatabase,
    model: InstalledPack | undefined,
    tariff: InstalledPack | undefined,
    changed: () => void,
  ): Promise<void> {
    const first = this.model === undefined;
    const same = this.model?.version === model?.version && this.tariff?.version === tariff?.version;
    this.model = model ?? null;
    this.tariff = tariff ?? null;
    if (!first && !same) changed();
    this.edition = tariff ? await readEdition(database) : null;
  }
}

async function readEdition(database: HaechiDatabase): Promise<NomenclatureEdition | null> {
  const file = await readPackFile(database, 'nomenclature', HS_FILE);
  if (!file.ok) return null;
  const [header = ''] = new TextDecoder().decode(file.value.slice(0, HEADER_BYTES)).split('\n');
  try {
    return v.parse(HsHeader, JSON.parse(header)).edition;
  } catch {
    return null;
  }
}
