import type { Fault } from '../../contracts/fault.ts';
import type { DeskRow, DeskView, RiskWorker } from '../../contracts/risk.ts';
import type { Called } from '../../platform/workers/call.ts';

/** Rows asked for together: a row's reason is worked out when it is asked for, so not many. */
const PAGE = 16;
/** Pages that a tablet shows with its spare rows; older wishes are forgotten. */
const MOST_WANTED = 4;
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
  /** Pages asked for by the last drawings, latest last. */
  readonly #wanted = new Set<number>();
  #fetching: ReadonlySet<number> = new Set();
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

  /** One call at a time: a finger that flies over the list leaves no queue behind it. */
  #want(page: number): void {
    if (this.#fetching.has(page)) return;
    this.#wanted.delete(page);
    this.#wanted.add(page);
    const [oldest] = this.#wanted;
    if (this.#wanted.size > MOST_WANTED && oldest !== undefined) this.#wanted.delete(oldest);
    // One call for all that this drawing of the list asks for.
    if (this.#wanted.size === 1) queueMicrotask(() => void this.#fetch());
  }

  async #fetch(): Promise<void> {
    const view = this.#view;
    if (!view || this.#wanted.size === 0 || this.#fetching.size > 0) return;
    const pages = new Set(this.#wanted);
    this.#wanted.clear();
    this.#fetching = pages;
    const handles = [...pages].flatMap((page) => [
      ...view.order.subarray(page * PAGE, (page + 1) * PAGE),
    ]);
    const answer = await this.#ask(handles, view.linesVersion);
    if (!answer.ok) {
      if (answer.fault.code !== 'cancelled') this.#onfault(answer.fault);
      return;
    }
    if (view.revision === this.#view?.revision) {
      for (const row of answer.value) this.#kept.set(row.handle, { row, revision: view.revision });
    }
    // What is drawn now asks for its rows again; what was wanted meanwhile is next.
    this.#arrivals += 1;
    void this.#fetch();
  }

  async #ask(
    handles: readonly number[],
    linesVersion: string,
  ): ReturnType<Called<RiskWorker>['rows']> {
    try {
      return await this.#risk.rows({}, Uint32Array.from(handles), linesVersion);
    } catch (error) {
      // A bug: the list says that its rows are missing, and the window tells what broke.
      this.#onfault({ code: 'worker-lost' });
      throw error;
    } finally {
      this.#fetching = new Set();
    }
  }
}
