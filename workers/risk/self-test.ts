import type { SelfTestReading } from '../../src/contracts/risk.ts';
import { fail, type Result } from '../../src/contracts/fault.ts';
import type { HaechiDatabase } from '../../src/platform/database/database.ts';
import type { Call } from '../../src/platform/workers/call.ts';
import { openModel, RISK_PACK } from './risk-model.ts';

export async function runSelfTest(
  _call: Call,
  database: HaechiDatabase,
  version: string,
): Promise<Result<SelfTestReading>> {
  const opened = await openModel(database, { version });
  if (!opened.ok) return opened;
  return fail('self-test-failed', { pack: RISK_PACK, version });
}
