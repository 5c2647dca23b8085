import * as v from 'valibot';
import { RiskCard } from '../../contracts/risk-card.ts';
import type { HaechiDatabase, InstalledPack } from '../../platform/database/database.ts';
import { readPackFile } from '../../platform/packs/read.ts';

type CardState =
  | { readonly state: 'none' | 'loading' | 'failed' }
  | { readonly state: 'ready'; readonly card: RiskCard };

/** The model card of the pack on the screen, read from the pack itself. */
export class PackCard {
  now = $state.raw<CardState>({ state: 'none' });
  #wanted = '';

  async read(database: HaechiDatabase, pack: InstalledPack | null): Promise<void> {
    const wanted = pack ? `${pack.id} ${pack.version}` : '';
    // Any change on the shelf comes by here: the card on the screen stays until another is meant.
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    if (pack?.entry.kind !== 'risk' || pack.entry.card === undefined) {
      this.now = { state: 'none' };
      return;
    }
    this.now = { state: 'loading' };
    const { version } = pack;
    const bytes = await readPackFile(database, pack.id, pack.entry.card, { version });
    // The officer may have gone on to another pack meanwhile.
    if (wanted !== this.#wanted) return;
    const text = bytes.ok ? new TextDecoder().decode(bytes.value) : '';
    const card = v.safeParse(v.pipe(v.string(), v.parseJson(), RiskCard), text);
    this.now = card.success ? { state: 'ready', card: card.output } : { state: 'failed' };
  }
}
