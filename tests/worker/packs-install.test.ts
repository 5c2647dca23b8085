import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findBreak } from '../../src/domain/events/chain.ts';
import { fail } from '../../src/contracts/fault.ts';
import { HaechiDatabase } from '../../src/platform/database/database.ts';
import { readLog } from '../../src/platform/database/event-log.ts';
import { rollBack } from '../../src/platform/packs/activate.ts';
import {
  installPack,
  installPackFiles,
  packBytes,
  type InstallCall,
} from '../../src/platform/packs/install.ts';
import { readPackFiles } from '../../src/platform/packs/read.ts';
import {
  LARGE,
  makePack,
  makeTools,
  serve,
  sha256,
  type Network,
  type TestPack,
} from './packs-workshop.ts';

let database: HaechiDatabase;
let older: TestPack;
let newer: TestPack;
let network: Network;

beforeEach(async () => {
  database = new HaechiDatabase(`packs-${crypto.randomUUID()}`);
  older = await makePack('1.0.0');
  newer = await makePack('1.1.0');
  network = { asked: [] };
});
afterEach(() => database.delete());

const quiet = (): InstallCall => ({
  signal: new AbortController().signal,
  progress: () => undefined,
});
const tools = (others = {}) => makeTools(database, serve([older, newer], network), others);

async function expectWorking(pack: TestPack): Promise<void> {
  const files = await readPackFiles(database, 'risk');
  if (!files.ok) throw new Error(files.fault.code);
  for (const file of pack.entry.files) {
    const bytes = new Uint8Array(files.value.get(file.name) ?? new ArrayBuffer(0));
    expect(await sha256(bytes), file.name).toBe(file.sha256);
  }
}
const states = async () =>
  Object.fromEntries((await database.packs.toArray()).map((p) => [p.version, p.state]));
const faultOf = (result: { ok: boolean; fault?: { code: string } }) => result.fault?.code;

describe('installing a pack', () => {
  it('keeps every byte, says how far it is and writes it into the log', async () => {
    const told: number[] = [];
    const progress: InstallCall['progress'] = (step) => {
      if (step.stage === 'downloading') told.push(step.done);
    };
    const result = await installPack(tools(), older.entry, { ...quiet(), progress });
    expect(result.ok).toBe(true);
    await expectWorking(older);
    expect(told.at(-1)).toBe(packBytes(older.entry));
    expect(told).toEqual([...told].sort((a, b) => a - b));
    const log = await readLog(database);
    expect(log.map((e) => [e.kind, e.subject, e.body])).toEqual([
      ['pack-activated', 'risk', { version: '1.0.0', previous: null }],
    ]);
    expect(findBreak(log)).toBeUndefined();
    expect(await database.packParts.count()).toBe(0);
  });

  it('does nothing twice: an installed version is neither fetched nor logged again', async () => {
    await installPack(tools(), older.entry, quiet());
    const asked = network.asked.length;
    expect((await installPack(tools(), older.entry, quiet())).ok).toBe(true);
    expect(network.asked.length).toBe(asked);
    expect(await database.events.count()).toBe(1);
  });

  it('goes on where the network broke off', async () => {
    network.cutAfter = 1_500_000;
    const cut = await installPack(tools(), older.entry, quiet());
    expect(faultOf(cut)).toBe('offline');
    expect(await database.packs.count()).toBe(0);

    delete network.cutAfter;
    network.asked.length = 0;
    expect((await installPack(tools(), older.entry, quiet())).ok).toBe(true);
    expect(network.asked[0]).toMatchObject({ range: 'bytes=1500000-', sent: LARGE - 1_500_000 });
    await expectWorking(older);
  });

  it('goes on after the tablet was switched off in the middle of a download', async () => {
    // What a tablet keeps when it dies without a word: the parts already written.
    await database.packParts.bulkAdd([
      part(0, 1_000_000),
      part(1_000_000, 1_000_000),
      part(2_500_000, 100_000), // after a gap: worthless
    ]);
    expect((await installPack(tools(), older.entry, quiet())).ok).toBe(true);
    await expectWorking(older);
  });

  it('goes on after the officer stopped it', async () => {
    const stop = new AbortController();
    const progress: InstallCall['progress'] = (step) => {
      if (step.done > 2_000_000) stop.abort();
    };
    const stopped = await installPack(tools(), older.entry, { signal: stop.signal, progress });
    expect(faultOf(stopped)).toBe('cancelled');
    network.asked.length = 0;
    expect((await installPack(tools(), older.entry, quiet())).ok).toBe(true);
    expect(network.asked[0]?.range).toMatch(/^bytes=2\d{6}-$/);
    await expectWorking(older);
  });

  it('starts anew when what it kept does not fit the hash', async () => {
    await database.packParts.add({ ...part(0, 100), blob: new Blob(['x'.repeat(100)]) });
    expect(faultOf(await installPack(tools(), older.entry, quiet()))).toBe('pack-corrupt');
    expect((await installPack(tools(), older.entry, quiet())).ok).toBe(true);
  });

  function part(offset: number, length: number) {
    const file = older.entry.files[0];
    const bytes = older.files.get('trees.bin') ?? new Uint8Array();
    const blob = new Blob([bytes.slice(offset, offset + length)]);
    return { sha256: file?.sha256 ?? '', offset, pack: 'risk', blob };
  }
});

