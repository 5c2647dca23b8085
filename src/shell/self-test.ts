import type { Called } from '../platform/workers/call.ts';
import { LIST_PACK, type ControlledWorker } from '../contracts/controlled.ts';
import type { HsWorker } from '../contracts/hs.ts';
import type { RiskWorker } from '../contracts/risk.ts';
import type { PackEntry } from '../contracts/pack.ts';
import { fail, succeed, type Result } from '../contracts/fault.ts';
import { codeDisagreements, GoldenCodes } from '../domain/codes/golden.ts';
import { openCodes } from '../domain/codes/code-table.ts';
import { disagreements, GoldenNames } from '../domain/hs/golden.ts';
import { openNomenclature } from '../domain/hs/nomenclature.ts';
import type { HaechiDatabase } from '../platform/database/database.ts';
import type { SelfTestOutcome } from '../platform/packs/install.ts';
import { readPackFiles } from '../platform/packs/read.ts';
import * as v from 'valibot';

/** Kinds that a worker tests through its own pipeline. */
export interface SelfTesters {
  readonly risk: Pick<Called<RiskWorker>, 'selfTest'>;
  readonly hs: Pick<Called<HsWorker>, 'selfTest'>;
  readonly controlled: Pick<Called<ControlledWorker>, 'selfTest'>;
}

/** Runs a staged version's golden cases on this device, through the code that will use the pack. */
export async function selfTestPack(
  database: HaechiDatabase,
  workers: SelfTesters,
  entry: PackEntry,
  signal: AbortSignal,
): Promise<Result<SelfTestOutcome>> {
  const { kind, version } = entry;
  if (kind === 'controlled' || entry.id === LIST_PACK)
    return workers.controlled.selfTest({ signal }, entry.id, version);
  if (kind !== 'nomenclature' && kind !== 'rules')
    return workers[kind].selfTest({ signal }, version);
  const files = await readPackFiles(database, entry.id, { version });
  if (!files.ok) return files;
  const texts = new Map(
    [...files.value].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]),
  );
  try {
    return succeed(kind === 'nomenclature' ? testNames(texts, entry) : testCodes(texts, entry));
  } catch {
    // A pack whose bytes are right and whose content cannot be read was made wrongly.
    return fail('self-test-failed', { pack: entry.id, version });
  }
}

function testNames(texts: ReadonlyMap<string, string>, entry: PackEntry): SelfTestOutcome {
  const golden = v.parse(GoldenNames, JSON.parse(texts.get(entry.golden ?? '') ?? 'null'));
  const wrong = disagreements(openNomenclature(texts), golden);
  if (wrong.length > 0) throw new Error(wrong.join('; '));
  return { cases: golden.cases.length, largestDifference: 0, backend: 'none' };
}

function testCodes(texts: ReadonlyMap<string, string>, entry: PackEntry): SelfTestOutcome {
  const golden = v.parse(GoldenCodes, JSON.parse(texts.get(entry.golden ?? '') ?? 'null'));
  const wrong = codeDisagreements(openCodes(texts.get('codes.json') ?? ''), golden);
  if (wrong.length > 0) throw new Error(wrong.join('; '));
  return { cases: golden.cases.length, largestDifference: 0, backend: 'none' };
}
