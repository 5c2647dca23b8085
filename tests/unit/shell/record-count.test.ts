import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { HaechiDatabase } from '../../../src/platform/database/database.ts';
import { appendEvent } from '../../../src/platform/database/event-log.ts';
import { acceptLoss, findLoss, noteCount } from '../../../src/shell/record-count.ts';

function rememberingStorage(): Storage {
  const kept = new Map<string, string>();
  return {
    length: 0,
    clear: () => kept.clear(),
    getItem: (key) => kept.get(key) ?? null,
    key: () => null,
    removeItem: (key) => void kept.delete(key),
    setItem: (key, value) => void kept.set(key, value),
  };
}

describe('lost records', () => {
  let database: HaechiDatabase;
  beforeEach(async () => {
    await new HaechiDatabase('loss').delete();
    database = new HaechiDatabase('loss');
  });

  async function recordOne(id: string): Promise<void> {
    const context = { actor: '', device: 'd', now: () => new Date(0), newId: () => id };
    const body = { settings: { officer: { name: id, office: '' } } };
    await appendEvent(database, context, { kind: 'settings-changed', subject: 'officer', body });
  }

  test('are noticed when the browser has cleared the database since the last visit', async () => {
    const storage = rememberingStorage();
    await recordOne('1');
    await recordOne('2');
    noteCount(2, storage);
    expect(await findLoss(database, storage)).toBeNull();
    await database.events.clear();
    expect(await findLoss(database, storage)).toEqual({ had: 2, has: 0 });
    noteCount(1, storage);
    expect(await findLoss(database, storage)).toEqual({ had: 2, has: 0 });
    acceptLoss(0, storage);
    expect(await findLoss(database, storage)).toBeNull();
  });

  test('are not claimed on a fresh tablet, nor when there are more than were counted', async () => {
    const storage = rememberingStorage();
    expect(await findLoss(database, storage)).toBeNull();
    noteCount(0, storage);
    await recordOne('1');
    expect(await findLoss(database, storage)).toBeNull();
  });
});
