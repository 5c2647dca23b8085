import type { Decision } from '../../contracts/events.ts';
import type { Outcome } from '../../domain/risk/declaration.ts';
import { formatNumber } from '../format.ts';
import { fieldMessages } from './case-fields.ts';
import { caseGoodsMessages } from './case-goods.ts';
import { percentInWords } from './case-percent.ts';
import { reasonMessages } from './case-reasons.ts';

const ko = {
  ...reasonMessages.ko,
  back: '목록으로',
  loading: '신고를 여는 중',
  subtitle: (id: string, day: string) => `신고 ${id} · ${day} 접수`,
  novel: '처음 보는 유형',
  seen: '본 적 있는 유형',
  random: '무작위',
  controlled: '세관장확인 의심',
  noDocument: '서류 없음',
  controlledOpen: '세관장확인 미정',
  bands: ['판단 불가', '낮음', '보통', '높음', '매우 높음'] as readonly string[],
  interval: (low: string, high: string) =>
    low === high
      ? `보정된 확률, ${low}\u00a0%${low === '99.9' ? ' 이상' : low === '0.1' ? ' 이하' : ' 안팎'}`
      : `보정된 확률, 구간 ${low}–${high}\u00a0%`,
  rank: (rank: number, inspected: number) =>
    rank <= inspected
      ? `검사할 ${formatNumber(inspected)}건 중 ${formatNumber(rank)}순위`
      : `${formatNumber(rank)}순위 (검사는 ${formatNumber(inspected)}건)`,
  noScore: '점수 없음',

  goodsCheck: caseGoodsMessages.ko,
  fields: fieldMessages.ko,
  goods: '품목',
  form: '수입신고 내용',
  allFields: (n: number) => `전체 ${n}개 항목`,
  allTitle: '수입신고 전체 항목',
  usedNote: '왼쪽 줄이 있는 칸은 이유에 쓰인 항목입니다.',
  used: '이유에 쓰임',
  goodsNote: '품명은 없는 자료입니다. 세번부호의 공식 품명입니다.',
  goodsUnknown: '품목 이름이 아직 없습니다. 모델 화면에서 품목표를 받으면 보입니다.',
  empty: '없음',
  unverified: '뜻 미확인',
  unverifiedNote: '‘뜻 미확인’은 코드의 뜻을 공식 목록에서 확인하지 못했다는 표시입니다.',
  fewFields: (all: number, empty: number) =>
    `검사 결과를 뺀 ${all}개 항목 가운데 ${empty}개가 비어 있습니다. 점수의 근거가 그만큼 적습니다.`,
  outcomeNote: '파일에 적힌 검사 결과입니다. 점수를 매길 때 쓰지 않습니다.',
  outcomes: {
    unknown: '적히지 않음',
    nothing: '이상 없음',
    fraud: '우범',
    critical: '공공안전 우범',
  } satisfies Record<Outcome, string>,

  why: (probability: number) => {
    const percent = percentInWords(probability, 'ko');
    return percent.endsWith(' 넘음')
      ? `왜 ${percent.replace('넘음', '넘는가')}`
      : `왜 ${percent}인가`;
  },
  whyNoScore: '이유',
  /** Known and never-seen patterns start from different averages: the row says which. */
  base: (probability: number, novel: boolean) =>
    `${novel ? '처음 보는 유형' : '본 적 있는 유형'}의 출발점 ${percentInWords(probability, 'ko')}`,
  lowers: '− 낮춤',
  raises: '높임 +',
  rest: (n: number) => `그 밖의 ${n}개 항목`,
  sum: (sum: string, probability: number) => `합 ${sum} → ${percentInWords(probability, 'ko')}`,
  adds: '출발점과 막대의 합이 곧 점수입니다',
  way: { raises: '높임', lowers: '낮춤' },
  baseWeight: '출발점',
  chartLabel: (probability: number) =>
    `우범 확률(${percentInWords(probability, 'ko')})의 이유, 큰 것부터`,
  novelTitle: '이 유형은 배운 자료에 없습니다',
  novelText:
    '점수만으로 신속통과하지 않습니다. 품목과 경로가 비슷한 신고에서 미루어 매긴 점수입니다.',
  earlierEach: (each: number) =>
    `네모 하나는 ${formatNumber(each)}건, 반만 찬 네모는 둘이 섞인 것입니다.`,
  earlierPicture: (earlier: number, fraud: number) =>
    `${formatNumber(earlier)}건 중 ${formatNumber(fraud)}건 우범`,
  earlierSame: (same: string) => `${same}.`,
  earlierSource: '모델이 배운 자료에서 셌습니다.',
  noEarlier: '이와 같은 이전 신고를 찾지 못했습니다.',

  similar: '비슷한 이전 신고',
  similarShared: {
    context: '품목·경로·세율이 같은 신고',
    route: '품목과 경로가 같은 신고',
    goods: '품목이 같은 신고',
  },
  similarTotal: (n: number) => `${formatNumber(n)}건`,
  similarMore: (hidden: number) => `${formatNumber(hidden)}건 더 보기`,
  similarLatest: (shown: number) => `최근 ${formatNumber(shown)}건만 보입니다.`,
  similarNone: '이 기기에 비슷한 이전 신고가 없습니다.',
  perKg: (won: string) => `${won}/kg`,
  noMass: '무게 없음',
  undecided: '결정 전',
  critical: '공공안전 관련',
  criticalLine: '공공안전 우범 확률',
  criticalNote: '안전·보건을 해치는 물품일 확률로, 위 확률과 따로 셉니다.',
  model: '모델',
  modelMade: (date: string) => `${date}에 배움`,
  noModel: '모델 없음',
  modelSynthetic: '합성 자료로 배운 모델입니다. 현장의 적중률은 훨씬 낮을 수 있습니다.',
  modelMore: '모델 더 알아보기',

  decisions: { inspect: '검사', review: '검토', release: '통과' } satisfies Record<
    Decision,
    string
  >,
  suggested: '제안',
  skip: '건너뛰기',
  remark: '의견 (선택)',
  randomNote: '무작위로 뽑혀 검사를 제안합니다.',
  recordNote: '결정은 이 기기에 바로 기록되고',
  recordNoteNext: (version: string) => `다음 건이 열립니다 · 위험 ${version}`,
  recordNoteNextNoModel: '다음 건이 열립니다 · 점수 없음',
  recording: '기록하는 중',
  recorded: (decision: Decision) => `‘${ko.decisions[decision]}’로 기록했습니다`,
  undo: '되돌리기',
  undone: '결정을 되돌렸습니다',
  undoFailed: '결정을 되돌리지 못했습니다',
  notRecorded: '결정을 기록하지 못했습니다',
  remarkKept: '적은 의견은 그대로 있습니다.',
  keys: '1 통과 · 2 검토 · 3 검사 · N 건너뛰기 · Esc 목록',
  decisionBar: '결정',

  standing: (decision: Decision) => `‘${ko.decisions[decision]}’로 결정함`,
  standingBy: (actor: string, moment: string) => (actor === '' ? moment : `${actor} · ${moment}`),
  standingAgain: '다시 결정하면 이 결정을 대신하고, 앞의 것도 기록에 남습니다.',
  history: '결정 기록',
  historyDecided: (decision: Decision) => ko.decisions[decision],
  historyWithdrawn: (decision: Decision | null) =>
    decision === null ? '되돌림' : `‘${ko.decisions[decision]}’ 되돌림`,

  endTitle: '결정할 다음 신고가 없습니다',
  endText: '목록의 끝까지 왔습니다. 건너뛴 신고는 목록에 그대로 있습니다.',
  toList: '목록으로',
  again: '다시 하기',
  toPacks: '모델 화면으로',
  noScoreTitle: '이 신고에는 점수가 없습니다',
  noScoreWork: '신고 내용을 보고 결정할 수 있습니다.',

  tabs: '신고 보기',
  tabForm: '신고',
  tabWhy: '이유',
  tabSimilar: '비슷한 신고',
};

