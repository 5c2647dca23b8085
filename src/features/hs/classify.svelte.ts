import { succeed, type Fault, type Result } from '../../contracts/fault.ts';
import type { HsCandidate, HsNode, HsWorker } from '../../contracts/hs.ts';
import type { HsCode } from '../../domain/hs/code.ts';
import type { LogEvent } from '../../domain/events/chain.ts';
import type { HaechiDatabase } from '../../platform/database/database.ts';
import { readDeclaredGoods } from '../../platform/database/goods.ts';
import type { Recorder } from '../../platform/database/recorder.ts';
import { storageFault } from '../../platform/packs/storage-fault.ts';
import type { Called } from '../../platform/workers/call.ts';
import { LineList } from './line-list.svelte.ts';
import { OpenedCode } from './opened-code.svelte.ts';
import { NO_DECLARATION, pickBody, rejectionBody, type Source } from './picks.ts';
import { Question, type Answered } from './question.svelte.ts';
import { sameGoods } from './same-goods.ts';
import { Tariff } from './tariff.svelte.ts';

export interface ClassifyTools {
  readonly hs: Called<HsWorker>;
  readonly recorder: Pick<Recorder, 'record'>;
  readonly database: HaechiDatabase;
}

/** The declaration that the screen came from, with what it says of its goods. */
export interface DeclaredGoods {
  readonly declaration: string;
  readonly state: 'reading' | 'ready' | { readonly failed: Fault };
  /** null, once it is ready: the imported file has no goods text for this line. */
  readonly text: string | null;
  /** Four or six digits; null where the line is not known. */
  readonly declared: HsCode | null;
}

/** What was recorded last, and of which text. */
export interface Recorded {
  readonly text: string;
  /** null: none of the suggestions fits. */
  readonly code: HsCode | null;
  readonly at: string;
}

/**
 * The classify screen: a goods text, its answer, the code that is open and the one that is chosen.
 * It outlives the screen, so that a half-typed text is there again after a look at the case.
 */
export class Classify {
  readonly question: Question;
  readonly opened: OpenedCode;
  readonly tariff: Tariff;
  readonly list: LineList;
  /** Six digits that a pick would record; null until the officer, or a suggestion, has chosen. */
  chosen = $state.raw<HsCode | null>(null);
  /** A code that the officer found in the nomenclature, beside the candidates. */
  added = $state.raw<HsCode | null>(null);
  /** Official names of the codes in the list; they follow the answer. */
  nodes = $state.raw<ReadonlyMap<HsCode, HsNode>>(new Map());
  /** The declaration whose text is in the box. */
  goods = $state.raw<DeclaredGoods | null>(null);
  /** The nomenclature lies over the code that is open. */
  browsing = $state(false);
  /** The edition of the tariff is past; null: not known yet. No digits are filled in unless false. */
  expired = $state.raw<boolean | null>(null);
  recording = $state(false);
  /** Why the last pick was not recorded. */
  fault = $state.raw<Fault | null>(null);
  recorded = $state.raw<Recorded | null>(null);

  readonly #tools: ClassifyTools;
  #byHand = false;
  #rival: HsCode | null = null;
  /** The text that the officer chose or compared for. */
  #heldFor = '';
  /** The choice was recorded: it is done with once the text changes. */
  #done = false;

  constructor(tools: ClassifyTools) {
    const { hs } = tools;
    this.#tools = tools;
    this.opened = new OpenedCode(hs, () => this.expired !== false);
    this.tariff = new Tariff(hs);
    this.list = new LineList(hs);
    this.question = new Question({
      ...{ hs, declared: () => this.goods?.declared ?? null },
      answered: (answered) => this.#answered(answered),
    });
  }

  /** What would be recorded: ten digits if the officer went that far. */
  get target(): HsCode | null {
    if (this.chosen === null) return null;
    return this.opened.code === this.chosen ? (this.opened.leaf ?? this.chosen) : this.chosen;
  }

  /** The lines of an invoice are shown: the answer to all of them as one text is put aside. */
  get listing(): boolean {
    return this.list.lines.length > 0 && this.list.open === null;
  }

