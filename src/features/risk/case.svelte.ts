import type { ControlledCase } from '../../contracts/controlled.ts';
import type { Decision } from '../../contracts/events.ts';
import { succeed, type Fault, type Result } from '../../contracts/fault.ts';
import type { CaseView, DeskRow, RiskWorker } from '../../contracts/risk.ts';
import type { LogEvent } from '../../domain/events/chain.ts';
import type { HaechiDatabase, InstalledPack } from '../../platform/database/database.ts';
import { storageFault } from '../../platform/packs/storage-fault.ts';
import type { Called } from '../../platform/workers/call.ts';
import { readCaseHistory, type CaseHistory } from './case-history.ts';
import type { Desk } from './desk.svelte.ts';

/** A declaration with its score, what was decided on it, and the pack that scored it. */
export interface OpenedCase {
  readonly view: CaseView;
  readonly history: CaseHistory;
  readonly pack: InstalledPack | null;
}

export type CaseState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly opened: OpenedCase }
  | { readonly kind: 'failed'; readonly fault: Fault }
  /** Nothing is left to decide in the list as it is cut. */
  | { readonly kind: 'finished' };

interface CaseTools {
  readonly risk: Pick<Called<RiskWorker>, 'find' | 'openCase'>;
  readonly database: HaechiDatabase;
  readonly desk: Pick<
    Desk,
    'view' | 'current' | 'open' | 'positionOf' | 'nextUndecided' | 'decide' | 'withdraw'
  >;
}

/** The open declaration: reads it, records the decision, has the next one ready. */
export class Case {
  state = $state.raw<CaseState>({ kind: 'loading' });
  /** The officer's remark; kept when recording fails. */
  remark = $state('');
  /** The decision that is being written to the device. */
  recording = $state.raw<Decision | null>(null);
  /** Why the last decision could not be recorded. */
  fault = $state.raw<Fault | null>(null);
  /** What the page shows of controlled goods, for the decision; null: nothing yet. */
  controlled: ControlledCase | null = null;

  readonly #tools: CaseTools;
  /** The case to open next, read while the officer looks at this one. */
  #ahead: { readonly handle: number; readonly opened: Promise<Result<OpenedCase>> } | null = null;
  #arrived: OpenedCase | null = null;
  #opening = 0;

  constructor(tools: CaseTools) {
    this.#tools = tools;
  }

