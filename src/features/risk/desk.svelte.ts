import * as v from 'valibot';
import type { ControlledMark } from '../../contracts/controlled.ts';
import type { Decision } from '../../contracts/events.ts';
import type { Fault, Result } from '../../contracts/fault.ts';
import {
  FRESH_QUERY,
  type CaseView,
  type DeskQuery,
  type DeskRow,
  type DeskView,
  type Progress,
  type RiskWorker,
} from '../../contracts/risk.ts';
import { SETTINGS } from '../../contracts/settings.ts';
import type { LogEvent } from '../../domain/events/chain.ts';
import type { HaechiDatabase } from '../../platform/database/database.ts';
import type { Recorder } from '../../platform/database/recorder.ts';
import type { Called } from '../../platform/workers/call.ts';
import { DeskRows } from './desk-rows.svelte.ts';
import { seenControlled } from './seen-controlled.ts';
import { seenScore } from './seen-score.ts';

/** Loading and failed keep the view that was there: the officer goes on with it meanwhile. */
export type DeskState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'loading'; readonly progress: Progress | null; readonly view: DeskView | null }
  | { readonly kind: 'ready'; readonly view: DeskView }
  | { readonly kind: 'failed'; readonly fault: Fault; readonly view: DeskView | null };

interface DeskTools {
  readonly risk: Called<RiskWorker>;
  readonly recorder: Recorder;
  readonly database: HaechiDatabase;
}

/** The ranked list as the officer has cut it: shared by the list and the open case. */
export class Desk {
  query = $state.raw<DeskQuery>(FRESH_QUERY);
  state = $state.raw<DeskState>({ kind: 'idle' });
  /** Place of the current row in `view.order`. */
  current = $state(0);
  /** Where the list stood, px: coming back from a case changes nothing. */
  scrollTop = 0;

  readonly #tools: DeskTools;
  readonly #rows: DeskRows;
  /** Decided here, before the next cut says so. Nothing is drawn from it. */
  readonly #decided = new Set<number>();
  #running: AbortController | null = null;
  /** How the view on the screen is cut: `query` is ahead of it while the next cut is made. */
  #shownQuery: DeskQuery = FRESH_QUERY;
  #rememberedCapacity: number | null = null;

  constructor(tools: DeskTools) {
    this.#tools = tools;
    this.#rows = new DeskRows(tools.risk, (fault) => this.#fail(fault));
  }

  /** The last good cut, also while the next one is made. */
  get view(): DeskView | null {
    return this.state.kind === 'idle' ? null : this.state.view;
  }

  /** Makes the first cut; later calls change nothing. */
  async open(): Promise<void> {
    if (this.state.kind === 'idle') await this.refresh();
  }

