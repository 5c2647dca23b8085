import type { Result } from '../../src/contracts/fault.ts';
import { openDatabase, type HaechiDatabase } from '../../src/platform/database/database.ts';
import { storageFault } from '../../src/platform/packs/storage-fault.ts';
import { Desk } from './desk.ts';
import { deviceFact } from './device-facts.ts';
import { LineStore } from './line-store.ts';

/** What the worker holds between calls. */
export interface State {
  readonly database: HaechiDatabase;
  readonly lines: LineStore;
  readonly desk: Desk;
}

async function openState(): Promise<State> {
  const database = await openDatabase();
  const secret = await deviceFact(database, 'draw-seed');
  const bytes = Uint8Array.from(secret.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const lines = new LineStore(database);
  return { database, lines, desk: new Desk(database, lines, bytes) };
}

let opening: Promise<State> | undefined;

/** Runs `act` with the state. A failed opening is forgotten: the next call tries again. */
export async function withState<T>(act: (state: State) => Promise<Result<T>>): Promise<Result<T>> {
  try {
    opening ??= openState();
    return await act(await opening);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    if (opening && (await opening.catch(() => undefined)) === undefined) opening = undefined;
    return storageFault(error);
  }
}
