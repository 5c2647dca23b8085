import type { Fault } from '../../contracts/fault.ts';
import type { DeskRow, DeskView, RiskWorker } from '../../contracts/risk.ts';
import type { Called } from '../../platform/workers/call.ts';

/** Rows asked for at once: a little more than a tablet shows with its spare rows. */
const PAGE = 50;
/** More rows than this are not kept: about 20 MB on the screen's thread. */
const KEPT_ROWS = 20_000;

interface Kept {
  readonly row: DeskRow;
  readonly revision: number;
}

/**
 * The rows that the list has asked for, by handle. A row of an earlier cut is shown until its new
 * one arrives, so that a re-cut does not flash; a row never seen is undefined (a grey bar).
 */
export class DeskRows {
  readonly #risk: Called<RiskWorker>;
  readonly #onfault: (fault: Fault) => void;
  // Plain collections: one signal for all arrivals costs less than one for each of 100,000 rows.
  readonly #kept = new Map<number, Kept>();
  readonly #wanted = new Set<number>();
  readonly #asked = new Set<number>();
  #view: DeskView | null = null;
  /** Goes up when rows arrive: what read a row before is drawn again. */
  #arrivals = $state(0);

  constructor(risk: Called<RiskWorker>, onfault: (fault: Fault) => void) {
    this.#risk = risk;
    this.#onfault = onfault;
  }

  /** A new cut: places mean other rows now, and a new revision makes the old rows stale. */
  use(view: DeskView): void {
    this.#view = view;
    this.#wanted.clear();
    this.#asked.clear();
    if (this.#kept.size > KEPT_ROWS) this.#kept.clear();
    this.#arrivals += 1;
  }

  /** The row at a place of the list; asks for it when it is not here yet or no longer right. */
  at(position: number): DeskRow | undefined {
    void this.#arrivals;
    const handle = this.#view?.order[position];
    if (handle === undefined) return undefined;
    const kept = this.#kept.get(handle);
    if (kept?.revision !== this.#view?.revision) this.#want(Math.floor(position / PAGE));
    return kept?.row;
  }

  /** A row by its handle, if it was fetched. */
  byHandle(handle: number): DeskRow | undefined {
    void this.#arrivals;
    return this.#kept.get(handle)?.row;
  }

  /** Shows a decision at once; the next cut brings the row as the worker knows it. */
  mark(handle: number, decision: DeskRow['decision']): void {
    const kept = this.#kept.get(handle);
    if (!kept) return;
    this.#kept.set(handle, { ...kept, row: { ...kept.row, decision } });
    this.#arrivals += 1;
  }

  /** Handle of a declaration number among the fetched rows. */
  handleOf(id: string): number | undefined {
    for (const [handle, { row }] of this.#kept) if (row.id === id) return handle;
    return undefined;
  }

  #want(page: number): void {
    if (this.#asked.has(page)) return;
    this.#asked.add(page);
    // One call for all that this drawing of the list asks for.
    if (this.#wanted.size === 0) queueMicrotask(() => void this.#fetch());
    this.#wanted.add(page);
  }

  async #fetch(): Promise<void> {
    const view = this.#view;
    if (!view || this.#wanted.size === 0) return;
    const handles = [...this.#wanted].flatMap((page) => [
      ...view.order.subarray(page * PAGE, (page + 1) * PAGE),
    ]);
    this.#wanted.clear();
    const answer = await this.#risk.rows({}, Uint32Array.from(handles));
    if (view.revision !== this.#view?.revision) return;
    if (!answer.ok) {
      if (answer.fault.code !== 'cancelled') this.#onfault(answer.fault);
      return;
    }
    for (const row of answer.value) this.#kept.set(row.handle, { row, revision: view.revision });
    this.#arrivals += 1;
  }
}
