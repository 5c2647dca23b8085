import type { Result } from '../../src/contracts/fault.ts';
import { openDatabase, type HaechiDatabase } from '../../src/platform/database/database.ts';
import { storageFault } from '../../src/platform/packs/storage-fault.ts';
import { Findings } from './findings.ts';
import { HS_PACK, openModel, type OpenedModel } from './hs-model.ts';
import { PackStore } from '../../src/platform/packs/pack-store.ts';
import { PickStore } from './pick-store.ts';
import { NOMENCLATURE_PACK, openTariffPack, type OpenedTariff } from './tariff.ts';

/** What the worker holds between calls. */
export interface State {
  readonly database: HaechiDatabase;
  readonly model: PackStore<OpenedModel>;
  readonly tariff: PackStore<OpenedTariff>;
  readonly picks: PickStore;
  readonly findings: Findings;
}

export function makeState(database: HaechiDatabase): State {
  return {
    database,
    model: new PackStore(database, HS_PACK, openModel),
    tariff: new PackStore(database, NOMENCLATURE_PACK, openTariffPack),
    picks: new PickStore(database),
    findings: new Findings(database),
  };
}

let opening: Promise<State> | undefined;

/** Runs `act` with the state. A failed opening is forgotten: the next call tries again. */
export async function withState<T>(act: (state: State) => Promise<Result<T>>): Promise<Result<T>> {
  try {
    opening ??= openDatabase().then(makeState);
    return await act(await opening);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    if (opening && (await opening.catch(() => undefined)) === undefined) opening = undefined;
    return storageFault(error);
  }
}
