import { dateOf } from '../../../src/domain/risk/declaration.ts';
import type { LineTable } from '../../../src/domain/risk/declaration.ts';
import type { RiskModelParts } from '../../../src/domain/risk/model.ts';
import type { LineScores } from '../../../src/domain/risk/score.ts';
import { CRITICAL_MEMBERS, FRAUD_MEMBERS } from '../../../src/domain/risk/stack.ts';
import type { EntityTrial } from './entity-trial.ts';
import { fastTrackOf } from './fast-track.ts';
import type { FastTrack } from './fast-track.ts';
import { groupFigures } from './figures.ts';
import type { GroupFigures } from './figures.ts';
import type { Blend } from './fit-blend.ts';
import { foundAtLeast } from './found.ts';
import { calibrationError, deciles } from './metrics.ts';
import { linesWhere } from './select-lines.ts';

/** Figures of all lines, of known patterns and of novel ones, always side by side. */
export interface SideBySide {
  readonly all: GroupFigures;
  readonly seen: GroupFigures;
  readonly unseen: GroupFigures;
}

/** Null where the member is not asked. */
interface Three {
  readonly all: number | null;
  readonly seen: number | null;
  readonly unseen: number;
}

interface MemberRow {
  readonly member: string;
  /** Ranking figures of the member alone (its own log-odds, not recalibrated: no Brier). */
  readonly auc: Three;
  readonly ap: Three;
  /** Weight in the blend; 0 = dropped. */
  readonly weight: { readonly known: number; readonly novel: number };
}

export interface RiskCard {
  readonly format: 1;
  readonly version: string;
  readonly made: string;
  readonly source: { readonly ko: string; readonly en: string };
  readonly train: Span;
  readonly valid: Span;
  readonly figures: SideBySide;
  readonly ece: number;
  readonly deciles: ReturnType<typeof deciles>;
  readonly members: readonly MemberRow[];
  readonly trials: Blend['trials'];
  readonly critical: {
    readonly figures: GroupFigures;
    readonly members: readonly { member: string; ap: number; weight: number }[];
  };
  readonly fastTrack: FastTrack & {
    readonly probability: number;
    readonly criticalProbability: number;
  };
  readonly published: {
    readonly precisionAt: Readonly<Record<string, number>>;
    readonly source: string;
  };
  readonly entities: EntityTrial;
  readonly words: { readonly ko: readonly string[]; readonly en: readonly string[] };
}

interface Span {
  readonly rows: number;
  readonly from: string;
  readonly to: string;
  readonly fraud: number;
  readonly critical: number;
  readonly novel: number;
}

function spanOf(table: LineTable, novel: number): Span {
  const sum = (marks: Uint8Array): number => marks.reduce((a, b) => a + b, 0);
  return {
    rows: table.length,
    from: dateOf(Math.min(...table.day)),
    to: dateOf(Math.max(...table.day)),
    fraud: sum(foundAtLeast(table, 'fraud')),
    critical: sum(foundAtLeast(table, 'critical')),
    novel,
  };
}

function sideBySide(
  values: ArrayLike<number>,
  found: Uint8Array,
  novel: Uint8Array,
  samples?: number,
): SideBySide {
  const of = (keep: (line: number) => boolean, seed: number): GroupFigures => {
    const lines = linesWhere(found.length, keep);
    return groupFigures(
      Float64Array.from(lines, (l) => values[l] as number),
      Float64Array.from(lines, (l) => found[l] as number),
      seed,
      samples,
    );
  };
  return {
    all: of(() => true, 61),
    seen: of((l) => novel[l] === 0, 62),
    unseen: of((l) => novel[l] === 1, 63),
  };
}

