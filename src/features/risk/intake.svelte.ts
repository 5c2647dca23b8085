import type { Fault } from '../../contracts/fault.ts';
import {
  REQUIRED_FIELDS,
  type HeaderMapping,
  type ImportReport,
  type Progress,
  type RiskWorker,
  type TableOutline,
} from '../../contracts/risk.ts';
import type { LineField } from '../../domain/risk/declaration.ts';
import type { Called } from '../../platform/workers/call.ts';

/** Where the file on its way into the tablet is. */
export type IntakeState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'loading'; readonly progress: Progress | null }
  | { readonly kind: 'mapping'; readonly outline: TableOutline }
  | { readonly kind: 'ready'; readonly report: ImportReport }
  | { readonly kind: 'failed'; readonly fault: Fault };

interface IntakeTools {
  readonly risk: Called<RiskWorker>;
  /** Who imports, for the event. */
  readonly actor: () => string;
  /** The tablet has new lines. */
  readonly imported: (report: ImportReport) => Promise<void>;
}

/** One file on its way in: outlined, matched by hand where its columns are unknown, imported. */
export class Intake {
  state = $state.raw<IntakeState>({ kind: 'idle' });
  fileName = $state('');
  /** Column of the file by field of ours, while they are matched. */
  mapping = $state.raw<HeaderMapping>({});
  remember = $state(true);

  readonly #tools: IntakeTools;
  #file: Blob | null = null;
  #outline: TableOutline | null = null;
  #running: AbortController | null = null;

  constructor(tools: IntakeTools) {
    this.#tools = tools;
  }

  readonly missing = $derived(REQUIRED_FIELDS.filter((field) => !this.mapping[field]));
  /** Columns chosen for more than one field: HS and goods could not both be the same cell. */
  readonly twice = $derived.by(() => {
    const columns = Object.values(this.mapping);
    return columns.filter((column, index) => columns.indexOf(column) !== index);
  });

  /** A file the officer dropped or chose. Known columns go straight in. */
  async take(file: Blob, name: string): Promise<void> {
    this.#file = file;
    this.fileName = name;
    const signal = this.#begin();
    const call = { signal, progress: (step: Progress) => this.#tell(signal, step) };
    const outline = await this.#orFail(signal, this.#tools.risk.outline(call, file, name));
    if (signal.aborted) return;
    if (!outline.ok) {
      this.state = { kind: 'failed', fault: outline.fault };
      return;
    }
    this.#outline = outline.value;
    this.mapping = outline.value.mapping;
    if (outline.value.missing.length > 0) this.match();
    else await this.bringIn('refuse');
  }

  /** The sample week comes from the server like any file; afterwards it is on the device. */
  async takeSample(fetchSample: () => Promise<Response>, name: string): Promise<void> {
    this.fileName = name;
    const signal = this.#begin();
    let blob: Blob | null = null;
    try {
      const response = await fetchSample();
      if (response.ok) blob = await response.blob();
    } catch {
      // No network and not in the app's own files: said below.
    }
    if (signal.aborted) return;
    if (blob) await this.take(blob, name);
    else this.state = { kind: 'failed', fault: { code: 'offline' } };
  }

  /** Shows the columns for matching by hand. */
  match(): void {
    if (this.#outline) this.state = { kind: 'mapping', outline: this.#outline };
  }

  choose(field: LineField, column: string | null): void {
    const rest = Object.fromEntries(
      Object.entries(this.mapping).filter(([name]) => name !== field),
    );
    this.mapping = column === null ? rest : { ...rest, [field]: column };
  }

  /** `skip` leaves lines that are on the tablet already as they are. */
  async bringIn(known: 'refuse' | 'skip'): Promise<void> {
    const file = this.#file;
    if (!file) return;
    const byHand = this.state.kind === 'mapping';
    const signal = this.#begin();
    const call = { signal, progress: (step: Progress) => this.#tell(signal, step) };
    const request = {
      file,
      name: this.fileName.slice(0, 255),
      mapping: this.mapping,
      known,
      remember: byHand && this.remember,
      actor: this.#tools.actor(),
    };
    const imported = await this.#orFail(signal, this.#tools.risk.importTable(call, request));
    // Stopped too late: the lines are on the tablet, so the list shows them.
    if (imported.ok) void this.#tools.imported(imported.value);
    if (signal.aborted) return;
    if (!imported.ok) {
      this.state = { kind: 'failed', fault: imported.fault };
      return;
    }
    const clean = imported.value.rejected === 0 && imported.value.skipped === 0;
    this.state = clean ? { kind: 'idle' } : { kind: 'ready', report: imported.value };
  }

  /** Stops what runs; what is not finished leaves no trace. */
  close(): void {
    this.#running?.abort();
    this.#running = null;
    this.#file = null;
    this.#outline = null;
    this.state = { kind: 'idle' };
  }

  /** A bug leaves no sheet that waits for ever: it says so, and the window tells what broke. */
  async #orFail<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      if (!signal.aborted) this.state = { kind: 'failed', fault: { code: 'worker-lost' } };
      throw error;
    }
  }

  #begin(): AbortSignal {
    this.#running?.abort();
    this.#running = new AbortController();
    this.state = { kind: 'loading', progress: null };
    return this.#running.signal;
  }

  #tell(signal: AbortSignal, progress: Progress): void {
    if (!signal.aborted && this.state.kind === 'loading')
      this.state = { kind: 'loading', progress };
  }
}
