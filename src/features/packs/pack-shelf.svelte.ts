import { liveQuery } from 'dexie';
import { SvelteMap } from 'svelte/reactivity';
import { fail, type Fault, type Result } from '../../contracts/fault.ts';
import type { HsSpeed } from '../../contracts/hs.ts';
import { PACK_KINDS, type PackEntry } from '../../contracts/pack.ts';
import type { Progress, SpeedReading } from '../../contracts/risk.ts';
import type { InstalledPack } from '../../platform/database/database.ts';
import type { LogContext } from '../../platform/database/event-log.ts';
import { rollBack } from '../../platform/packs/activate.ts';
import { choosePack, type ChosenPack } from '../../platform/packs/choose-files.ts';
import {
  installPack,
  installPackFiles,
  type InstallCall,
  type InstallTools,
} from '../../platform/packs/install.ts';
import { fetchManifest } from '../../platform/packs/manifest.ts';
import { isNewer } from '../../platform/packs/version.ts';
import type { Call } from '../../platform/workers/call.ts';
import type { Measured } from './speed-lines.ts';

export interface PackServices extends Omit<InstallTools, 'log'> {
  readonly log: () => LogContext;
  readonly measureSpeed: (call: Partial<Call>) => Promise<Result<SpeedReading>>;
  readonly measureHsSpeed: (call: Partial<Call>) => Promise<Result<HsSpeed>>;
  /** Another version of this pack works now. */
  readonly changed: (id: string) => Promise<void>;
}

/** A pack on its way to this device. */
export interface PackWork {
  readonly version: string;
  readonly progress: Progress;
  /** Guess from the speed so far; null at the beginning. */
  readonly secondsLeft: number | null;
}

export interface PackRow {
  readonly id: string;
  readonly active: InstalledPack | null;
  readonly previous: InstalledPack | null;
  /** What the server has and this device not: a first or a newer version. */
  readonly offered: PackEntry | null;
  /** What else the server has, no newer than what works here: it can be brought back. */
  readonly other: PackEntry | null;
}

/** When the server did not answer it is asked again after this long, ms: sooner while nothing is here. */
const ASK_SOON = 15_000;
const ASK_LATER = 60_000;
/** Key of a fault that belongs to no pack: files that hold none. */
export const CHOSEN_FILES = 'chosen-files';

