import type {
  ControlledCase,
  Ground,
  RequirementRow,
} from '../../../../src/contracts/controlled.ts';
import { ANSWER_OF } from '../../../../src/contracts/controlled.ts';
import { formatHs } from '../../../../src/domain/hs/code.ts';

const RADIO = { ko: '전파법', en: 'Radio Waves Act' };

/** A requirement of a made-up list; nobody has held it against the law. */
export function madeRow(change: Partial<RequirementRow> = {}): RequirementRow {
  return {
    ...{ hs: '8517', law: RADIO, condition: null, citation: '제58조의2', last_verified: null },
    authority: { ko: '국립전파연구원', en: 'National Radio Research Agency' },
    document: { ko: '적합성평가확인서', en: 'Conformity assessment certificate' },
    ...{ effective_from: '2020-01-01', effective_to: null },
    ...change,
  };
}

/** A watch that looks like a radio, unless told otherwise. */
export function madeCase(ground: Ground, change: Partial<ControlledCase> = {}): ControlledCase {
  return {
    ...{ declaration: 'D-1', code: '910212', day: '2020-03-04', text: 'SMART WATCH, BLUETOOTH' },
    ...{ answer: ANSWER_OF[ground], ground, probability: 0.74, suspect: '851762' },
    ...{ list: '2026.1', model: '1.0.0', requirements: [madeRow()], missing: [madeRow()] },
    ...{ documents: '', clues: [], standing: 'starter' },
    ...change,
  };
}

/** The names of a tablet with a nomenclature of two codes. */
export const NAMES = {
  hsText: formatHs,
  goods: (code: string): string =>
    code === '851762' ? '무선통신기기' : code === '910212' ? '손목시계' : formatHs(code),
};
