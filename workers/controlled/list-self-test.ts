import * as v from 'valibot';
import { LIST_PACK } from '../../src/contracts/controlled.ts';
import { fail, succeed, type Result } from '../../src/contracts/fault.ts';
import type { PackFiles } from '../../src/contracts/pack.ts';
import { GoldenRequirements, listDisagreements } from '../../src/domain/controlled/golden.ts';
import type { HaechiDatabase, InstalledPack } from '../../src/platform/database/database.ts';
import { openPack } from '../../src/platform/packs/pack-store.ts';
import type { Call } from '../../src/platform/workers/call.ts';
import { openList, type OpenedList } from './opened-packs.ts';
import type { SelfTestReading } from './self-test.ts';

interface TestedList extends OpenedList {
  readonly golden: GoldenRequirements;
}

/** Throws when the pack has no cases or they cannot be read. */
function openTested(pack: InstalledPack, files: PackFiles): TestedList {
  const bytes = files.get(pack.entry.golden ?? '') ?? new ArrayBuffer(0);
  const golden = v.parse(GoldenRequirements, JSON.parse(new TextDecoder().decode(bytes)));
  return { ...openList(pack, files), golden };
}

/**
 * Looks the golden codes and days of a list up by the very code that will use it. Off the screen's
 * thread: an administration's list may have 100,000 rows. Faults: model-missing, pack-*,
 * self-test-failed.
 */
export async function testList(
  call: Call,
  database: HaechiDatabase,
  version: string,
): Promise<Result<SelfTestReading>> {
  const opened = await openPack(database, LIST_PACK, openTested, { version });
  if (!opened.ok) return opened;
  const { list, golden } = opened.value;
  const cases = golden.cases.length;
  call.progress({ stage: 'testing', done: 0, of: cases });
  if (listDisagreements(list, golden).length > 0) {
    return fail('self-test-failed', { pack: LIST_PACK, version, cases });
  }
  return succeed({ cases, largestDifference: 0, backend: 'none' });
}
