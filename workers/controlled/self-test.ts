import { CONTROLLED_PACK } from '../../src/contracts/controlled.ts';
import { fail, type Result } from '../../src/contracts/fault.ts';
import type { HaechiDatabase } from '../../src/platform/database/database.ts';
import type { Call } from '../../src/platform/workers/call.ts';

export interface SelfTestReading {
  readonly cases: number;
  readonly largestDifference: number;
  readonly backend: string;
}

/** Faults: model-missing. */
export async function runSelfTest(
  _call: Call,
  _database: HaechiDatabase,
  version: string,
): Promise<Result<SelfTestReading>> {
  return fail('model-missing', { pack: CONTROLLED_PACK, version });
}
