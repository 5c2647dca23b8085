import type { Difference } from '../../contracts/hs.ts';
import { formatNumber } from '../format.ts';
import { asObject } from './code-particle.ts';
import { classifyAnswerMessages } from './classify-answer.ts';
import { separatorMessages } from './classify-separators.ts';
import { classifyTariffMessages } from './classify-tariff.ts';

type Demand = Difference['code'];

const ko = {
  answer: classifyAnswerMessages.ko,
  tariff: classifyTariffMessages.ko,
  separators: separatorMessages.ko,

  title: '품목분류',
  fromDeclaration: (id: string) => `신고 ${id}에서 옴`,
  toCase: '신고로 돌아가기',
  noGoods: '이 신고에는 품명이 없습니다',
  noGoodsText: '가져온 파일에 품명 칸이 없거나 비어 있습니다. 서류를 보고 적어 주세요.',

  goodsUnread: '신고의 품명을 읽지 못했습니다.',

  box: '품명·규격 (한국어, 영어, 송장 줄을 그대로 붙여 넣기)',
  boxPlaceholder: '예: 면 편직 남성용 티셔츠',
  clear: '지우기',
  tooLong: (limit: string) => `붙여 넣은 글이 길어 앞 ${limit}자만 두었습니다.`,
  legend: (code: string, rival: string | null) =>
    `밑줄이 굵을수록 ${code} 쪽으로 민 말입니다.${rival === null ? '' : ` 점선은 ${rival} 쪽.`}`,
  pulls: (code: string, words: string) => `${code} 쪽으로 민 말: ${words}.`,
  noPulls: '어느 쪽으로도 뚜렷이 민 말이 없습니다.',

  lines: (count: number) => `물품 ${formatNumber(count)}줄로 보입니다`,
  linesText: '한꺼번에 보면 뒤섞입니다. 줄마다 따로 볼 수 있습니다.',
  linesLeft: (first: number, left: number) =>
    `앞 ${formatNumber(first)}줄만 보고, 나머지 ${formatNumber(left)}줄은 빠집니다.`,
  checkLines: '줄마다 보기',
  lineList: (count: number) => `송장 줄 ${formatNumber(count)}개`,
  lineWaiting: '보는 중',
  lineFailed: '답을 못 얻음',
  linePicked: '기록함',
  toLines: (at: number, count: number) => `줄 목록으로 (${at}/${count})`,
  endLines: '한 글로 보기',

  codeTyped: (code: string) => `품명이 아니라 코드 ${asObject(code)} 적었습니다`,
  codeTypedText: '품목표에서 그 코드를 엽니다. 제안을 받으려면 품명을 적어 주세요.',
  openCode: '품목표에서 열기',

  startTitle: '무엇인지 적으면 코드를 찾습니다',
  startText: '이름, 재질, 용도를 적을수록 좁혀집니다. 송장 줄을 그대로 붙여도 됩니다.',
  examples: '이렇게 적어 보세요',
  limits: '못 하는 것',
  limitList: [
    '사진과 서류는 읽지 않습니다. 적힌 말만 봅니다.',
    '법적 분류가 아닙니다. 통칙과 주, 결정례는 담당자가 확인합니다.',
    '배운 적 없는 물품은 제안하지 않고 더 묻습니다.',
  ] as readonly string[],

  what: '무엇이 가르는가',
  rival: '견줄 코드',
  otherCode: '다른 코드 찾기…',
  sideBySide: '나란히 보기',
  compareTitle: (code: string, rival: string) => `${code} · ${rival}`,
  name: '이름',
  share: '비율',
  demands: {
    must: '있어야 함',
    'must-not': '없어야 함',
    open: '상관없음',
  } satisfies Record<Demand, string>,
  inText: (words: string) => `글: ${words}`,
  notInText: '글에 없음',
  noDifferences: '이름 밖에 가르는 말을 찾지 못했습니다. 두 이름을 견주어 보세요.',
  findOut: (topics: string) => `글에 없는 것: ${topics}. 서류나 물품에서 확인하세요.`,
  noRival: '견줄 코드가 없습니다.',

  barNote: '선택도, 맞지 않다는 답도 기록됩니다. 검토와 다음 학습에 씁니다.',
  barPacks: (model: string, edition: string) => `품목 모델 ${model} · 품목표 ${edition}`,
  barNoChoice: '후보를 눌러 고르면 기록할 수 있습니다.',
  bar: '기록',
  pick: (code: string) => `${code} 선택`,
  pickNone: '코드 선택',
  reject: '맞는 것 없음',
  recording: '기록하는 중',
  picked: (code: string) => `${asObject(code)} 골랐다고 기록했습니다.`,
  rejected: '맞는 것이 없다고 기록했습니다.',
  pickedAt: (time: string, code: string) => `${time} ${code} 기록함`,
  rejectedAt: (time: string) => `${time} 맞는 것 없음 기록함`,
  notRecorded: '기록하지 못했습니다',
  kept: '적은 품명과 고른 코드는 그대로 있습니다.',

  exportPicks: (count: number) => `고른 것 ${formatNumber(count)}건 내보내기`,
  exported: (file: string) => `학습용 표를 ${file} 파일로 내보냈습니다.`,

  check: '신고 품명 확인',
  checkButton: (count: number) => `신고와 다름 ${formatNumber(count)}`,
  checking: (done: string, of: string) => `신고 품명을 확인하는 중 ${done} / ${of}`,
  checkStop: '멈춤',
  checkStopped: '확인을 멈췄습니다. 확인한 것은 남아 있습니다.',
  checkAgain: '이어서 확인',
  checkNone: '품명이 있는 신고가 없습니다',
  checkNoneText: '품명 칸이 있는 파일을 가져오면 신고한 코드와 견주어 봅니다.',
  checkClean: '어긋나는 줄을 찾지 못했습니다',
  checkCleanText: (untold: string) =>
    `품명이 신고한 코드와 어긋나는 줄은 없습니다. ${untold}건은 품명만으로 말할 수 없었습니다.`,
  checkUnfinished: '아직 찾은 것이 없습니다',
  checkUnfinishedText: {
    idle: '확인을 아직 시작하지 않았습니다.',
    running: '확인하는 중입니다. 어긋나는 줄이 있으면 끝난 뒤 여기에 나옵니다.',
    stopped: '끝나기 전에 멈췄습니다. 나머지 줄은 아직 모릅니다.',
    failed: '끝내지 못했습니다. 나머지 줄은 아직 모릅니다.',
  },
  checkFirst: (count: string) => `처음 ${count}건만 보입니다.`,
  checkSummary: (checked: string, lines: string) => `품명이 있는 ${lines}건 중 ${checked}건 확인`,
  checkNote: '다르다고 신고가 틀렸다는 뜻은 아닙니다. 품명이 짧거나 잘못 적혔을 수 있습니다.',
  all: '모두',
  goods: '품명',
  suggestedCode: '제안',
  verdict: '판정',
  openCase: '신고 열기',
  close: '닫기',

  noModel: '품목 모델이 아직 없습니다',
  noModelText: '제안 없이 품목표 찾기는 됩니다. 모델 화면에서 받아 주세요.',
  noTariff: '품목표가 아직 없습니다',
  noTariffText: '코드의 이름을 알 수 없어 시작하지 못합니다. 모델 화면에서 받아 주세요.',
  arriving: '모델을 받는 중',
  arrivingText: '받는 대로 이어서 답합니다. 품명은 지금 적어도 됩니다.',
  toPacks: '모델 화면으로',
  again: '다시 하기',
  waiting: '후보를 찾는 중',

  keys: '단축키',
  keyCandidate: '후보 열기',
  keyPick: '선택 기록',
  keySearch: '품목표 찾기',
  keyLeave: '칸에서 나가기',
  keyHelp: '단축키 보기',
};

