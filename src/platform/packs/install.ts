import { fail, succeed, type FaultCode, type Result } from '../../contracts/fault.ts';
import type { PackEntry } from '../../contracts/pack.ts';
import type { Progress } from '../../contracts/risk.ts';
import type { HaechiDatabase, InstalledPack, PackBlob } from '../database/database.ts';
import type { LogContext } from '../database/event-log.ts';
import { activate, discard, rollBack } from './activate.ts';
import { isReadable } from './manifest.ts';
import { dropStaleParts } from './parts.ts';
import { storageFault } from './storage-fault.ts';
import { verifyFile } from './verify.ts';
import { downloadFile } from './download.ts';

export interface SelfTestOutcome {
  readonly cases: number;
  readonly largestDifference: number;
  readonly backend: string;
}

/** Runs the golden cases of exactly this version, staged on this tablet. */
export type SelfTest = (entry: PackEntry, signal: AbortSignal) => Promise<Result<SelfTestOutcome>>;

export interface InstallTools {
  readonly database: HaechiDatabase;
  readonly log: LogContext;
  readonly fetch: typeof globalThis.fetch;
  readonly selfTest: SelfTest;
  /** Room on the tablet: navigator.storage.estimate where there is one. */
  readonly estimate: () => Promise<StorageEstimate>;
}

export interface InstallCall {
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
}

/** Brings the files of the entry, all verified. */
type BringFiles = () => Promise<Result<PackBlob[]>>;

/** A self-test that takes longer counts as not passed, ms. First starts compile and are slow. */
const SELF_TEST_LIMIT = 120_000;
/** Faults that trying the same bytes again cannot mend. */
const FINAL: ReadonlySet<FaultCode> = new Set([
  'self-test-failed',
  'pack-corrupt',
  'pack-incomplete',
  'pack-unsupported',
]);

/**
 * Downloads a pack, checks every byte, tests it on this device and only then lets it work.
 * Until that moment, and whenever any step fails, the version before goes on working.
 * Faults: cancelled, offline, pack-corrupt, pack-incomplete, pack-unsupported, self-test-failed,
 * storage-full, storage-refused, and those of the self-test.
 */
export function installPack(
  tools: InstallTools,
  entry: PackEntry,
  call: InstallCall,
): Promise<Result<InstalledPack>> {
  return install(tools, entry, call, async () => {
    await dropStaleParts(tools.database, entry);
    const blobs: PackBlob[] = [];
    let before = 0;
    for (const file of entry.files) {
      const reached = (bytes: number): void =>
        call.progress({ stage: 'downloading', done: before + bytes, of: packBytes(entry) });
      const download = { database: tools.database, fetch: tools.fetch, entry, reached };
      const blob = await downloadFile({ ...download, signal: call.signal }, file);
      if (!blob.ok) return blob;
      blobs.push({ sha256: file.sha256, blob: blob.value });
      before += file.bytes;
    }
    return succeed(blobs);
  });
}

/** The same with files an officer chose: a pack can come on a stick. */
export function installPackFiles(
  tools: InstallTools,
  entry: PackEntry,
  files: ReadonlyMap<string, Blob>,
  call: InstallCall,
): Promise<Result<InstalledPack>> {
  return install(tools, entry, call, async () => {
    const blobs: PackBlob[] = [];
    for (const [index, file] of entry.files.entries()) {
      call.progress({ stage: 'checking', done: index, of: entry.files.length });
      const blob = files.get(file.name);
      if (!blob) return fail('pack-incomplete', { pack: entry.id, file: file.name });
      const verified = await verifyFile(entry.id, file, blob);
      if (!verified.ok) return verified;
      // Copied: a File is only a pointer to the stick.
      blobs.push({ sha256: file.sha256, blob: new Blob([await blob.arrayBuffer()]) });
    }
    return succeed(blobs);
  });
}

export function packBytes(entry: PackEntry): number {
  return entry.files.reduce((sum, file) => sum + file.bytes, 0);
}

