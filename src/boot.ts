import { fail, succeed, type Result } from './contracts/fault.ts';
import { ControlledChecks } from './features/controlled/controlled-check.svelte.ts';
import {
  connectControlled,
  type ControlledClient,
} from './features/controlled/controlled-client.ts';
import { GoodsChecks } from './features/hs/goods-check.svelte.ts';
import { connectHs, type HsClient } from './features/hs/hs-client.ts';
import { Outbox } from './features/outbox/outbox.svelte.ts';
import { PackShelf } from './features/packs/pack-shelf.svelte.ts';
import { Desk } from './features/risk/desk.svelte.ts';
import { connectRisk, type RiskClient } from './features/risk/risk-client.ts';
import { openDatabase, type HaechiDatabase } from './platform/database/database.ts';
import { Recorder } from './platform/database/recorder.ts';
import { Connection } from './platform/network/connection.svelte.ts';
import { StorageState } from './platform/network/storage.svelte.ts';
import { Updates } from './platform/network/updates.svelte.ts';
import { PackNames } from './shell/names.svelte.ts';
import { watchControlled } from './shell/controlled-watch.ts';
import { watchGoods } from './shell/goods-watch.ts';
import { acceptLoss, findLoss, noteCount } from './shell/record-count.ts';
import { Session } from './shell/session.svelte.ts';

/** Everything the screens are given. Made once, here; nothing else reaches for globals. */
export interface Services {
  readonly database: HaechiDatabase;
  readonly session: Session;
  readonly recorder: Recorder;
  readonly risk: RiskClient;
  readonly hs: HsClient;
  /** The check of imported goods texts, in the background. */
  readonly goodsChecks: GoodsChecks;
  readonly controlled: ControlledClient;
  /** The check of imported lines for controlled goods, in the background. */
  readonly controlledChecks: ControlledChecks;
  readonly desk: Desk;
  readonly names: PackNames;
  readonly packs: PackShelf;
  readonly connection: Connection;
  readonly storage: StorageState;
  readonly updates: Updates;
  readonly outbox: Outbox;
  readonly loss: { had: number; has: number } | null;
  /** The officer has read of the loss. */
  acceptLoss(): void;
  /** What goes on once the screen is up: packs arrive, the network is watched. Returns how to stop. */
  start(): () => void;
}

/** Kinds of events that somebody must answer for. */
const NAMED = /^(?:decision|hs)-/;
/** Packs that the classify screen works with. */
const HS_PACKS: ReadonlySet<string> = new Set(['hs', 'nomenclature']);

/** Opens what the app stands on. A tablet that cannot keep records must not collect any. */
export async function boot(): Promise<Result<Services>> {
  let database: HaechiDatabase;
  let loss: Services['loss'];
  try {
    database = await openDatabase();
    loss = await findLoss(database, localStorage);
  } catch {
    return fail('storage-refused');
  }
  const session = new Session(database);
  await session.open();
  const storage = new StorageState(navigator.storage);
  // The first thing an officer records is the moment to ask the browser not to clear it.
  const recorder = new Recorder({
    database,
    context: () => session.context(),
    // A decision or a code without a name is none; settings may be set by whoever holds the tablet.
    identify: (kind) => (NAMED.test(kind) ? session.identify() : Promise.resolve(true)),
    recorded: () => void storage.askOnce(),
  });
  const risk = connectRisk();
  const hs = connectHs();
  const controlled = connectControlled();
  const desk = new Desk({ risk: risk.methods, recorder, database });
  const hasLines = async (): Promise<boolean> => (await database.batches.count()) > 0;
  const controlledChecks = new ControlledChecks({
    ...{ controlled: controlled.methods, hasLines },
    changed: async () => {
      if (desk.state.kind !== 'idle') await desk.refresh();
    },
  });
  const goodsChecks = new GoodsChecks(hs.methods, () => void controlledChecks.run());
  const names = new PackNames(database);
  await names.load();
  const connection = new Connection((input, init) => fetch(input, init));
  const outbox = new Outbox(database);
  const testers = { risk: risk.methods, hs: hs.methods, controlled: controlled.methods };
  const packs = new PackShelf({
    database,
    log: () => session.context(),
    fetch: (input, init) => fetch(input, init),
    // Loaded when a pack comes in: the first screen does without it.
    selfTest: async (entry, signal) => {
      const { selfTestPack } = await import('./shell/self-test.ts');
      return selfTestPack(database, testers, entry, signal);
    },
    estimate: () => navigator.storage.estimate(),
    measureSpeed: (call) => risk.methods.measureSpeed(call),
    measureHsSpeed: (call) => hs.methods.measureSpeed(call),
    // A pack came or went: the worker and the names read theirs again, then the list follows. What
    // lines are judged by is watched (watchControlled): another tab may change it, too.
    changed: async (id) => {
      await risk.methods.reload({});
      await names.load();
      if (HS_PACKS.has(id)) await hs.methods.reload({});
      if (id === 'hs') void goodsChecks.run();
      if (id === 'risk') await desk.refresh();
    },
  });
  const updates = new Updates();
  const services: Services = {
    ...{ database, session, recorder, risk: risk.methods, hs: hs.methods, desk, names, packs },
    ...{ goodsChecks, controlled: controlled.methods, controlledChecks },
    ...{ connection, storage, updates, outbox, loss },
    acceptLoss: () => loss && acceptLoss(loss.has, localStorage),
    start() {
      const stops = [
        connection.watch(),
        storage.watch(),
        outbox.watch((n) => noteCount(n, localStorage)),
        watchGoods(database, () => goodsChecks.run()),
        watchControlled(database, controlledChecks),
      ];
      if (import.meta.env.PROD) updates.register('/worker.js');
      void packs.open();
      return () => stops.forEach((stop) => stop());
    },
  };
  return succeed(services);
}