/** The packs on this device, the ones the server offers, and those on their way. */
export class PackShelf {
  readonly works = new SvelteMap<string, PackWork>();
  readonly faults = new SvelteMap<string, Fault>();
  speed = $state.raw<Measured<SpeedReading>>({ state: 'idle' });
  hsSpeed = $state.raw<Measured<HsSpeed>>({ state: 'idle' });
  #installed = $state.raw<readonly InstalledPack[]>([]);
  #offered = $state.raw<readonly PackEntry[]>([]);
  readonly rows = $derived(makeRows(this.#installed, this.#offered));
  readonly #services: PackServices;
  #again: ReturnType<typeof setTimeout> | undefined;
  readonly #stops = new Map<string, AbortController>();

  constructor(services: PackServices) {
    this.#services = services;
  }

  get database(): PackServices['database'] {
    return this.#services.database;
  }

  /** Follows what is on the device and brings what is missing. Resolves when nothing is missing. */
  async open(): Promise<void> {
    const installed = liveQuery(() => this.database.packs.toArray());
    installed.subscribe({ next: (packs) => (this.#installed = packs) });
    await this.refresh();
  }

  /** Asks the server what it offers, and installs each pack this device has no version of. */
  async refresh(): Promise<void> {
    const manifest = await fetchManifest(this.#services.fetch);
    if (manifest.ok) this.#offered = newestOf(manifest.value.packs);
    const active = await this.database.packs.where('state').equals('active').toArray();
    const here = new Set(active.map((pack) => pack.id));
    let cutOff = !manifest.ok;
    for (const entry of this.#offered) {
      const fault = this.faults.get(entry.id)?.code;
      // What the officer stopped, or what did not pass, waits for the officer to ask again.
      const waits = fault !== undefined && fault !== 'offline';
      if (here.has(entry.id) || this.works.has(entry.id) || waits) continue;
      await this.#install(entry, APP);
      cutOff ||= this.faults.get(entry.id)?.code === 'offline';
    }
    clearTimeout(this.#again);
    const wait = here.size === 0 ? ASK_SOON : ASK_LATER;
    if (cutOff) this.#again = setTimeout(() => void this.refresh(), wait);
  }

  /** The officer asks for it. */
  async install(entry: PackEntry): Promise<void> {
    await this.#install(entry, this.#services.log().actor);
  }

  async #install(entry: PackEntry, actor: string): Promise<void> {
    await this.#run(entry, (tools, call) => {
      const log = { ...tools.log, actor };
      return installPack({ ...tools, log }, entry, call);
    });
  }

  /** Installs the pack among files the officer chose; its id, or null when there is none. */
  async installFiles(files: readonly File[]): Promise<string | null> {
    this.faults.delete(CHOSEN_FILES);
    const chosen = await choosePack(files);
    if (!chosen.ok) {
      this.faults.set(CHOSEN_FILES, chosen.fault);
      return null;
    }
    const fault = await this.installMade(chosen.value);
    // The row of the pack tells of the version that is on its way.
    if (fault?.code === 'pack-busy') this.faults.set(CHOSEN_FILES, fault);
    return chosen.value.entry.id;
  }

  /** Installs a pack whose files are all at hand; the fault, or null once it works. */
  async installMade({ entry, files }: ChosenPack): Promise<Fault | null> {
    const result = await this.#run(entry, (tools, call) =>
      installPackFiles(tools, entry, files, call),
    );
    return result.ok ? null : result.fault;
  }

  stop(id: string): void {
    this.#stops.get(id)?.abort();
  }

  async rollBack(id: string): Promise<void> {
    this.#settle(id, await rollBack(this.database, this.#services.log(), id));
    await this.#services.changed(id);
  }

  get measuring(): boolean {
    return this.speed.state === 'loading' || this.hsSpeed.state === 'loading';
  }

  /** The models on this device, one after the other: each has the processor to itself. */
  async measureSpeed(): Promise<void> {
    const here = new Set(this.rows.flatMap((row) => row.active?.entry.kind ?? []));
    const none = { state: 'idle' } as const;
    this.speed = here.has('risk') ? { state: 'loading' } : none;
    this.hsSpeed = here.has('hs') ? { state: 'loading' } : none;
    if (here.has('risk')) this.speed = measured(await this.#services.measureSpeed({}));
    if (here.has('hs')) this.hsSpeed = measured(await this.#services.measureHsSpeed({}));
  }

  /** One at a time of each pack; while one is on its way, another is refused: pack-busy. */
  async #run(
    entry: PackEntry,
    work: (tools: InstallTools, call: InstallCall) => Promise<Result<InstalledPack>>,
  ): Promise<Result<InstalledPack>> {
    if (this.#stops.has(entry.id)) return fail('pack-busy', { pack: entry.id });
    const stop = new AbortController();
    this.#stops.set(entry.id, stop);
    this.faults.delete(entry.id);
    const pace = new Pace();
    const progress = (step: Progress): void => {
      const secondsLeft = step.stage === 'downloading' ? pace.secondsLeft(step) : null;
      this.works.set(entry.id, { version: entry.version, progress: step, secondsLeft });
    };
    progress({ stage: 'downloading', done: 0, of: 0 });
    try {
      const tools = { ...this.#services, log: this.#services.log() };
      const result = await work(tools, { signal: stop.signal, progress });
      this.#settle(entry.id, result);
      if (result.ok) await this.#services.changed(entry.id);
      return result;
    } finally {
      this.works.delete(entry.id);
      this.#stops.delete(entry.id);
    }
  }

  #settle(id: string, result: Result<InstalledPack>): void {
    if (result.ok) this.faults.delete(id);
    else this.faults.set(id, result.fault);
  }
}

function measured<T>(result: Result<T>): Measured<T> {
  return result.ok
    ? { state: 'ready', reading: result.value }
    : { state: 'failed', fault: result.fault };
}

/** Who answers for a pack that came by itself. */
const APP = 'app';

/** How fast bytes have come since the first one of this try. */
class Pace {
  #start: { at: number; done: number } | undefined;

  secondsLeft({ done, of }: Progress): number | null {
    const at = performance.now();
    if (of > 0) this.#start ??= { at, done };
    const [seconds, bytes] = [
      (at - (this.#start?.at ?? at)) / 1000,
      done - (this.#start?.done ?? done),
    ];
    // Under a second nothing can be said.
    return seconds < 1 || bytes <= 0 ? null : ((of - done) * seconds) / bytes;
  }
}

/** A manifest may still list older versions, for tablets that hold back. */
function newestOf(entries: readonly PackEntry[]): PackEntry[] {
  const newest = new Map<string, PackEntry>();
  for (const entry of entries) {
    const other = newest.get(entry.id);
    if (!other || isNewer(entry.version, other.version)) newest.set(entry.id, entry);
  }
  return [...newest.values()];
}

function makeRows(installed: readonly InstalledPack[], offered: readonly PackEntry[]): PackRow[] {
  const entries = [...installed.map((pack) => pack.entry), ...offered];
  const rank = (entry: PackEntry): number => PACK_KINDS.indexOf(entry.kind);
  const ids = new Set(entries.sort((a, b) => rank(a) - rank(b)).map((entry) => entry.id));
  return [...ids].map((id) => {
    const at = (state: InstalledPack['state']) =>
      installed.find((pack) => pack.id === id && pack.state === state) ?? null;
    const [active, previous] = [at('active'), at('previous')];
    const entry = offered.find((e) => e.id === id);
    const here = [active?.version, previous?.version];
    const absent = entry && !here.includes(entry.version) ? entry : null;
    const isNew = !active || (absent !== null && isNewer(absent.version, active.version));
    return {
      ...{ id, active, previous },
      ...{ offered: isNew ? absent : null, other: isNew ? null : absent },
    };
  });
}