async function install(
  tools: InstallTools,
  entry: PackEntry,
  call: InstallCall,
  bring: BringFiles,
): Promise<Result<InstalledPack>> {
  if (!isReadable(entry)) return fail('pack-unsupported', { pack: entry.id, format: entry.format });
  try {
    return await alone(entry.id, call.signal, async () => {
      const known = await tools.database.packs.get([entry.id, entry.version]);
      if (known && known.state !== 'staged') return reuse(tools, entry, known);
      const staged =
        known && sameFiles(known.entry, entry)
          ? succeed(known)
          : await stage(tools, entry, call, bring);
      return staged.ok ? testAndActivate(tools, staged.value, call) : staged;
    });
  } catch (error) {
    return call.signal.aborted ? fail('cancelled') : storageFault(error);
  }
}

/** One install of a pack at a time, over all tabs. */
async function alone<T>(id: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  // Without a secure origin there are no locks, and no second tab worth protecting from.
  const locks: LockManager | undefined = navigator.locks;
  return locks ? locks.request(`haechi-pack-${id}`, { signal }, work) : work();
}

/** The version is here already: nothing to do, or it is the one to go back to. */
async function reuse(
  { database, log }: InstallTools,
  entry: PackEntry,
  known: InstalledPack,
): Promise<Result<InstalledPack>> {
  // A version names one content for ever, or "scored by 1.4.0" would mean nothing.
  if (!sameFiles(known.entry, entry)) {
    return fail('pack-unsupported', { pack: entry.id, version: entry.version, reason: 'reused' });
  }
  return known.state === 'active' ? succeed(known) : rollBack(database, log, entry.id);
}

function sameFiles(a: PackEntry, b: PackEntry): boolean {
  const list = (entry: PackEntry): string =>
    entry.files
      .map((file) => `${file.name} ${file.sha256}`)
      .sort()
      .join('\n');
  return list(a) === list(b);
}

async function stage(
  { database, log, estimate }: InstallTools,
  entry: PackEntry,
  call: InstallCall,
  bring: BringFiles,
): Promise<Result<InstalledPack>> {
  const needed = packBytes(entry);
  const room = await estimate();
  const free = (room.quota ?? Infinity) - (room.usage ?? 0);
  // Twice: the parts of the download and the finished blobs lie side by side for a moment.
  if (free < needed * 2) return fail('storage-full', { needed: needed * 2, free });

  const blobs = await bring();
  if (!blobs.ok) return blobs;
  if (call.signal.aborted) return fail('cancelled');
  const staged: InstalledPack = {
    id: entry.id,
    version: entry.version,
    entry,
    state: 'staged',
    installedAt: log.now().toISOString(),
    selfTest: null,
  };
  const { packs, packBlobs, packParts } = database;
  call.progress({ stage: 'storing', done: 0, of: needed });
  await database.transaction('rw', packs, packBlobs, packParts, async () => {
    await packBlobs.bulkPut(blobs.value);
    await packParts.where('pack').equals(entry.id).delete();
    await packs.put(staged);
  });
  return succeed(staged);
}

async function testAndActivate(
  { database, log, selfTest }: InstallTools,
  staged: InstalledPack,
  call: InstallCall,
): Promise<Result<InstalledPack>> {
  call.progress({ stage: 'testing', done: 0, of: 0 });
  const limit = AbortSignal.timeout(SELF_TEST_LIMIT);
  const late = new Promise<Result<never>>((settle) => {
    limit.addEventListener('abort', () => settle(fail('worker-lost')), { once: true });
  });
  const signal = AbortSignal.any([call.signal, limit]);
  const outcome = await Promise.race([selfTest(staged.entry, signal), late]);
  if (!outcome.ok) {
    if (!FINAL.has(outcome.fault.code)) return outcome;
    await discard(database, staged);
    // Every byte was verified: what cannot be read now was made wrongly, not sent wrongly.
    const { pack, version } = { pack: staged.id, version: staged.version };
    const unsupported = outcome.fault.code === 'pack-unsupported';
    return unsupported
      ? outcome
      : fail('self-test-failed', { pack, version, ...outcome.fault.facts });
  }
  if (call.signal.aborted) return fail('cancelled');
  const at = log.now().toISOString();
  return succeed(await activate(database, log, { ...staged, selfTest: { at, ...outcome.value } }));
}