describe('a new version that is not right', () => {
  beforeEach(async () => {
    await installPack(tools(), older.entry, quiet());
  });

  it('is refused when one byte changed on the way; the old one goes on working', async () => {
    network.spoil = 'trees.bin';
    expect(faultOf(await installPack(tools(), newer.entry, quiet()))).toBe('pack-corrupt');
    await expectWorking(older);
    expect(await states()).toEqual({ '1.0.0': 'active' });
    expect(await database.packBlobs.count()).toBe(2);
  });

  it('is refused when half of it is missing on the server', async () => {
    const files = [...newer.entry.files, { name: 'gone.bin', bytes: 9, sha256: '0'.repeat(64) }];
    const result = await installPack(tools(), { ...newer.entry, files }, quiet());
    expect(result).toMatchObject({
      fault: { code: 'pack-incomplete', facts: { file: 'gone.bin' } },
    });
    await expectWorking(older);
    expect(await states()).toEqual({ '1.0.0': 'active' });
  });

  it('is refused when a file ends early', async () => {
    network.truncate = 'tables.bin';
    expect(faultOf(await installPack(tools(), newer.entry, quiet()))).toBe('pack-incomplete');
    await expectWorking(older);
  });

  it('is refused when this app does not know its format', async () => {
    const result = await installPack(tools(), { ...newer.entry, format: 99 }, quiet());
    expect(faultOf(result)).toBe('pack-unsupported');
    await expectWorking(older);
  });

  it('is refused when it carries the number of a version with other content', async () => {
    const entry = { ...newer.entry, version: '1.0.0' };
    expect(faultOf(await installPack(tools(), entry, quiet()))).toBe('pack-unsupported');
    await expectWorking(older);
  });

  it('never works and leaves nothing when its self-test on this device fails', async () => {
    const selfTest = () => Promise.resolve(fail('self-test-failed', { cases: 2 }));
    expect(faultOf(await installPack(tools({ selfTest }), newer.entry, quiet()))).toBe(
      'self-test-failed',
    );
    await expectWorking(older);
    expect(await states()).toEqual({ '1.0.0': 'active' });
    expect(await database.packBlobs.count()).toBe(2);
    expect(await database.events.count()).toBe(1);
  });

  it('waits, downloaded, when the self-test was only interrupted', async () => {
    const selfTest = () => Promise.resolve(fail('worker-lost'));
    await installPack(tools({ selfTest }), newer.entry, quiet());
    await expectWorking(older);
    expect(await states()).toEqual({ '1.0.0': 'active', '1.1.0': 'staged' });
    network.asked.length = 0;
    expect((await installPack(tools(), newer.entry, quiet())).ok).toBe(true);
    expect(network.asked).toEqual([]);
    await expectWorking(newer);
  });

  it('is tested before anything sees it: the old one is active while the test runs', async () => {
    let during: unknown;
    const selfTest = async () => {
      during = await states();
      const staged = await readPackFiles(database, 'risk', { version: '1.1.0' });
      return staged.ok ? fail('self-test-failed') : fail('not-found');
    };
    expect(faultOf(await installPack(tools({ selfTest }), newer.entry, quiet()))).toBe(
      'self-test-failed',
    );
    expect(during).toEqual({ '1.0.0': 'active', '1.1.0': 'staged' });
  });
});