  /** The answer that can be recorded: it is in view, and about the text as it stands now. */
  get ready(): Answered | null {
    const { answered, text } = this.question;
    return this.listing || answered?.text !== text ? null : answered;
  }

  get candidates(): readonly HsCandidate[] {
    return this.question.answered?.answer.candidates ?? [];
  }

  /** Six digits of the declared code, if it has as many. */
  get declared(): HsCode | null {
    const declared = this.goods?.declared ?? null;
    return declared !== null && declared.length >= 6 ? declared.slice(0, 6) : null;
  }

  /** The officer looks at a code and would record it. A 10-digit one is chosen to its last digit. */
  choose(code: HsCode): void {
    const six = code.slice(0, 6);
    if (!this.candidates.some((candidate) => candidate.code === six)) this.added = six;
    this.chosen = six;
    this.#hold();
    this.fault = null;
    this.browsing = false;
    this.#open(six);
    if (code.length === 10) this.opened.leaf = code;
  }

  /** Packs have changed: the worker reads them again, and the question is asked anew. */
  async renew(): Promise<void> {
    await this.#tools.hs.reload({});
    this.question.again();
  }

  /** Looks for a code in the nomenclature, which opens over the code that is shown. */
  search(query: string, composing: boolean): void {
    this.browsing = true;
    this.tariff.search(query, composing);
  }

  /** Ten digits, or six again; who goes to the last digit has chosen the code above, too. */
  chooseLeaf(leaf: HsCode | null): void {
    this.opened.leaf = leaf;
    if (this.opened.code === null) return;
    this.chosen = this.opened.code;
    this.#hold();
  }

  /** Holds the open code against another one. */
  compare(code: HsCode): void {
    this.#rival = code.slice(0, 6);
    this.#heldFor = this.question.text;
    this.browsing = false;
    if (this.opened.code !== null) this.#open(this.opened.code);
  }

  /** Shows the goods of a declaration; the text stays as it is when it is of this one already. */
  async openDeclaration(declaration: string): Promise<void> {
    const same = this.goods?.declaration === declaration;
    if (same && typeof this.goods?.state === 'string') return;
    this.list.end();
    // The text and the answer before are of other goods: nothing of them is recorded for this one.
    this.put('');
    const unknown = { declaration, text: null, declared: null };
    this.goods = { ...unknown, state: 'reading' };
    const read = await this.#read(declaration);
    // It was left while it was read.
    if (this.goods?.declaration !== declaration) return;
    if (!read.ok) {
      this.goods = { ...unknown, state: { failed: read.fault } };
      return;
    }
    this.goods = read.value;
    // Whatever was typed meanwhile is the officer's.
    if (this.question.text === '') this.put(read.value.text ?? '');
    else this.question.again();
  }

  /** No declaration any more; a text that was only its own goes with it. */
  leaveDeclaration(): void {
    if (this.goods === null) return;
    if (this.question.text === (this.goods.text ?? '')) this.question.put('');
    this.goods = null;
    this.#forget();
  }

  /** Another text for the box: what was chosen for the one before does not count for it. */
  put(text: string): void {
    this.#forget();
    this.question.put(text);
  }

  /** The line of the list is put into the box. */
  openLine(index: number): void {
    const line = this.list.lines[index];
    if (!line) return;
    this.list.open = index;
    this.put(line.text);
  }

  /** Records the chosen code; null when there is none, or one is being recorded. */
  async pick(): Promise<Result<LogEvent> | null> {
    const answered = this.ready;
    const code = this.target;
    if (!answered || code === null) return null;
    const body = pickBody(answered, code, this.#source);
    const record = () =>
      this.#tools.recorder.record({ kind: 'hs-code-picked', subject: this.#subject, body });
    return this.#record(answered, code, record);
  }

  /** Records that none of the suggestions fits. */
  async reject(): Promise<Result<LogEvent> | null> {
    const answered = this.ready;
    if (!answered) return null;
    const body = rejectionBody(answered, this.#source);
    const record = () =>
      this.#tools.recorder.record({ kind: 'hs-suggestion-rejected', subject: this.#subject, body });
    return this.#record(answered, null, record);
  }

  get #source(): Source | null {
    return this.goods && { declaration: this.goods.declaration, declared: this.goods.declared };
  }

  get #subject(): string {
    return this.goods?.declaration ?? NO_DECLARATION;
  }

