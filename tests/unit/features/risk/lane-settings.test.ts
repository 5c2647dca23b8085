import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LaneSettings } from '../../../../src/features/risk/lane-settings.svelte.ts';
import { openDatabase, type HaechiDatabase } from '../../../../src/platform/database/database.ts';
import { Recorder } from '../../../../src/platform/database/recorder.ts';

let database: HaechiDatabase;
beforeEach(async () => {
  database = await openDatabase(`lanes-${crypto.randomUUID()}`);
});
afterEach(() => database.delete());

const NAMES = {
  inspect: { ko: '정밀', en: 'Hold' },
  controlled: { ko: '', en: '' },
  review: { ko: '', en: '' },
  fast: { ko: '', en: '' },
};

describe('the names of the lanes', () => {
  it('are there again after a restart, the app’s own where the office gave none', async () => {
    const context = () => ({
      ...{ actor: '김예시', device: 'T1', now: () => new Date(1_700_000_000_000) },
      newId: () => crypto.randomUUID().slice(0, 26),
    });
    const saved = await new LaneSettings().save(new Recorder({ database, context }), NAMES, 0.05);
    expect(saved.ok).toBe(true);
    const again = new LaneSettings();
    await again.load(database);
    expect(again.nameOf('inspect')).toBe('정밀');
    expect(again.nameOf('review')).toBe('검토');
    expect((await database.settings.get('risk.randomShare'))?.value).toBe(0.05);
  });

  it('are the app’s own when what is stored is damaged', async () => {
    await database.settings.put({ key: 'risk.lanes', value: { inspect: { ko: 3 } } });
    const lanes = new LaneSettings();
    await lanes.load(database);
    expect(lanes.nameOf('inspect')).toBe('검사');
  });
});
