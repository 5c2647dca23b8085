import * as v from 'valibot';
import type { SelfTestReading } from '../../src/contracts/risk.ts';
import { fail, succeed, type Result } from '../../src/contracts/fault.ts';
import type { HaechiDatabase } from '../../src/platform/database/database.ts';
import type { Call } from '../../src/platform/workers/call.ts';
import { GoldenFile, goldenTable, largestDifference } from './golden.ts';
import type { Backend } from './network-backend.ts';
import { openModel, RISK_PACK, type OpenedModel } from './risk-model.ts';
import { scoreTable } from './scoring.ts';

/** The golden cases of a pack; undefined when it has none or they cannot be read. */
export function readGolden({ files, golden }: OpenedModel): GoldenFile | undefined {
  const bytes = golden === undefined ? undefined : files.get(golden);
  if (!bytes) return undefined;
  try {
    const parsed = v.safeParse(GoldenFile, JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Scores the golden lines through the very code that will use the pack, on this device.
 * Faults: model-missing, pack-*, gpu-lost, cancelled, self-test-failed.
 */
export async function runSelfTest(
  call: Call,
  database: HaechiDatabase,
  version: string,
  backends?: readonly Backend[],
): Promise<Result<SelfTestReading>> {
  const opened = await openModel(database, { version });
  if (!opened.ok) return opened;
  const golden = readGolden(opened.value);
  if (!golden) return fail('self-test-failed', { pack: RISK_PACK, version, cases: 0 });
  const cases = golden.cases.length;
  call.progress({ stage: 'testing', done: 0, of: cases });
  const scored = await scoreTable(call, opened.value.model, goldenTable(golden), backends);
  if (!scored.ok) return scored;
  const difference = largestDifference(golden, scored.value.scores);
  call.progress({ stage: 'testing', done: cases, of: cases });
  if (difference > golden.tolerance) {
    return fail('self-test-failed', { pack: RISK_PACK, version, cases, difference });
  }
  return succeed({ cases, largestDifference: difference, backend: scored.value.backend });
}
