import type { Result } from '../../src/contracts/fault.ts';
import { openDatabase, type HaechiDatabase } from '../../src/platform/database/database.ts';
import { storageFault } from '../../src/platform/packs/storage-fault.ts';
import { Answers } from './answers.ts';
import { ImporterLines } from './importer-lines.ts';
import { OpenedPacks } from './opened-packs.ts';

/** What the worker holds between calls. */
export interface State {
  readonly database: HaechiDatabase;
  readonly packs: OpenedPacks;
  readonly answers: Answers;
  readonly importers: ImporterLines;
}

export function makeState(database: HaechiDatabase): State {
  return {
    database,
    packs: new OpenedPacks(database),
    answers: new Answers(database),
    importers: new ImporterLines(database),
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