  /** Shows a declaration: at once when it was read ahead. */
  async open(id: string, remark = ''): Promise<void> {
    const turn = ++this.#opening;
    this.remark = remark;
    this.fault = null;
    const arrived = this.#arrived?.view.row.id === id ? this.#arrived : null;
    this.#arrived = null;
    if (!arrived) this.state = { kind: 'loading' };
    const opened = arrived ? succeed(arrived) : await this.#orFail(turn, this.#read(id));
    if (turn !== this.#opening) return;
    if (!opened.ok) {
      this.state = { kind: 'failed', fault: opened.fault };
      return;
    }
    this.state = { kind: 'ready', opened: opened.value };
    this.#follow(opened.value.view.row.handle);
  }

  /** Records a decision on the open case; null when there is none or one is being recorded. */
  async decide(decision: Decision): Promise<Result<LogEvent> | null> {
    if (this.state.kind !== 'ready' || this.recording !== null) return null;
    const { view } = this.state.opened;
    this.recording = decision;
    this.fault = null;
    try {
      const remark = this.remark.trim();
      // The page before may have told last: what it showed was of another declaration.
      const shown = this.controlled?.declaration === view.row.id ? this.controlled : null;
      const recorded = await this.#tools.desk.decide(view, decision, remark, shown);
      if (!recorded.ok) this.fault = recorded.fault;
      return recorded;
    } catch (error) {
      // A bug: the page says that nothing was recorded, and the window tells what broke.
      this.fault = { code: 'worker-lost' };
      throw error;
    } finally {
      this.recording = null;
    }
  }

  /** Takes a decision back and tells whether it is on the device. */
  async withdraw(declaration: string, event: string): Promise<Result<LogEvent>> {
    const recorded = await this.#tools.desk.withdraw(declaration, event);
    this.#ahead = null;
    return recorded;
  }

  /**
   * Number of the next declaration without a decision, ready to open; null when there is none
   * or it could not be read, and then the state says so.
   */
  async next(): Promise<string | null> {
    if (this.state.kind !== 'ready') return null;
    const turn = this.#opening;
    const found = await this.#orFail(turn, this.#findNext(this.state.opened.view.row));
    if (turn !== this.#opening) return null;
    if (!found.ok) this.state = { kind: 'failed', fault: found.fault };
    else if (found.value) this.#arrived = found.value;
    else this.state = { kind: 'finished' };
    return found.ok && found.value ? found.value.view.row.id : null;
  }

  /** The officer has left the page: what was on its way must not bring it back. */
  close(): void {
    this.#opening += 1;
    this.#ahead = null;
    this.state = { kind: 'loading' };
  }

  async #findNext(from: DeskRow): Promise<Result<OpenedCase | null>> {
    const tried = new Set<number>();
    let handle = this.#tools.desk.nextUndecided(from.handle);
    while (handle !== null && !tried.has(handle)) {
      tried.add(handle);
      const opened = (await this.#readAhead(handle, from.id)) ?? (await this.#readHandle(handle));
      // The list may not know yet what was decided a moment ago: the log does.
      if (!opened.ok || opened.value.history.standing === null) return opened;
      handle = this.#tools.desk.nextUndecided(handle);
    }
    return succeed(null);
  }

  /**
   * What was read ahead, unless it shows the declaration just decided among its similar ones or
   * has its score from another pack than the list has now.
   */
  async #readAhead(handle: number, decided: string): Promise<Result<OpenedCase> | null> {
    const opened = this.#ahead?.handle === handle ? await this.#ahead.opened : null;
    if (!opened?.ok) return null;
    const { pack, similar } = opened.value.view;
    const now = this.#tools.desk.view?.pack;
    if (pack?.id !== now?.id || pack?.version !== now?.version) return null;
    return similar.lines.some((line) => line.id === decided) ? null : opened;
  }

  /** A bug leaves no page that waits for ever: the state says so, and the window what broke. */
  async #orFail<T>(turn: number, work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      if (turn === this.#opening) this.state = { kind: 'failed', fault: { code: 'worker-lost' } };
      throw error;
    }
  }

  /** The list follows the open case, and the case after it is read ahead. */
  #follow(handle: number): void {
    const { desk } = this.#tools;
    const place = desk.positionOf(handle);
    if (place >= 0) desk.current = place;
    const next = desk.nextUndecided(handle);
    this.#ahead = next === null ? null : { handle: next, opened: this.#readHandle(next) };
  }

  async #read(id: string): Promise<Result<OpenedCase>> {
    // After a reload the list is not cut yet: what comes next and the pack are known from it.
    await this.#tools.desk.open();
    const handle = await this.#tools.risk.find({}, id);
    return handle.ok ? this.#readHandle(handle.value) : handle;
  }

  async #readHandle(handle: number): Promise<Result<OpenedCase>> {
    const { risk, database } = this.#tools;
    const view = await risk.openCase({}, handle);
    if (!view.ok) return view;
    const used = view.value.pack;
    try {
      const pack = used ? await database.packs.get([used.id, used.version]) : undefined;
      const history = await readCaseHistory(database, view.value.row.id);
      const similar = await withDecisions(database, view.value.similar);
      return succeed({ view: { ...view.value, similar }, history, pack: pack ?? null });
    } catch (error) {
      return storageFault(error);
    }
  }
}

/** The worker learns of decisions with the next cut; what stands on this device is shown now. */
async function withDecisions(
  database: HaechiDatabase,
  similar: CaseView['similar'],
): Promise<CaseView['similar']> {
  const standing = await database.decisions.bulkGet(similar.lines.map((line) => line.id));
  const lines = similar.lines.map((line, i) => ({
    ...line,
    decision: standing[i]?.decision ?? null,
  }));
  return { ...similar, lines };
}
