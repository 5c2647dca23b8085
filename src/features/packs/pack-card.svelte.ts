import * as v from 'valibot';
import { HsCard } from '../../contracts/hs-card.ts';
import { RiskCard } from '../../contracts/risk-card.ts';
import type { HaechiDatabase, InstalledPack } from '../../platform/database/database.ts';
import { readPackFile } from '../../platform/packs/read.ts';

/** A card by the kind of its pack. */
export type AnyCard =
  | { readonly kind: 'risk'; readonly card: RiskCard }
  | { readonly kind: 'hs'; readonly card: HsCard };

type CardState =
  { readonly state: 'none' | 'loading' | 'failed' } | ({ readonly state: 'ready' } & AnyCard);

/** The model card of the pack on the screen, read from the pack itself. */
export class PackCard {
  now = $state.raw<CardState>({ state: 'none' });
  #wanted = '';

  async read(database: HaechiDatabase, pack: InstalledPack | null): Promise<void> {
    const wanted = pack ? `${pack.id} ${pack.version}` : '';
    // Any change on the shelf comes by here: the card on the screen stays until another is meant.
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    const kind = pack?.entry.kind;
    if ((kind !== 'risk' && kind !== 'hs') || pack?.entry.card === undefined) {
      this.now = { state: 'none' };
      return;
    }
    this.now = { state: 'loading' };
    const { version } = pack;
    const bytes = await readPackFile(database, pack.id, pack.entry.card, { version });
    // The officer may have gone on to another pack meanwhile.
    if (wanted !== this.#wanted) return;
    const card = bytes.ok ? readCard(kind, new TextDecoder().decode(bytes.value)) : undefined;
    this.now = card ? { state: 'ready', ...card } : { state: 'failed' };
  }
}

/** Undefined when the text is no card of this kind. */
export function readCard(kind: AnyCard['kind'], text: string): AnyCard | undefined {
  const json = v.pipe(v.string(), v.parseJson());
  if (kind === 'risk') {
    const read = v.safeParse(v.pipe(json, RiskCard), text);
    return read.success ? { kind, card: read.output } : undefined;
  }
  const read = v.safeParse(v.pipe(json, HsCard), text);
  return read.success ? { kind, card: read.output } : undefined;
}