const en: typeof ko = {
  answer: classifyAnswerMessages.en,
  tariff: classifyTariffMessages.en,
  separators: separatorMessages.en,

  title: 'Classify',
  fromDeclaration: (id) => `From declaration ${id}`,
  toCase: 'Back to the declaration',
  noGoods: 'This declaration has no goods text',
  noGoodsText: 'The imported file has no such column, or it is empty. Enter what the papers say.',

  goodsUnread: 'The goods of the declaration could not be read.',

  box: 'Goods text (Korean, English, or paste invoice lines)',
  boxPlaceholder: 'For example: men’s knitted cotton T-shirt',
  clear: 'Clear',
  tooLong: (limit) => `The pasted text is long: the first ${limit} characters were kept.`,
  legend: (code, rival) =>
    `Thicker underline: pushed harder to ${code}.${rival === null ? '' : ` Dotted: to ${rival}.`}`,
  pulls: (code, words) => `Words that pushed to ${code}: ${words}.`,
  noPulls: 'No word pushed clearly either way.',

  lines: (count) => `These look like ${formatNumber(count)} lines of goods`,
  linesText: 'Together they blur. Each line can be looked at by itself.',
  linesLeft: (first, left) =>
    `Only the first ${formatNumber(first)} are: ${formatNumber(left)} are left out.`,
  checkLines: 'Check each line',
  lineList: (count) => `${formatNumber(count)} invoice lines`,
  lineWaiting: 'Looking',
  lineFailed: 'No answer',
  linePicked: 'Recorded',
  toLines: (at, count) => `To the lines (${at}/${count})`,
  endLines: 'As one text',

  codeTyped: (code) => `${code} is a code, not goods`,
  codeTypedText: 'It opens in the nomenclature. Enter the goods to get suggestions.',
  openCode: 'Open in the nomenclature',

  startTitle: 'Enter what it is, and codes are found',
  startText: 'Name, material and use narrow it down. Invoice lines can be pasted as they are.',
  examples: 'Try one of these',
  limits: 'What it cannot do',
  limitList: [
    'It reads no pictures or papers, only the words given.',
    'It is no legal classification: rules, notes and rulings are for the officer to check.',
    'For goods unlike any it learnt from it suggests nothing and asks for more.',
  ],

  what: 'What separates them',
  rival: 'Code to compare with',
  otherCode: 'Find another code…',
  sideBySide: 'Side by side',
  compareTitle: (code, rival) => `${code} · ${rival}`,
  name: 'Name',
  share: 'Share',
  demands: { must: 'Required', 'must-not': 'Excluded', open: 'Either' },
  inText: (words) => `Text: ${words}`,
  notInText: 'Not in the text',
  noDifferences: 'Nothing but the names tells them apart. Compare the two names.',
  findOut: (topics) => `Not in the text: ${topics}. Check the papers or the goods.`,
  noRival: 'There is no code to compare with.',

  barNote: 'Your pick, or that none fits, is recorded for review and retraining.',
  barPacks: (model, edition) => `HS model ${model} · nomenclature ${edition}`,
  barNoChoice: 'Tap a candidate to choose what to record.',
  bar: 'Record',
  pick: (code) => `Pick ${code}`,
  pickNone: 'Pick a code',
  reject: 'None of these',
  recording: 'Recording',
  picked: (code) => `Recorded: ${code} picked.`,
  rejected: 'Recorded: none of them fits.',
  pickedAt: (time, code) => `${time} ${code} recorded`,
  rejectedAt: (time) => `${time} none fits, recorded`,
  notRecorded: 'It was not recorded',
  kept: 'The text and the chosen code are still here.',

  exportPicks: (count) => (count === 1 ? 'Export 1 pick' : `Export ${formatNumber(count)} picks`),
  exported: (file) => `Training rows were exported as ${file}.`,

  check: 'Check of declared goods',
  checkButton: (count) => `${formatNumber(count)} differ from declared`,
  checking: (done, of) => `Checking the goods texts ${done} / ${of}`,
  checkStop: 'Stop',
  checkStopped: 'The check was stopped. What was checked is kept.',
  checkAgain: 'Go on checking',
  checkNone: 'No declaration has a goods text',
  checkNoneText: 'Import a file with a goods column to hold it against the declared codes.',
  checkClean: 'No contradiction found',
  checkCleanText: (untold) =>
    `No goods text was found to speak against its code. ${untold} cannot be told by the text.`,
  checkUnfinished: 'Nothing found yet',
  checkUnfinishedText: {
    idle: 'The check has not begun.',
    running: 'The check is under way. Lines that differ are listed here once it is done.',
    stopped: 'It was stopped before its end: the other lines are not known yet.',
    failed: 'It could not be finished: the other lines are not known yet.',
  },
  checkFirst: (count) => `Only the first ${count} are listed.`,
  checkSummary: (checked, lines) => `${checked} of ${lines} lines with a goods text checked`,
  checkNote:
    'A difference does not mean that the declaration is wrong: the text may be short or mistaken.',
  all: 'All',
  goods: 'Goods',
  suggestedCode: 'Suggested',
  verdict: 'Result',
  openCase: 'Open declaration',
  close: 'Close',

  noModel: 'The HS model is not here yet',
  noModelText: 'Searching the nomenclature works without it. Get it on the packs screen.',
  noTariff: 'The nomenclature is not here yet',
  noTariffText: 'Without it codes have no names, so work cannot start. Get it on the packs screen.',
  arriving: 'The model is on its way',
  arrivingText: 'It answers as soon as it is here. You can enter the goods already.',
  toPacks: 'To the packs',
  again: 'Try again',
  waiting: 'Looking for candidates',

  keys: 'Keys',
  keyCandidate: 'Open a candidate',
  keyPick: 'Record the pick',
  keySearch: 'Search the nomenclature',
  keyLeave: 'Leave the field',
  keyHelp: 'Show the keys',
};

export const classifyMessages = { ko, en };

/** Goods to try; each stands in its own language, whichever the screen has. */
export const CLASSIFY_EXAMPLES = [
  { lang: 'ko', text: '면 편직 남성용 반소매 티셔츠' },
  { lang: 'ko', text: '스테인리스 보온 텀블러 500ml' },
  { lang: 'en', text: 'wireless bluetooth earphones with charging case' },
  { lang: 'en', text: 'leather upper hiking boots, rubber sole' },
] as const;