const en: typeof ko = {
  ...reasonMessages.en,
  back: 'Back to the list',
  loading: 'Opening the declaration',
  subtitle: (id, day) => `Declaration ${id} · received ${day}`,
  novel: 'Never-seen pattern',
  seen: 'Pattern seen before',
  random: 'Random check',
  controlled: 'Controlled goods?',
  noDocument: 'No document',
  controlledOpen: 'Controlled: open',
  bands: ['Cannot tell', 'Low', 'Medium', 'High', 'Very high'],
  interval: (low, high) =>
    low === high
      ? `Calibrated, ${low === '99.9' ? 'at least' : low === '0.1' ? 'at most' : 'about'} ${low}\u00a0%`
      : `Calibrated, interval ${low}–${high}\u00a0%`,
  rank: (rank, inspected) =>
    rank <= inspected
      ? `${formatNumber(rank)} of ${formatNumber(inspected)} to inspect`
      : `Rank ${formatNumber(rank)} (inspecting ${formatNumber(inspected)})`,
  noScore: 'No score',

  goodsCheck: caseGoodsMessages.en,
  fields: fieldMessages.en,
  goods: 'Goods',
  form: 'Declaration',
  allFields: (n) => `All ${n} fields`,
  allTitle: 'All fields of the declaration',
  usedNote: 'Boxes with a bar at the left were used in the reasons.',
  used: 'Used in the reasons',
  goodsNote: 'The file has no goods text. This is the official name of the HS code.',
  goodsUnknown: 'No goods name yet. Get the nomenclature on the Packs screen.',
  empty: 'None',
  unverified: 'Unconfirmed',
  unverifiedNote: '“Unconfirmed” marks a code whose meaning was not found in an official list.',
  fewFields: (all, empty) =>
    `${empty} of the ${all} fields (inspection outcome aside) are empty. The score rests on that much less.`,
  outcomeNote: 'Outcome of inspection as the file has it. It is not used for the score.',
  outcomes: {
    unknown: 'Not stated',
    nothing: 'Nothing found',
    fraud: 'Fraud',
    critical: 'Public-safety fraud',
  },

  why: (probability) => `Why ${percentInWords(probability, 'en')}`,
  whyNoScore: 'Reasons',
  base: (probability, novel) =>
    `Start of a ${novel ? 'never-seen' : 'known'} pattern, ${percentInWords(probability, 'en')}`,
  lowers: '− lowers',
  raises: 'raises +',
  rest: (n) => `${n} other items`,
  sum: (sum, probability) => `Sum ${sum} → ${percentInWords(probability, 'en')}`,
  adds: 'Start and bars add up to the score',
  way: { raises: 'raises', lowers: 'lowers' },
  baseWeight: 'Start',
  chartLabel: (probability) =>
    `Reasons for a fraud probability of ${percentInWords(probability, 'en')}, largest first`,
  novelTitle: 'The model has not learnt this pattern',
  novelText:
    'It is not fast-tracked on score alone. The score is inferred from lines with similar goods and route.',
  earlierEach: (each) => `One square is ${formatNumber(each)} lines; a half-filled one holds both.`,
  earlierPicture: (earlier, fraud) =>
    `${formatNumber(fraud)} of ${formatNumber(earlier)} were fraud`,
  earlierSame: (same) => `${same.charAt(0).toUpperCase()}${same.slice(1)}.`,
  earlierSource: 'Counted in the data the model learnt from.',
  noEarlier: 'No earlier lines like this were found.',

  similar: 'Similar earlier lines',
  similarShared: {
    context: 'Same goods, route and tax rate',
    route: 'Same goods and route',
    goods: 'Same goods',
  },
  similarTotal: (n) => (n === 1 ? '1 line' : `${formatNumber(n)} lines`),
  similarMore: (hidden) => `Show ${formatNumber(hidden)} more`,
  similarLatest: (shown) => `Only the latest ${formatNumber(shown)} are shown.`,
  similarNone: 'There are no similar earlier lines on this device.',
  perKg: (won) => `${won}/kg`,
  noMass: 'No mass',
  undecided: 'Not decided',
  critical: 'Public safety',
  criticalLine: 'Public-safety fraud probability',
  criticalNote: 'Goods that endanger safety or health; counted apart from the probability above.',
  model: 'Model',
  modelMade: (date) => `Trained ${date}`,
  noModel: 'No model',
  modelSynthetic: 'Trained on synthetic data; hit rates in the field can be much lower.',
  modelMore: 'More on the model',

  decisions: { inspect: 'Inspect', review: 'Review', release: 'Release' },
  suggested: 'Suggested',
  skip: 'Skip',
  remark: 'Remark (optional)',
  randomNote: 'Drawn at random: inspection is suggested.',
  recordNote: 'Recorded on this device at once,',
  recordNoteNext: (version) => `then the next opens · Risk ${version}`,
  recordNoteNextNoModel: 'then the next opens · no score',
  recording: 'Recording',
  recorded: (decision) => `Recorded: ${en.decisions[decision]}`,
  undo: 'Undo',
  undone: 'The decision was taken back',
  undoFailed: 'The decision could not be taken back',
  notRecorded: 'The decision was not recorded',
  remarkKept: 'Your remark is still here.',
  keys: '1 release · 2 review · 3 inspect · N skip · Esc list',
  decisionBar: 'Decision',

  standing: (decision) => `Decided: ${en.decisions[decision]}`,
  standingBy: (actor, moment) => (actor === '' ? moment : `${actor} · ${moment}`),
  standingAgain: 'Deciding again replaces this decision; the earlier one stays in the record.',
  history: 'Record of decisions',
  historyDecided: (decision) => en.decisions[decision],
  historyWithdrawn: (decision) =>
    decision === null ? 'Taken back' : `“${en.decisions[decision]}” taken back`,

  endTitle: 'No further declaration to decide',
  endText: 'You reached the end of the list. Skipped declarations are still in it.',
  toList: 'Back to the list',
  again: 'Try again',
  toPacks: 'Go to Packs',
  noScoreTitle: 'This declaration has no score',
  noScoreWork: 'You can read the declaration and decide.',

  tabs: 'Views of the declaration',
  tabForm: 'Form',
  tabWhy: 'Reasons',
  tabSimilar: 'Similar lines',
};

export const caseMessages = { ko, en };
