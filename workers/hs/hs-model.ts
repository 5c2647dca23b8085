import type { PackFiles } from '../../src/contracts/pack.ts';
import { limitsOf, type AnswerLimits } from '../../src/domain/hs/answer.ts';
import type { HsModel } from '../../src/domain/hs/suggest/model.ts';
import { openHsModel } from '../../src/domain/hs/suggest/open.ts';
import type { InstalledPack } from '../../src/platform/database/database.ts';

export const HS_PACK = 'hs';

export interface OpenedModel {
  readonly version: string;
  readonly model: HsModel;
  readonly limits: AnswerLimits;
  /** Figures of the pack's entry, by name. */
  readonly metrics: InstalledPack['entry']['metrics'];
  readonly golden: ArrayBuffer | undefined;
}

export function openModel({ version, entry }: InstalledPack, files: PackFiles): OpenedModel {
  return {
    version,
    model: openHsModel(files),
    limits: limitsOf(entry.thresholds),
    metrics: entry.metrics,
    golden: entry.golden === undefined ? undefined : files.get(entry.golden),
  };
}