  /** Cuts again: lines, decisions or the model have changed. The current row stays current. */
  async refresh(): Promise<void> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    const tell = (progress: Progress): void => {
      if (this.#running === running) this.state = { kind: 'loading', progress, view: this.view };
    };
    this.state = { kind: 'loading', progress: null, view: this.view };
    try {
      await this.#recallCapacity();
      if (running.signal.aborted) return;
      const query = this.query;
      const call = { signal: running.signal, progress: tell };
      const cut = await this.#tools.risk.desk(call, query);
      // A later cut, or stop(), has taken over.
      if (this.#running !== running) return;
      if (cut.ok) this.#show(cut.value, query);
      else this.#fail(cut.fault);
    } catch (error) {
      // A bug: the list stops waiting, and the window tells what broke.
      if (this.#running === running) this.#fail({ code: 'worker-lost' });
      throw error;
    } finally {
      if (this.#running === running) this.#running = null;
    }
  }

  /** Changes how the list is cut; the cut that was being made is dropped. */
  async change(patch: Partial<DeskQuery>): Promise<void> {
    this.query = { ...this.query, ...patch };
    await this.refresh();
  }

  /** Stops the cut being made: the last good one stays, or the fault says that it was stopped. */
  stop(): void {
    if (!this.#running) return;
    this.#running.abort();
    this.#running = null;
    const view = this.view;
    if (!view) {
      this.#fail({ code: 'cancelled' });
      return;
    }
    this.query = this.#shownQuery;
    this.state = { kind: 'ready', view };
  }

  rowAt(position: number): DeskRow | undefined {
    return this.#rows.at(position);
  }

  /** Place of a line in the list as it is cut now, or -1. */
  positionOf(handle: number): number {
    return this.view?.order.indexOf(handle) ?? -1;
  }

  /** The undecided line that follows in list order, from the top again at the end; null: none left. */
  nextUndecided(afterHandle: number): number | null {
    const view = this.view;
    if (!view || view.next === null) return null;
    const first = view.order.indexOf(view.next);
    const after = view.order.indexOf(afterHandle);
    // A decided line may have left the list: what followed stands in its place.
    const start = after < 0 ? this.current : after + 1;
    // All lines before the first undecided one are decided.
    return (
      this.#undecidedIn(view, Math.max(start, first), view.order.length, afterHandle) ??
      this.#undecidedIn(view, first, start, afterHandle)
    );
  }

  /**
   * Records the decision with what the officer saw. Once the value is here, it is on the device.
   * `controlled`: what the page shows of controlled goods; null: nothing yet.
   */
  async decide(
    opened: CaseView,
    decision: Decision,
    remark: string,
    controlled: ControlledMark | null,
  ): Promise<Result<LogEvent>> {
    const { row } = opened;
    const seen = { seen: seenScore(opened), controlled: seenControlled(controlled) };
    const recorded = await this.#tools.recorder.record({
      kind: 'decision-recorded',
      subject: row.id,
      body: { decision, remark, ...seen },
    });
    if (!recorded.ok) return recorded;
    this.#decided.add(row.handle);
    this.#rows.mark(row.handle, { decision, at: recorded.value.at });
    void this.refresh();
    return recorded;
  }

  /** Takes a decision back, as an event of its own. */
  async withdraw(declarationId: string, eventId: string): Promise<Result<LogEvent>> {
    const recorded = await this.#tools.recorder.record({
      kind: 'decision-withdrawn',
      subject: declarationId,
      body: { withdrawn: eventId },
    });
    if (!recorded.ok) return recorded;
    const handle = this.#rows.handleOf(declarationId);
    if (handle !== undefined) {
      this.#decided.delete(handle);
      this.#rows.mark(handle, null);
    }
    void this.refresh();
    return recorded;
  }

  #undecidedIn(view: DeskView, from: number, to: number, except: number): number | null {
    for (let position = from; position < to; position++) {
      const handle = view.order[position];
      if (handle === undefined || handle === except || this.#decided.has(handle)) continue;
      if (!this.#rows.byHandle(handle)?.decision) return handle;
    }
    return null;
  }

  #show(view: DeskView, query: DeskQuery): void {
    const handle = this.view?.order[this.current];
    const place = handle === undefined ? -1 : view.order.indexOf(handle);
    if (place >= 0) this.current = place;
    else this.current = Math.max(0, Math.min(this.current, view.order.length - 1));
    this.#decided.clear();
    this.#rows.use(view);
    this.#shownQuery = query;
    this.state = { kind: 'ready', view };
    void this.#rememberCapacity(query.capacity);
  }

  #fail(fault: Fault): void {
    this.state = { kind: 'failed', fault, view: this.view };
  }

  async #recallCapacity(): Promise<void> {
    if (this.#rememberedCapacity !== null) return;
    const stored: unknown = (await this.#tools.database.settings.get('risk.capacity'))?.value;
    const read = v.safeParse(SETTINGS['risk.capacity'], stored);
    const capacity = read.success ? read.output : this.query.capacity;
    this.#rememberedCapacity = capacity;
    this.query = { ...this.query, capacity };
  }

  async #rememberCapacity(capacity: number): Promise<void> {
    if (capacity === this.#rememberedCapacity) return;
    this.#rememberedCapacity = capacity;
    // A full tablet still cuts the list; only the next start begins with the capacity before.
    await this.#tools.recorder.record({
      kind: 'settings-changed',
      subject: 'risk.capacity',
      body: { settings: { 'risk.capacity': capacity } },
    });
  }
}
