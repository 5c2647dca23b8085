import { Dexie } from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { findBreak } from '../../src/domain/events/chain.ts';
import { HaechiDatabase } from '../../src/platform/database/database.ts';
import { readLog } from '../../src/platform/database/event-log.ts';
import { readGoodsCheck } from '../../src/platform/database/goods.ts';
import { checkDeclarations } from '../../workers/hs/check-declarations.ts';
import { Findings } from '../../workers/hs/findings.ts';
import { openedModel } from './hs-workshop.ts';
import { csvFile, fileLine, makeCall, Tablet, valueOf } from './risk-workshop.ts';

/** The tables of version 2, as tablets in the field hold them. */
const VERSION_2 = {
  events: '++seq, &id, kind, subject',
  decisions: 'declaration, at',
  batches: 'id, sha256',
  chunks: '[batch+index]',
  rejected: 'batch',
  device: 'key',
  packs: '[id+version], id, state',
  packBlobs: 'sha256',
  packParts: '[sha256+offset], pack',
  mappings: 'header',
  settings: 'key',
  goodsTexts: '[batch+index], *ids',
  goodsChecks: '[batch+index], *ids, version',
  hsPicks: 'event, declaration',
};

let name = '';
afterEach(() => {
  indexedDB.deleteDatabase(name);
});

const rowsOf = async (database: Dexie, tables: readonly string[]): Promise<unknown> =>
  Object.fromEntries(
    await Promise.all(tables.map(async (one) => [one, await database.table(one).toArray()])),
  );

/** A tablet of version 2 with an import, a checked text, a decision, a pick, a pack and a setting. */
async function oldTablet(): Promise<{ old: Dexie; kept: readonly string[]; before: unknown }> {
  const source = new Tablet();
  valueOf(
    await source.import(
      csvFile([fileLine(1, { goods: 'wrist watch', hs6: '851762' }), fileLine(2)]),
      { remember: true },
    ),
  );
  name = `upgrade-${crypto.randomUUID()}`;
  const old = new Dexie(name);
  old.version(2).stores(VERSION_2);
  await old.open();
  for (const table of Object.keys(VERSION_2)) {
    await old.table(table).bulkPut(await source.database.table(table).toArray());
  }
  const [texts] = await source.database.goodsTexts.toArray();
  source.remove();
  const { batch = '', index = 0, ids = [] } = texts ?? {};
  // A check as version 2 kept it: without the likeliest codes.
  await old.table('goodsChecks').put({
    ...{ batch, index, ids, version: '1.0.0', suggested: ['910212'] },
    ...{ probability: new Float32Array([0.8]), declaredProbability: new Float32Array([0.1]) },
    agreement: new Uint8Array([2]),
  });
  const at = '2026-11-22T00:00:00.000Z';
  const stood = { declaration: 'D000001', decision: 'inspect', remark: '', at, actor: 'officer' };
  await old.table('decisions').put({ ...stood, event: 'E1' });
  const pick = { event: 'E2', text: 'watch', code: '910212', at, actor: 'officer' };
  await old.table('hsPicks').put({ ...pick, declaration: null });
  await old.table('packs').put({ id: 'hs', version: '1.0.0', state: 'active', installedAt: at });
  await old.table('packBlobs').put({ sha256: 'ab', blob: new Blob(['bytes']) });
  await old.table('settings').put({ key: 'risk.randomShare', value: 0.05 });
  const kept = Object.keys(VERSION_2).filter((table) => table !== 'goodsChecks');
  return { old, kept, before: await rowsOf(old, kept) };
}

describe('a tablet of the version before', () => {
  it('keeps all it holds, and has only the checks of its goods texts to make anew', async () => {
    const { old, kept, before } = await oldTablet();
    old.close();
    const database = new HaechiDatabase(name);
    await database.open();
    expect(await rowsOf(database, kept)).toEqual(before);
    expect(findBreak(await readLog(database))).toBeUndefined();
    for (const table of ['goodsChecks', 'linePapers', 'controlledChecks']) {
      expect(await database.table(table).count(), table).toBe(0);
    }
    const [blob] = await database.packBlobs.toArray();
    expect(await blob?.blob.text()).toBe('bytes');

    const findings = new Findings(database);
    const check = checkDeclarations(makeCall().call, database, findings, openedModel('1.0.0'));
    expect(valueOf(await check)).toMatchObject({ lines: 1, checked: 1 });
    expect(await readGoodsCheck(database, 'D000001')).toMatchObject({ suggested: '910212' });
    const [made] = await database.goodsChecks.toArray();
    expect([...(made?.codes.subarray(0, 2) ?? [])]).toEqual([910212, 851762]);
    database.close();
  });

  it('takes over while the old version is still open in another tab', async () => {
    const { old } = await oldTablet();
    const database = new HaechiDatabase(name);
    await database.open();
    expect(await database.chunks.count()).toBe(1);
    expect(old.isOpen()).toBe(false);
    database.close();
  });
});
