import { CONTROLLED_PACK, LIST_PACK } from '../../src/contracts/controlled.ts';
import { succeed, type Result } from '../../src/contracts/fault.ts';
import type { PackFiles } from '../../src/contracts/pack.ts';
import {
  openControlledList,
  type ControlledList,
} from '../../src/domain/controlled/controlled-list.ts';
import type { ControlledModel } from '../../src/domain/controlled/judge.ts';
import { openControlledModel } from '../../src/domain/controlled/open-model.ts';
import { REQUIREMENTS_FILE } from '../../src/domain/controlled/requirement.ts';
import { PackContentError } from '../../src/domain/tables/named-arrays.ts';
import type { HaechiDatabase, InstalledPack } from '../../src/platform/database/database.ts';
import { PackStore } from '../../src/platform/packs/pack-store.ts';

export interface OpenedList {
  readonly version: string;
  readonly list: ControlledList;
}

/** What lines are judged by. Without a model only codes that the list names are answered. */
export interface Judges {
  readonly list: OpenedList;
  readonly model: ControlledModel | null;
}

export function openList({ version }: InstalledPack, files: PackFiles): OpenedList {
  const bytes = files.get(REQUIREMENTS_FILE);
  if (!bytes) throw new PackContentError('incomplete', `${REQUIREMENTS_FILE} is missing`);
  return { version, list: openControlledList(new TextDecoder().decode(bytes)) };
}

export interface OpenedModel {
  readonly model: ControlledModel;
  readonly golden: ArrayBuffer | undefined;
}

export function openModel({ version, entry }: InstalledPack, files: PackFiles): OpenedModel {
  return {
    // By the name of its pack: files alone could be those of two versions.
    model: { ...openControlledModel(files), version },
    golden: entry.golden === undefined ? undefined : files.get(entry.golden),
  };
}

/** Holds both packs open. */
export class OpenedPacks {
  readonly #list: PackStore<OpenedList>;
  readonly #model: PackStore<OpenedModel>;

  constructor(database: HaechiDatabase) {
    this.#list = new PackStore(database, LIST_PACK, openList);
    this.#model = new PackStore(database, CONTROLLED_PACK, openModel);
  }

  /**
   * Faults: model-missing (no list), pack-*, storage-refused. A model that is not there is none; one
   * that cannot be read is a fault.
   */
  async read(): Promise<Result<Judges>> {
    const [list, model] = await Promise.all([this.#list.read(), this.#model.read()]);
    if (!list.ok) return list;
    if (model.ok) return succeed({ list: list.value, model: model.value.model });
    return model.fault.code === 'model-missing'
      ? succeed({ list: list.value, model: null })
      : model;
  }

  forget(): void {
    this.#list.forget();
    this.#model.forget();
  }
}
