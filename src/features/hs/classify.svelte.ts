import { succeed, type Fault, type Result } from '../../contracts/fault.ts';
import type { HsCandidate, HsNode, HsWorker } from '../../contracts/hs.ts';
import type { HsCode } from '../../domain/hs/code.ts';
import type { LogEvent } from '../../domain/events/chain.ts';
import type { HaechiDatabase } from '../../platform/database/database.ts';
import type { Recorder } from '../../platform/database/recorder.ts';
import { storageFault } from '../../platform/packs/storage-fault.ts';
import type { Called } from '../../platform/workers/call.ts';
import { readDeclaredGoods, type DeclaredGoods } from './declared-goods.ts';
import { LineList } from './line-list.svelte.ts';
import { OpenedCode } from './opened-code.svelte.ts';
import { NO_DECLARATION, pickBody, rejectionBody, type Source } from './picks.ts';
import { Question, type Answered } from './question.svelte.ts';
import { Tariff } from './tariff.svelte.ts';

export interface ClassifyTools {
  readonly hs: Called<HsWorker>;
  readonly recorder: Pick<Recorder, 'record'>;
  readonly database: HaechiDatabase;
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
  recording = $state(false);
  fault = $state.raw<Fault | null>(null);
  recorded = $state.raw<Recorded | null>(null);

  readonly #tools: ClassifyTools;
  #byHand = false;
  #rival: HsCode | null = null;

  constructor(tools: ClassifyTools) {
    const { hs } = tools;
    this.#tools = tools;
    this.opened = new OpenedCode(hs);
    this.tariff = new Tariff(hs);
    this.list = new LineList(hs);
    this.question = new Question({ hs, answered: (answered) => this.#answered(answered) });
  }

  /** What would be recorded: ten digits if the officer went that far. */
  get target(): HsCode | null {
    if (this.chosen === null) return null;
    return this.opened.code === this.chosen ? (this.opened.leaf ?? this.chosen) : this.chosen;
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
    this.#byHand = true;
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

  /** Ten digits, or six again; who goes to the last digit has chosen the code above, too. */
  chooseLeaf(leaf: HsCode | null): void {
    this.opened.leaf = leaf;
    if (this.opened.code === null) return;
    this.chosen = this.opened.code;
    this.#byHand = true;
  }

  /** Holds the open code against another one. */
  compare(code: HsCode): void {
    this.#rival = code.slice(0, 6);
    this.browsing = false;
    if (this.opened.code !== null) this.#open(this.opened.code);
  }

  /** Shows the goods of a declaration; the text stays as it is when it is of this one already. */
  async openDeclaration(declaration: string): Promise<void> {
    if (this.goods?.declaration === declaration) return;
    this.#forget();
    this.list.end();
    this.goods = { declaration, text: null, declared: null };
    const read = await this.#read(declaration);
    if (this.goods.declaration !== declaration) return;
    if (!read.ok) {
      this.fault = read.fault;
      return;
    }
    this.goods = read.value;
    this.question.put(read.value.text ?? '');
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
    const { answered } = this.question;
    const code = this.target;
    if (!answered || code === null) return null;
    const body = pickBody(answered, code, this.#source);
    const record = () =>
      this.#tools.recorder.record({ kind: 'hs-code-picked', subject: this.#subject, body });
    return this.#record(answered, code, record);
  }

  /** Records that none of the suggestions fits. */
  async reject(): Promise<Result<LogEvent> | null> {
    const { answered } = this.question;
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
    if (this.recording) return null;
    this.recording = true;
    this.fault = null;
    try {
      const result = await record();
      if (result.ok) {
        this.recorded = { text: answered.text, code, at: result.value.at };
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
      return succeed(await readDeclaredGoods(this.#tools.database, declaration));
    } catch (error) {
      return storageFault(error);
    }
  }

  #forget(): void {
    this.chosen = null;
    this.added = null;
    this.fault = null;
    this.#byHand = false;
    this.#rival = null;
  }

  /** What the officer chose by hand stays while it is in the list; a suggestion is chosen by itself. */
  #answered(answered: Answered | null): void {
    if (!answered) {
      this.#forget();
      this.opened.close();
      return;
    }
    const { kind, candidates } = answered.answer;
    const top = candidates[0]?.code ?? null;
    void this.#readNames(candidates);
    const known = [this.added, this.declared, ...candidates.map(({ code }) => code)];
    const kept = this.#byHand && known.includes(this.chosen);
    if (!kept) {
      this.#byHand = false;
      this.chosen = kind === 'suggest' ? top : null;
    }
    const shown = this.chosen ?? (kind === 'choose' ? top : null);
    if (shown === null) this.opened.close();
    else this.#open(shown);
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