const WORDS = {
  en: [
    'These figures are measured on synthetic data that repeats its own templates: about four of five lines of a later quarter have exactly the same goods, route, tax, mass and price as a training line, and that template carries its outcome.',
    'Read the three columns side by side. On known patterns the model mostly remembers; on novel patterns it ranks only a little better than chance (AUC about 0.6). A novel line is marked, and is never fast-tracked.',
    'Do not expect these figures in the field. The published real-data result for the best comparable model is a precision of 0.60 in the top 5 % and 0.52 in the top 10 %.',
    'Histories of importer, seller, declarant and courier carry no signal in this data set: they were measured and left out. They work where there is signal; train on your own data to have them.',
    'The blend and its calibration were fitted on the validation quarter on which these figures are shown; the limits of the fast lane were chosen there too.',
  ],
  ko: [
    '이 수치는 같은 견본이 되풀이되는 합성 자료에서 잰 것입니다. 이후 분기의 다섯 줄 가운데 네 줄은 품목·경로·세율·중량·가격이 학습 자료와 완전히 같고, 그 견본에 결과가 들어 있습니다.',
    '세 열을 나란히 보십시오. 아는 유형에서는 대부분 기억한 결과이고, 처음 보는 유형에서는 우연보다 조금 나은 정도(AUC 약 0.6)입니다. 처음 보는 유형은 표시되며 신속통관으로 보내지 않습니다.',
    '현장에서 이 수치를 기대하지 마십시오. 실제 자료로 발표된 비교 모형의 최고 정밀도는 상위 5 %에서 0.60, 상위 10 %에서 0.52입니다.',
    '수입자·판매자·신고인·특송업체 이력은 이 자료에서 신호가 없어 측정 후 제외했습니다. 신호가 있는 자료에서는 작동하므로 자체 자료로 학습하면 쓸 수 있습니다.',
    '결합과 보정은 이 수치를 보인 검증 분기에 맞추었고, 신속통관 기준도 같은 분기에서 정했습니다.',
  ],
};

/** All figures of the model card, measured on the validation lines. */
export function makeCard(
  parts: RiskModelParts,
  blend: Blend,
  train: LineTable,
  trainNovel: number,
  valid: LineTable,
  scores: LineScores,
  entities: EntityTrial,
  made: string,
  source: RiskCard['source'],
): RiskCard {
  const fraud = foundAtLeast(valid, 'fraud');
  const grave = foundAtLeast(valid, 'critical');
  const { novel, probability, critical, members } = scores;
  const column = (all: Float32Array, width: number, at: number): Float32Array =>
    Float32Array.from({ length: valid.length }, (_, l) => all[l * width + at] as number);
  const memberRows = FRAUD_MEMBERS.map((member, at): MemberRow => {
    const { all, seen, unseen } = sideBySide(
      column(members.fraud, FRAUD_MEMBERS.length, at),
      fraud,
      novel,
      1,
    );
    // These two are asked about novel lines only.
    const only = member === 'novel-trees' || member === 'network';
    return {
      member,
      auc: {
        all: only ? null : all.auc.value,
        seen: only ? null : seen.auc.value,
        unseen: unseen.auc.value,
      },
      ap: {
        all: only ? null : all.ap.value,
        seen: only ? null : seen.ap.value,
        unseen: unseen.ap.value,
      },
      weight: { known: blend.known.weights[at] ?? 0, novel: blend.novel.weights[at] ?? 0 },
    };
  });
  const criticalMembers = CRITICAL_MEMBERS.map((member, at) => ({
    member,
    ap: groupFigures(column(members.critical, CRITICAL_MEMBERS.length, at), grave, 65, 1).ap.value,
    weight: blend.critical.weights[at] ?? 0,
  }));
  const novelCount = novel.reduce((a, b) => a + b, 0);
  return {
    format: 1,
    version: parts.version,
    made,
    source,
    train: spanOf(train, trainNovel),
    valid: spanOf(valid, novelCount),
    figures: sideBySide(probability, fraud, novel),
    ece: calibrationError(probability, fraud),
    deciles: deciles(probability, fraud),
    members: memberRows,
    trials: blend.trials,
    critical: { figures: groupFigures(critical, grave, 64), members: criticalMembers },
    fastTrack: {
      ...fastTrackOf({ probability, critical, novel, fraud, grave }, parts.thresholds),
      probability: parts.thresholds.fastProbability,
      criticalProbability: parts.thresholds.fastCritical,
    },
    published: {
      precisionAt: { 5: 0.762, 10: 0.641 },
      source:
        'Jeong, Kim, Park, Choi 2022, arXiv 2208.02484, table 3 (LightGBM, synthetic data, its test split)',
    },
    entities,
    words: WORDS,
  };
}
