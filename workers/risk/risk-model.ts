import { fail, succeed, type FaultCode, type Result } from '../../src/contracts/fault.ts';
import type { PackFiles } from '../../src/contracts/pack.ts';
import type { RiskModel } from '../../src/domain/risk/model.ts';
import { PackContentError } from '../../src/domain/tables/named-arrays.ts';
import { openRiskPack } from '../../src/domain/risk/pack.ts';
import type { HaechiDatabase } from '../../src/platform/database/database.ts';
import { findPack, readPackFiles, type WhichPack } from '../../src/platform/packs/read.ts';

export const RISK_PACK = 'risk';

export interface OpenedModel {
  readonly version: string;
  /** When its training was done. */
  readonly made: string;
  readonly model: RiskModel;
  readonly files: PackFiles;
  /** Name of the file with the golden cases, if the pack has one. */
  readonly golden: string | undefined;
}

const FAULT_OF: Readonly<Record<PackContentError['reason'], FaultCode>> = {
  incomplete: 'pack-incomplete',
  corrupt: 'pack-corrupt',
  unsupported: 'pack-unsupported',
};

/** Opens a risk pack of this tablet. Faults: model-missing, pack-*, storage-refused. */
export async function openModel(
  database: HaechiDatabase,
  which: WhichPack = 'active',
): Promise<Result<OpenedModel>> {
  const pack = await findPack(database, RISK_PACK, which);
  if (!pack) return fail('model-missing', { pack: RISK_PACK });
  const { version, entry } = pack;
  const files = await readPackFiles(database, RISK_PACK, { version });
  if (!files.ok) return files;
  try {
    const model = openRiskPack(files.value);
    return succeed({ version, made: entry.made, model, files: files.value, golden: entry.golden });
  } catch (error) {
    if (!(error instanceof PackContentError)) throw error;
    return fail(FAULT_OF[error.reason], { pack: RISK_PACK, version, detail: error.message });
  }
}
