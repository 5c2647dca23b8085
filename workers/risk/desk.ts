import type { DeskQuery, DeskView } from '../../src/contracts/risk.ts';
import { fail, succeed, type Result } from '../../src/contracts/fault.ts';
import type { HaechiDatabase } from '../../src/platform/database/database.ts';
import { findPack } from '../../src/platform/packs/read.ts';
import type { Call } from '../../src/platform/workers/call.ts';
import { ControlledStore } from './controlled-answers.ts';
import type { Cut, Scored } from './cut.ts';
import { CutMaker } from './cut-maker.ts';
import { DeskRecords } from './desk-records.ts';
import type { Lines, LineStore } from './line-store.ts';
import { openModel, RISK_PACK, type OpenedModel } from './risk-model.ts';
import { scoreTable } from './scoring.ts';

/** Reads what the desk stands on, keeps the scores, and remembers the cut that the screen shows. */
export class Desk {
  readonly #database: HaechiDatabase;
  readonly #store: LineStore;
  readonly #records: DeskRecords;
  readonly #controlled: ControlledStore;
  readonly #maker: CutMaker;
  #opened: Result<OpenedModel> | undefined;
  #packSeenAt = -1;
  #scored: Scored | undefined;
  #scoredLines = '';
  #shown: Cut | undefined;
  /** Cuts are made one after another: two must not score the same lines at once. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(database: HaechiDatabase, store: LineStore, secret: Uint8Array) {
    this.#database = database;
    this.#store = store;
    this.#records = new DeskRecords(database);
    this.#controlled = new ControlledStore(database);
    this.#maker = new CutMaker(secret);
  }

  /** The cut that rows and cases are read from; null before the first one. */
  get shown(): Cut | undefined {
    return this.#shown;
  }

  /** Cuts the desk for the screen. Faults: cancelled; a missing score is in the view, not a fault. */
  async show(call: Call, query: DeskQuery): Promise<Result<DeskView>> {
    const cut = await this.cut(call, query);
    if (!cut.ok) return cut;
    this.#shown = cut.value;
    return succeed(this.#maker.view(cut.value));
  }

  /** Cuts the desk without showing it. */
  cut(call: Call, query: DeskQuery): Promise<Result<Cut>> {
    const made = this.#turn.then(async (): Promise<Result<Cut>> => {
      if (call.signal.aborted) return fail('cancelled');
      const lines = await this.#store.read();
      const records = await this.#records.read();
      await this.#followPack(records.head);
      const scored = await this.#score(call, lines);
      const answers = await this.#controlled.read(lines);
      if (call.signal.aborted || !scored) return fail('cancelled');
      return succeed(this.#maker.cut({ query, lines, records, scored, answers }));
    });
    this.#turn = made.catch(() => undefined);
    return made;
  }

  /** Forget the model and its scores; the lines are the store's. */
  forget(): void {
    this.#opened = undefined;
    this.#scored = undefined;
    this.#packSeenAt = -1;
  }

  /** Another version of the pack is written into the log when it takes over. */
  async #followPack(head: number): Promise<void> {
    if (this.#packSeenAt === head) return;
    const active = await findPack(this.#database, RISK_PACK);
    const current = this.#opened?.ok ? this.#opened.value.version : undefined;
    if (active?.version !== current) this.forget();
    this.#packSeenAt = head;
  }

  /**
   * Scores of all lines, kept until lines or model change; undefined when cancelled. Failed ones are
   * tried again with every cut.
   */
  async #score(call: Call, lines: Lines): Promise<Scored | undefined> {
    const before = this.#scoredLines === lines.version ? this.#scored : undefined;
    if (before?.opened) return before;
    if (!this.#opened?.ok) this.#opened = await openModel(this.#database);
    const scored = await this.#scoreWith(call, this.#opened, lines);
    if (!scored) return undefined;
    // Failed as before: the same object, for all that was worked out without scores still holds.
    if (before && JSON.stringify(before.fault) === JSON.stringify(scored.fault)) return before;
    this.#scored = scored;
    this.#scoredLines = lines.version;
    return scored;
  }

  async #scoreWith(
    call: Call,
    opened: Result<OpenedModel>,
    lines: Lines,
  ): Promise<Scored | undefined> {
    const none = { opened: null, scoring: null };
    if (!opened.ok) return { ...none, fault: opened.fault };
    const scoring = await scoreTable(call, opened.value.model, lines.table);
    if (call.signal.aborted) return undefined;
    if (!scoring.ok) return { ...none, fault: scoring.fault };
    return { opened: opened.value, scoring: scoring.value, fault: null };
  }
}
