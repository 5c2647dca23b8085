import type { ControlledWorker, ReadList } from '../../contracts/controlled.ts';
import type { Fault } from '../../contracts/fault.ts';
import type { Progress } from '../../contracts/risk.ts';
import type { Called } from '../../platform/workers/call.ts';

type MadePack = NonNullable<ReadList['pack']>;

/** Where an administration's list on its way into the tablet is. */
export type ListImportState =
  | { readonly kind: 'idle' | 'choosing' }
  | { readonly kind: 'reading'; readonly progress: Progress | null }
  | { readonly kind: 'review'; readonly read: ReadList }
  | { readonly kind: 'swapping'; readonly version: string }
  | { readonly kind: 'failed'; readonly fault: Fault };

export interface ListImportTools {
  readonly controlled: Pick<Called<ControlledWorker>, 'readList'>;
  /** Tests the list on this device and puts it to work; null when it works. */
  readonly install: (pack: MadePack) => Promise<Fault | null>;
  /** ISO date, by the calendar of the tablet. */
  readonly today: () => string;
  /** The list works under this version. */
  readonly swapped: (version: string) => void;
}

/** One list on its way in: read, shown with all that is wrong with it, and swapped in on request. */
export class ListImport {
  state = $state.raw<ListImportState>({ kind: 'idle' });
  fileName = $state('');

  readonly #tools: ListImportTools;
  #running: AbortController | null = null;

  constructor(tools: ListImportTools) {
    this.#tools = tools;
  }

  /** Also the way back from a file that does not do. */
  choose(): void {
    this.#running?.abort();
    this.fileName = '';
    this.state = { kind: 'choosing' };
  }

  /** A file the officer dropped or chose. Nothing is changed by reading it. */
  async take(file: File): Promise<void> {
    this.#running?.abort();
    const running = new AbortController();
    const { signal } = running;
    this.#running = running;
    this.fileName = file.name;
    this.state = { kind: 'reading', progress: null };
    const progress = (step: Progress): void => {
      if (!signal.aborted) this.state = { kind: 'reading', progress: step };
    };
    try {
      const call = { signal, progress };
      const read = await this.#tools.controlled.readList(call, file, this.#tools.today());
      if (signal.aborted) return;
      this.state = read.ok
        ? { kind: 'review', read: read.value }
        : { kind: 'failed', fault: read.fault };
    } catch (error) {
      // A bug: the sheet does not wait for ever, and the window tells what broke.
      if (!signal.aborted) this.state = { kind: 'failed', fault: { code: 'worker-lost' } };
      throw error;
    }
  }

  /** Puts the list that was shown in place of the one in use. A list with errors has no pack. */
  async swap(): Promise<void> {
    if (this.state.kind !== 'review') return;
    const { pack } = this.state.read;
    if (!pack) return;
    const { version } = pack.entry;
    const swapping = { kind: 'swapping', version } as const;
    this.state = swapping;
    // The officer may close the sheet meanwhile: the row of the pack shows how far it is.
    const closed = (): boolean => this.state !== swapping;
    try {
      const fault = await this.#tools.install(pack);
      if (!fault) this.#tools.swapped(version);
      if (!closed()) this.state = fault ? { kind: 'failed', fault } : { kind: 'idle' };
    } catch (error) {
      if (!closed()) this.state = { kind: 'failed', fault: { code: 'worker-lost' } };
      throw error;
    }
  }

  /** Stops the reading; a list that is being swapped in goes on. */
  close(): void {
    this.#running?.abort();
    this.#running = null;
    this.state = { kind: 'idle' };
  }
}