  async #record(
    answered: Answered,
    code: HsCode | null,
    record: () => Promise<Result<LogEvent>>,
  ): Promise<Result<LogEvent> | null> {
    const { recorded } = this;
    // The same said twice of the same text is one thing: the log keeps it once.
    const said = recorded?.text === answered.text && recorded.code === code;
    if (this.recording || said) return null;
    this.recording = true;
    this.fault = null;
    try {
      const result = await record();
      if (result.ok) {
        this.recorded = { text: answered.text, code, at: result.value.at };
        this.#done = true;
        if (code !== null) this.list.picked(code);
        // The worker sees by itself that there is one more pick.
        this.question.again();
      } else if (result.fault.code !== 'cancelled') {
        // Nobody said who picks: nothing was recorded, and nothing is wrong.
        this.fault = result.fault;
      }
      return result;
    } finally {
      this.recording = false;
    }
  }

  async #read(declaration: string): Promise<Result<DeclaredGoods>> {
    try {
      const found = await readDeclaredGoods(this.#tools.database, declaration);
      const declared = found?.declared ?? '';
      const text = found?.text ?? null;
      return succeed({
        ...{ declaration, state: 'ready', text },
        declared: declared === '' ? null : declared,
      });
    } catch (error) {
      return storageFault(error);
    }
  }

  /** What is chosen now is the officer's own choice, for the text as it stands. */
  #hold(): void {
    this.#byHand = true;
    this.#heldFor = this.question.text;
    this.#done = false;
  }

  #forget(): void {
    this.chosen = null;
    this.added = null;
    this.fault = null;
    this.#byHand = false;
    this.#rival = null;
  }

  /**
   * What the officer chose by hand stays while it is in the list. A code from elsewhere stays only
   * for the goods it was chosen for. A suggestion is chosen by itself.
   */
  #answered(answered: Answered | null): void {
    if (!answered) {
      this.#forget();
      this.opened.close();
      return;
    }
    const { kind, candidates } = answered.answer;
    const top = candidates[0]?.code ?? null;
    void this.#readNames(candidates);
    if (!this.#stillHeld(answered.text)) {
      this.added = null;
      this.#rival = null;
    }
    const listed = candidates.some(({ code }) => code === this.chosen);
    const kept = this.#byHand && (listed || this.#stillHeld(answered.text));
    if (!kept) {
      this.#byHand = false;
      this.chosen = kind === 'suggest' ? top : null;
    }
    const shown = this.chosen ?? (kind === 'choose' ? top : null);
    if (shown === null) this.opened.close();
    else this.#open(shown);
  }

  #stillHeld(text: string): boolean {
    return text === this.#heldFor || (!this.#done && sameGoods(this.#heldFor, text));
  }

  /** What is read already stays: codes keep their names. */
  async #readNames(candidates: readonly HsCandidate[]): Promise<void> {
    const codes = candidates.map((candidate) => candidate.code);
    if (this.declared !== null) codes.push(this.declared);
    const missing = codes.filter((code) => !this.nodes.has(code));
    const paths = await Promise.all(missing.map((code) => this.#tools.hs.path({}, code)));
    const read = paths.flatMap((path) => (path.ok ? path.value.slice(-1) : []));
    this.nodes = new Map([...this.nodes, ...read.map((node) => [node.code, node] as const)]);
  }

  #open(code: HsCode): void {
    void this.opened.open(this.question.answered?.text ?? '', code, this.#rivalOf(code));
  }

  /** What the officer compares with, else the declared code, else the most likely other one. */
  #rivalOf(code: HsCode): HsCode | null {
    const others = [this.#rival, this.declared, ...this.candidates.map((each) => each.code)];
    return others.find((other) => other !== null && other !== code) ?? null;
  }
}
