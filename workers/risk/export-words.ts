import type { ControlledAnswer, Standing } from '../../src/contracts/controlled.ts';
import type { Decision } from '../../src/contracts/events.ts';
import type { Lane } from '../../src/domain/risk/lane.ts';
import type { Outcome } from '../../src/domain/risk/declaration.ts';

export type ExportLocale = 'ko' | 'en';

interface ExportWords {
  readonly header: readonly string[];
  readonly lanes: Readonly<Record<Lane, string>>;
  readonly decisions: Readonly<Record<Decision, string>>;
  readonly controlled: Readonly<Record<ControlledAnswer, string>>;
  /** What a list of controlled goods is; `replaced`: another works now. */
  readonly standings: Readonly<Record<Standing, string>>;
  readonly replaced: string;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly yes: string;
}

/** Words of an exported file. It leaves the app, so they live with the writer, not with the screen. */
export const EXPORT_WORDS: Readonly<Record<ExportLocale, ExportWords>> = {
  ko: {
    header: [
      ...[
        '순위',
        '신고번호',
        '신고일',
        '우범 확률',
        '공공안전 우범 확률',
        '구분',
        '처음 보는 유형',
      ],
      ...[
        '무작위',
        '세관장확인',
        '의심 품목번호',
        '세관장확인 의심 확률(모의 자료로 배움)',
        '세관장확인 목록',
        'HS6',
        '수입자',
        '해외거래처',
        '세관',
        '적출국',
        '원산지',
        '세율구분',
        '세율 (%)',
      ],
      ...[
        '순중량 (kg)',
        '신고가격 (원)',
        '검사 결과',
        '결정',
        '결정 시각',
        '결정한 직원',
        '위험 모델',
      ],
    ],
    lanes: { inspect: '검사', controlled: '세관장확인 의심', review: '검토', fast: '신속통과' },
    decisions: { inspect: '검사', review: '검토', release: '통과' },
    controlled: { check: '확인 필요', fits: '신고와 맞음', 'cannot-tell': '판단 불가' },
    standings: { starter: '시작용 목록, 법정 목록이 아님', administration: '관청에서 가져온 목록' },
    replaced: '지금 쓰는 목록이 아님',
    outcomes: { unknown: '', nothing: '이상 없음', fraud: '우범', critical: '공공안전 우범' },
    yes: '예',
  },
  en: {
    header: [
      ...[
        'Rank',
        'Declaration number',
        'Date',
        'Fraud probability',
        'Public-safety fraud probability',
      ],
      ...['Lane', 'Never-seen pattern', 'Random check'],
      ...[
        'Controlled goods',
        'Suspected code',
        'Probability of it (learnt from simulated lines)',
        'Controlled-goods list',
      ],
      ...['HS6', 'Importer', 'Seller', 'Office'],
      ...['Departure', 'Origin', 'Tax type', 'Tax rate (%)', 'Net mass (kg)', 'Price (KRW)'],
      ...['Found', 'Decision', 'Decided at', 'Decided by', 'Risk model'],
    ],
    lanes: {
      inspect: 'Inspect',
      controlled: 'Controlled goods?',
      review: 'Review',
      fast: 'Fast track',
    },
    decisions: { inspect: 'Inspect', review: 'Review', release: 'Release' },
    controlled: {
      check: 'Check this',
      fits: 'Fits its declaration',
      'cannot-tell': 'Cannot tell',
    },
    standings: {
      starter: 'starter list, not the legal list',
      administration: 'imported from the administration',
    },
    replaced: 'no longer in use',
    outcomes: {
      unknown: '',
      nothing: 'Nothing found',
      fraud: 'Fraud',
      critical: 'Public-safety fraud',
    },
    yes: 'yes',
  },
};
