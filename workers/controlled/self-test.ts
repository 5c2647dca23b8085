import * as v from 'valibot';
import { CONTROLLED_PACK } from '../../src/contracts/controlled.ts';
import { fail, succeed, type Result } from '../../src/contracts/fault.ts';
import {
  GoldenControlled,
  largestControlledDifference,
} from '../../src/domain/controlled/model-golden.ts';
import type { HaechiDatabase } from '../../src/platform/database/database.ts';
import { openPack } from '../../src/platform/packs/pack-store.ts';
import type { Call } from '../../src/platform/workers/call.ts';
import { openModel, type OpenedModel } from './opened-packs.ts';

/** Numbers of training must come out on this device as near as this. */
const TOLERANCE = 1e-4;

export interface SelfTestReading {
  readonly cases: number;
  readonly largestDifference: number;
  readonly backend: string;
}

/** The golden cases of a pack; undefined when it has none or they cannot be read. */
function readGolden({ golden }: OpenedModel): GoldenControlled | undefined {
  if (!golden) return undefined;
  try {
    const parsed = v.safeParse(GoldenControlled, JSON.parse(new TextDecoder().decode(golden)));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Judges the golden lines by the very code that will use the pack, on this device. Faults:
 * model-missing, pack-*, self-test-failed.
 */
export async function runSelfTest(
  call: Call,
  database: HaechiDatabase,
  version: string,
): Promise<Result<SelfTestReading>> {
  const opened = await openPack(database, CONTROLLED_PACK, openModel, { version });
  if (!opened.ok) return opened;
  const golden = readGolden(opened.value);
  if (!golden) return fail('self-test-failed', { pack: CONTROLLED_PACK, version, cases: 0 });
  const cases = golden.cases.length;
  call.progress({ stage: 'testing', done: 0, of: cases });
  const difference = largestControlledDifference(opened.value.model, golden);
  call.progress({ stage: 'testing', done: cases, of: cases });
  if (!(difference <= TOLERANCE)) {
    return fail('self-test-failed', { pack: CONTROLLED_PACK, version, cases, difference });
  }
  return succeed({ cases, largestDifference: difference, backend: 'none' });
}
