import { ulid } from 'ulid';
import type { DeviceFact, HaechiDatabase } from '../../src/platform/database/database.ts';
import type { LogContext } from '../../src/platform/database/event-log.ts';

/** 256 random bits as hex. */
function randomHex(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A fact of this tablet; made once, by whichever thread asks first. */
export async function deviceFact(
  database: HaechiDatabase,
  key: DeviceFact['key'],
): Promise<string> {
  return database.transaction('rw', database.device, async () => {
    const fact = await database.device.get(key);
    if (fact) return fact.value;
    const value = key === 'id' ? ulid() : randomHex();
    await database.device.add({ key, value });
    return value;
  });
}

export async function logContext(database: HaechiDatabase, actor: string): Promise<LogContext> {
  const device = await deviceFact(database, 'id');
  return { actor, device, now: () => new Date(), newId: () => ulid() };
}
