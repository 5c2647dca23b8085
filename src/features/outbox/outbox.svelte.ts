import { liveQuery } from 'dexie';
import type { Fault } from '../../contracts/fault.ts';
import { findBreak, type ChainBreak, type LogEvent } from '../../domain/events/chain.ts';
import type { HaechiDatabase, StoredEvent } from '../../platform/database/database.ts';
import { readLog } from '../../platform/database/event-log.ts';
import { storageFault } from '../../platform/packs/storage-fault.ts';
import { eventBytes, groupEvents, type EventGroup } from './group-events.ts';
import { makeHandOver, type HandOverFile } from './hand-over.ts';

type Listing =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly groups: readonly EventGroup[]; readonly bytes: number }
  | { readonly state: 'failed'; readonly fault: Fault };

type ChainCheck =
  | { readonly state: 'idle' }
  | { readonly state: 'loading'; readonly fraction: number }
  | { readonly state: 'holds'; readonly count: number; readonly last: string; readonly at: string }
  | { readonly state: 'broken'; readonly where: ChainBreak };

/** Events hashed between two breaths of the screen: about 10 ms on a slow tablet. */
const PIECE = 200;

/** What is recorded on this tablet and has not left it. Until there is a server that is all of it. */
export class Outbox {
  waiting = $state(0);
  listing = $state.raw<Listing>({ state: 'loading' });
  check = $state.raw<ChainCheck>({ state: 'idle' });
  titles = $state.raw<ReadonlyMap<string, { readonly ko: string; readonly en: string }>>(new Map());
  handedOver = $state.raw<HandOverFile | null>(null);
  readonly #database: HaechiDatabase;
  readonly #bytes = new Map<string, number>();

  constructor(database: HaechiDatabase) {
    this.#database = database;
  }

  /** Follows the number of records; returns how to stop. */
  watch(counted: (count: number) => void): () => void {
    const count = liveQuery(() => this.#database.events.count());
    const following = count.subscribe({
      next: (n) => {
        this.waiting = n;
        counted(n);
      },
      // The count is a convenience: what cannot be read here fails aloud where it is used.
      error: () => undefined,
    });
    return () => following.unsubscribe();
  }

  /** Follows the list while the screen shows it; returns how to stop. */
  follow(): () => void {
    const log = liveQuery(() =>
      Promise.all([readLog(this.#database), this.#database.packs.toArray()]),
    );
    const following = log.subscribe({
      next: ([events, packs]) => {
        this.titles = new Map(packs.map(({ id, entry }) => [id, entry.title]));
        this.#list(events);
      },
      error: (error) => (this.listing = { state: 'failed', fault: storageFault(error).fault }),
    });
    return () => following.unsubscribe();
  }

  #list(events: readonly StoredEvent[]): void {
    const groups = groupEvents(events, localDay, (event) => this.#bytesOf(event));
    const bytes = groups.reduce((sum, group) => sum + group.bytes, 0);
    this.listing = { state: 'ready', groups, bytes };
  }

  /** Events never change: each is measured once. */
  #bytesOf(event: LogEvent): number {
    const known = this.#bytes.get(event.id);
    if (known !== undefined) return known;
    const bytes = eventBytes(event);
    this.#bytes.set(event.id, bytes);
    return bytes;
  }

  /** Holds every record against its fingerprint, piece by piece, so that the screen stays alive. */
  async checkChain(): Promise<void> {
    this.check = { state: 'loading', fraction: 0 };
    const events = await readLog(this.#database);
    let before = '';
    for (let start = 0; start < events.length; start += PIECE) {
      const piece = events.slice(start, start + PIECE);
      const where = findBreak(piece, before);
      if (where) {
        this.check = { state: 'broken', where: { ...where, index: start + where.index } };
        return;
      }
      before = piece.at(-1)?.hash ?? before;
      this.check = { state: 'loading', fraction: (start + piece.length) / events.length };
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    const at = new Date().toISOString();
    this.check = { state: 'holds', count: events.length, last: before, at };
  }

  /** Makes the file to hand over. The screen lets the browser save it. */
  async handOver(): Promise<HandOverFile> {
    const file = makeHandOver(await readLog(this.#database), new Date());
    this.handedOver = file;
    return file;
  }
}

/** The tablet's own calendar day of a moment. */
function localDay(at: string): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${date.getMonth()}-${date.getDate()}`;
}