describe('going back', () => {
  it('makes the previous version work again and can be undone the same way', async () => {
    await installPack(tools(), older.entry, quiet());
    await installPack(tools(), newer.entry, quiet());
    expect((await rollBack(database, tools().log, 'risk')).ok).toBe(true);
    await expectWorking(older);
    expect(await states()).toEqual({ '1.0.0': 'active', '1.1.0': 'previous' });
    await rollBack(database, tools().log, 'risk');
    await expectWorking(newer);
    const log = await readLog(database);
    expect(log.slice(2).map((e) => [e.kind, e.body])).toEqual([
      ['pack-rolled-back', { version: '1.0.0', from: '1.1.0' }],
      ['pack-rolled-back', { version: '1.1.0', from: '1.0.0' }],
    ]);
  });

  it('says so when there is nothing to go back to', async () => {
    await installPack(tools(), older.entry, quiet());
    expect(faultOf(await rollBack(database, tools().log, 'risk'))).toBe('not-found');
  });

  it('keeps one version before the active one and deletes the bytes of older ones', async () => {
    const third = await makePack('1.2.0');
    const all = makeTools(database, serve([older, newer, third], network));
    for (const pack of [older, newer, third]) await installPack(all, pack.entry, quiet());
    expect(await states()).toEqual({ '1.1.0': 'previous', '1.2.0': 'active' });
    const wanted = [newer, third].flatMap((p) => p.entry.files.map((f) => f.sha256)).sort();
    expect((await database.packBlobs.toCollection().primaryKeys()).sort()).toEqual(wanted);
  });
});

describe('storage', () => {
  it('says before the download when there is no room, and how much is needed', async () => {
    const estimate = () => Promise.resolve({ quota: 5_000_000, usage: 4_000_000 });
    const result = await installPack(tools({ estimate }), older.entry, quiet());
    expect(result).toMatchObject({ fault: { code: 'storage-full', facts: { free: 1_000_000 } } });
    expect(network.asked).toEqual([]);
  });

  it('says so when the browser refuses to store', async () => {
    database.close();
    expect(faultOf(await installPack(tools(), older.entry, quiet()))).toBe('storage-refused');
    expect(faultOf(await readPackFiles(database, 'risk'))).toBe('storage-refused');
    await database.open();
  });

  it('says that the pack is missing, or that its bytes are gone', async () => {
    expect(faultOf(await readPackFiles(database, 'risk'))).toBe('model-missing');
    await installPack(tools(), older.entry, quiet());
    await database.packBlobs.clear();
    expect(faultOf(await readPackFiles(database, 'risk'))).toBe('pack-incomplete');
  });
});

describe('a pack from files', () => {
  const chosen = (pack: TestPack) =>
    new Map([...pack.files].map(([name, bytes]) => [name, new Blob([bytes])]));

  it('works like a downloaded one, without a network', async () => {
    const result = await installPackFiles(tools(), older.entry, chosen(older), quiet());
    expect(result.ok).toBe(true);
    expect(network.asked).toEqual([]);
    await expectWorking(older);
  });

  it('is refused with a file missing or a byte changed', async () => {
    const files = chosen(older);
    files.set('tables.bin', new Blob([new Uint8Array(1000)]));
    const corrupt = await installPackFiles(tools(), older.entry, files, quiet());
    expect(faultOf(corrupt)).toBe('pack-corrupt');
    files.delete('tables.bin');
    const half = await installPackFiles(tools(), older.entry, files, quiet());
    expect(half).toMatchObject({
      fault: { code: 'pack-incomplete', facts: { file: 'tables.bin' } },
    });
    expect(await database.packs.count()).toBe(0);
    expect(await database.packBlobs.count()).toBe(0);
  });
});
