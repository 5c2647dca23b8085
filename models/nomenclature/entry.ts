import type { PackEntry } from '../../src/contracts/pack.ts';
import { NOMENCLATURE_FORMAT } from '../../src/domain/hs/nomenclature-text.ts';
import type { JoinReport } from './join-names.ts';

/** Day on which the source tables were taken. */
const TAKEN = '2026-11-22';

/** What models/manifest.json says of this pack, without the files' sizes and hashes. */
export function nomenclatureEntry(counts: JoinReport): Omit<PackEntry, 'files'> {
  return {
    id: 'nomenclature',
    kind: 'nomenclature',
    version: '1.0.0',
    format: NOMENCLATURE_FORMAT,
    path: 'nomenclature/v1',
    title: { ko: '품목 명칭 (HS 2022, HSK 2025)', en: 'Names of goods (HS 2022, HSK 2025)' },
    made: TAKEN,
    source: {
      ko: '관세청 공공데이터, datasets/harmonized-system (PDDL)',
      en: 'Korea Customs Service open data, datasets/harmonized-system (PDDL)',
    },
    needs: [],
    thresholds: {},
    metrics: {
      headings: { value: counts.headings },
      subheadings: { value: counts.subheadings },
      leaves: { value: counts.leaves },
    },
    golden: 'golden.json',
  };
}
