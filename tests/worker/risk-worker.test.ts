import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FRESH_QUERY, type ImportRequest } from '../../src/contracts/risk.ts';
import { connectRisk, type RiskClient } from '../../src/features/risk/risk-client.ts';
import { HaechiDatabase } from '../../src/platform/database/database.ts';
import {
  csvFile,
  faultOf,
  fileLine,
  fileLines,
  installRiskPack,
  valueOf,
} from './risk-workshop.ts';

// The worker opens the app's own database: this file is the only one that uses it.
const database = new HaechiDatabase();
let risk: RiskClient;
let stop: () => void;

beforeAll(async () => {
  await database.delete();
  await database.open();
  ({ methods: risk, stop } = connectRisk());
});
afterAll(() => {
  stop();
  database.close();
  indexedDB.deleteDatabase(database.name);
});

async function request(file: File): Promise<ImportRequest> {
  const { mapping } = valueOf(await risk.outline({}, file, file.name));
  return { file, name: file.name, mapping, known: 'refuse', remember: false, actor: 'officer' };
}

describe('the risk worker, in a thread of its own', () => {
  it('answers for an empty tablet', async () => {
    const view = valueOf(await risk.desk({}, FRESH_QUERY));
    expect(view).toMatchObject({ total: 0, span: null, next: null, groups: [] });
    expect(view.fault?.code).toBe('model-missing');
    expect(faultOf(await risk.find({}, 'D000001'))).toBe('not-found');
  });

  it('brings a file to a ranked list, and a row of it to a case', async () => {
    await installRiskPack(database);
    valueOf(await risk.reload({}));
    const told = new Set<string>();
    const call = { progress: (step: { stage: string }) => void told.add(step.stage) };
    valueOf(await risk.importTable(call, await request(csvFile(fileLines(5000)))));
    const view = valueOf(await risk.desk(call, FRESH_QUERY));
    expect(view.fault).toBeNull();
    expect(view.order).toBeInstanceOf(Uint32Array);
    expect(view.order.length).toBe(5000);
    expect([...told]).toEqual(expect.arrayContaining(['checking', 'storing', 'scoring']));
    const rows = valueOf(await risk.rows({}, view.order.slice(0, 30)));
    expect(rows.map((row) => row.handle)).toEqual([...view.order.slice(0, 30)]);
    const handle = valueOf(await risk.find({}, rows[7]?.id ?? ''));
    const opened = valueOf(await risk.openCase({}, handle));
    expect(opened.row.rank).toBe(8);
  });

  it('stops an import at a word, keeping nothing of it', async () => {
    const before = await database.chunks.count();
    const lines = Array.from({ length: 60_000 }, (_, n) => fileLine(n + 10_000));
    const stopper = new AbortController();
    const call = { signal: stopper.signal, progress: () => stopper.abort() };
    expect(faultOf(await risk.importTable(call, await request(csvFile(lines))))).toBe('cancelled');
    expect(await database.chunks.count()).toBe(before);
    expect(valueOf(await risk.desk({}, FRESH_QUERY)).total).toBe(5000);
  });

  it('does not read the words of a query it does not know', async () => {
    const odd = { ...FRESH_QUERY, capacity: 99 };
    await expect(risk.desk({}, odd)).rejects.toThrow();
  });

  it('drops a cut that is no longer wanted', async () => {
    const stopper = new AbortController();
    valueOf(await risk.reload({}));
    const cut = risk.desk({ signal: stopper.signal }, FRESH_QUERY);
    stopper.abort();
    const wanted = risk.desk({}, { ...FRESH_QUERY, capacity: 20 });
    expect(faultOf(await cut)).toBe('cancelled');
    expect(valueOf(await wanted).lanes[0]?.lines).toBe(1000);
  });

  it('exports the list as a file', async () => {
    const blob = valueOf(await risk.exportRanked({}, { ...FRESH_QUERY, text: 'd00000' }, 'en'));
    expect((await blob.text()).split('\r\n').length).toBe(12);
  });
});
