import * as v from 'valibot';
import { ControlledCard } from '../../contracts/controlled-card.ts';
import { LIST_PACK } from '../../contracts/controlled.ts';
import { HsCard } from '../../contracts/hs-card.ts';
import { RiskCard } from '../../contracts/risk-card.ts';
import { REQUIREMENTS_FILE, RequirementFile } from '../../domain/controlled/requirement.ts';
import type { HaechiDatabase, InstalledPack } from '../../platform/database/database.ts';
import { readPackFile } from '../../platform/packs/read.ts';

/** A card by the kind of its pack. A list of requirements is its own card: its rows are all of it. */
export type AnyCard =
  | { readonly kind: 'risk'; readonly card: RiskCard }
  | { readonly kind: 'hs'; readonly card: HsCard }
  | { readonly kind: 'controlled'; readonly card: ControlledCard }
  | { readonly kind: 'list'; readonly card: RequirementFile };

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
    const file = pack ? cardFile(pack) : null;
    if (!pack || !file) {
      this.now = { state: 'none' };
      return;
    }
    this.now = { state: 'loading' };
    const { version } = pack;
    const bytes = await readPackFile(database, pack.id, file.name, { version });
    // The officer may have gone on to another pack meanwhile.
    if (wanted !== this.#wanted) return;
    const card = bytes.ok ? readCard(file.kind, new TextDecoder().decode(bytes.value)) : undefined;
    this.now = card ? { state: 'ready', ...card } : { state: 'failed' };
  }
}

/** Which file of a pack is shown, and as what; null: there is nothing to show. */
function cardFile({ id, entry }: InstalledPack): { kind: AnyCard['kind']; name: string } | null {
  if (id === LIST_PACK) return { kind: 'list', name: REQUIREMENTS_FILE };
  const { kind, card } = entry;
  const known = kind === 'risk' || kind === 'hs' || kind === 'controlled';
  return known && card !== undefined ? { kind, name: card } : null;
}

/** Undefined when the text is no card of this kind. */
export function readCard(kind: AnyCard['kind'], text: string): AnyCard | undefined {
  const made = v.safeParse(v.pipe(v.string(), v.parseJson()), text);
  if (!made.success) return undefined;
  const read = <S extends v.GenericSchema>(schema: S): v.InferOutput<S> | undefined => {
    const result = v.safeParse(schema, made.output);
    return result.success ? result.output : undefined;
  };
  if (kind === 'risk') return withKind(kind, read(RiskCard));
  if (kind === 'hs') return withKind(kind, read(HsCard));
  if (kind === 'controlled') return withKind(kind, read(ControlledCard));
  return withKind(kind, read(RequirementFile));
}

function withKind<K, C>(kind: K, card: C | undefined): { kind: K; card: C } | undefined {
  return card === undefined ? undefined : { kind, card };
}
