/** Words of the import of an administration's list of controlled goods. */
import type { ListColumn } from '../../domain/controlled/list-columns.ts';
import type { ListProblemKind } from '../../domain/controlled/list-problem.ts';
import type { FaultCode } from '../../contracts/fault.ts';
import { formatNumber } from '../format.ts';

const n = (value: number): string => formatNumber(value);

type Problems = Readonly<Record<ListProblemKind, string>>;
/** Faults that mean something else here than at the import of declarations. */
type Faults = Readonly<
  Partial<Record<FaultCode, { readonly title: string; readonly text: string }>>
>;

const PROBLEMS_KO: Problems = {
  empty: '빈칸입니다. 값을 적어 주세요.',
  'too-long': '너무 깁니다. 줄여 주세요.',
  'not-a-code': '코드가 아닙니다. 숫자 2·4·6·8·10자리로 적어 주세요.',
  'not-a-date': '날짜가 아닙니다. 2026-01-31처럼 적어 주세요.',
  'dates-reversed': '끝나는 날이 시작하는 날보다 앞섭니다.',
  repeated: '같은 줄이 이미 있습니다. 하나를 지워 주세요.',
  'stray-quote': '따옴표가 닫히지 않아 줄을 읽지 못했습니다.',
  'too-many-columns': '첫 줄보다 칸이 많습니다. 쉼표가 든 값은 따옴표로 묶어 주세요.',
  'too-many-rows': '줄이 너무 많아 여기서부터 읽지 않았습니다. 한 목록에 100,000줄까지입니다.',
  'too-many-of-code': '이 코드의 줄이 너무 많습니다. 한 코드에 300줄까지입니다.',
  'unknown-code': '이 기기의 품목표에 없는 코드입니다. 옛 코드라면 그대로 두세요.',
  overlap: '같은 요건의 기간이 겹칩니다.',
  gap: '같은 요건의 두 기간 사이에 비는 날이 있습니다.',
};
const PROBLEMS_EN: Problems = {
  empty: 'Empty. Write a value.',
  'too-long': 'Too long. Shorten it.',
  'not-a-code': 'Not a code. Write 2, 4, 6, 8 or 10 digits.',
  'not-a-date': 'Not a date. Write it like 2026-01-31.',
  'dates-reversed': 'It ends before it begins.',
  repeated: 'The same row is there already. Delete one.',
  'stray-quote': 'A quotation mark is not closed, so the line could not be read.',
  'too-many-columns':
    'More cells than the first row names. Put values that hold a comma in quotation marks.',
  'too-many-rows': 'Too many rows: from here on nothing was read. A list holds up to 100,000.',
  'too-many-of-code': 'Too many rows of this code. A code has up to 300.',
  'unknown-code': 'The tariff on this device has no such code. Leave it if it is an old one.',
  overlap: 'The same requirement twice at one time.',
  gap: 'No row covers the days between two rows of this requirement.',
};

/** Names of columns as the downloaded list has them; the import knows them in both languages. */
const COLUMNS_KO: Readonly<Record<ListColumn, string>> = {
  hs: 'HS부호',
  law: '법령',
  law_en: '법령(영문)',
  authority: '확인기관',
  authority_en: '확인기관(영문)',
  document: '구비서류',
  document_en: '구비서류(영문)',
  condition: '대상물품',
  condition_en: '대상물품(영문)',
  effective_from: '시행일',
  effective_to: '종료일',
  citation: '근거',
  last_verified: '확인일',
};
const COLUMNS_EN: typeof COLUMNS_KO = {
  hs: 'HS code',
  law: 'Law',
  law_en: 'Law (English)',
  authority: 'Authority',
  authority_en: 'Authority (English)',
  document: 'Document',
  document_en: 'Document (English)',
  condition: 'Condition',
  condition_en: 'Condition (English)',
  effective_from: 'Valid from',
  effective_to: 'Valid to',
  citation: 'Citation',
  last_verified: 'Verified on',
};

const FAULTS_KO: Faults = {
  'header-unknown': {
    title: '필요한 칸을 찾지 못했습니다',
    text: '바뀐 것은 없습니다. 칸 이름을 아래 모양대로 고쳐 다시 골라 주세요.',
  },
  'file-too-large': {
    title: '파일이 너무 큽니다',
    text: '바뀐 것은 없습니다. 목록만 담은 CSV로 저장해 다시 골라 주세요.',
  },
};
const FAULTS_EN: Faults = {
  'header-unknown': {
    title: 'Needed columns were not found',
    text: 'Nothing was changed. Name the columns as below and choose the file again.',
  },
  'file-too-large': {
    title: 'The file is too large',
    text: 'Nothing was changed. Save the list alone as CSV and choose it again.',
  },
};

const ko = {
  title: '목록 불러오기',
  open: '목록 불러오기',
  intro:
    '관청의 세관장확인 목록(CSV·XLSX)을 읽어 먼저 살펴봅니다. 보고 나서 바꿀지 정합니다. 파일은 이 기기 밖으로 나가지 않습니다.',
  drop: '파일을 여기에 놓거나',
  choose: '파일 고르기',
  chooseOther: '다른 파일 고르기',
  reading: '목록을 읽고 살피는 중',
  unchanged: '바꾸기 전까지 지금 목록을 그대로 씁니다.',
  stop: '멈춤',
  rows: '줄',
  codes: '코드',
  laws: '법',
  inForce: '오늘 시행 중',
  errors: '오류',
  warnings: '살펴볼 것',
  hasErrors: (count: number) => `오류가 ${n(count)}개 있어 바꾸지 않습니다`,
  hasErrorsText: '지금 목록을 그대로 씁니다. 파일을 고쳐 다시 골라 주세요.',
  hasWarnings: (count: number) => `살펴볼 것이 ${n(count)}개 있습니다`,
  hasWarningsText: '고치지 않아도 바꿀 수 있습니다. 뜻한 것인지만 보아 주세요.',
  missingColumns: (missing: string) => `못 찾은 칸: ${missing}`,
  foundColumns: (found: string) => `찾은 칸: ${found}`,
  foundNone: '찾은 칸: 없음',
  falls: '지금 목록보다 크게 줄어듭니다',
  fallsText: '바꾸면 빠진 코드와 법의 물품은 더 확인하지 않습니다. 목록 전체가 든 파일인지 보세요.',
  strange: '코드 절반 넘게 이 기기의 품목표에 없습니다',
  strangeText: (unknown: number, codes: number) =>
    `코드 ${n(codes)}개 가운데 ${n(unknown)}개입니다. HS부호 칸이 맞는지 보세요.`,
  gone: (count: number) => `빠지는 법 ${n(count)}개`,
  andMore: (count: number) => `외 ${n(count)}개`,
  changes: (version: string) => `지금 목록(${version}판) → 새 목록`,
  clean: '잘못된 곳을 찾지 못했습니다',
  cleanText: '모양과 날짜만 살폈습니다. 내용이 법과 맞는지는 보지 않았습니다.',
  lawNames: '목록에 있는 법',
  problems: '파일에서 볼 곳',
  more: (shown: number, all: number) => `${n(all)}개 가운데 처음 ${n(shown)}개만 보입니다.`,
  line: '줄',
  column: '칸',
  value: '값',
  what: '무엇이',
  other: (line: number) => `${n(line)}번째 줄과`,
  wholeLine: '줄 전체',
  emptyValue: '(빈칸)',
  error: '오류',
  warning: '살펴볼 것',
  kinds: PROBLEMS_KO,
  swap: '이 목록으로 바꾸기',
  swapAnyway: '그래도 이 목록으로 바꾸기',
  swapping: (version: string) => `${version}판을 이 기기에서 시험하고 바꾸는 중`,
  keeps: (version: string) => `${version}판이 됩니다. 앞의 목록은 되돌릴 수 있게 남겨 둡니다.`,
  swapped: (version: string) => `세관장확인 목록을 ${version}판으로 바꾸었습니다.`,
  form: '파일의 모양',
  formText:
    '첫 줄에 칸 이름을 적고, 그 아래에 요건을 한 줄에 하나씩 적습니다. 칸의 차례는 상관없습니다.',
  formColumn: '칸 이름',
  formExample: '예 (지금 목록의 한 줄)',
  columns: COLUMNS_KO,
  fileName: (version: string) => `세관장확인 목록 ${version}.csv`,
  needed: '필요',
  download: '지금 목록을 CSV로 내려받기',
  downloaded: (name: string) => `‘${name}’을 내려받았습니다.`,
  faults: FAULTS_KO,
};

const en: typeof ko = {
  title: 'Import a list',
  open: 'Import list',
  intro:
    'Your administration’s list of controlled goods (CSV or XLSX) is read and checked first; then you decide. The file does not leave this device.',
  drop: 'Drop the file here, or',
  choose: 'Choose a file',
  chooseOther: 'Choose another file',
  reading: 'Reading and checking the list',
  unchanged: 'The list in use stays until you swap it.',
  stop: 'Stop',
  rows: 'Rows',
  codes: 'Codes',
  laws: 'Laws',
  inForce: 'In force today',
  errors: 'Errors',
  warnings: 'To look at',
  hasErrors: (count) => `${n(count)} ${count === 1 ? 'error keeps' : 'errors keep'} this list out`,
  hasErrorsText: 'The list in use stays. Mend the file and choose it again.',
  hasWarnings: (count) => `${n(count)} ${count === 1 ? 'point' : 'points'} to look at`,
  hasWarningsText: 'They need not be mended. See whether they are meant so.',
  missingColumns: (missing) => `Not found: ${missing}`,
  foundColumns: (found) => `Found: ${found}`,
  foundNone: 'Found: none',
  falls: 'Much smaller than the list in use',
  fallsText:
    'Goods of the codes and laws that vanish are no longer checked. See whether the file holds the whole list.',
  strange: 'More than half of the codes are not in the tariff on this device',
  strangeText: (unknown, codes) =>
    `${n(unknown)} of ${n(codes)} codes. See whether the HS code column is the right one.`,
  gone: (count) => (count === 1 ? '1 law vanishes' : `${n(count)} laws vanish`),
  andMore: (count) => `and ${n(count)} more`,
  changes: (version) => `List in use (${version}) → this list`,
  clean: 'Nothing wrong was found',
  cleanText: 'Form and dates were checked, not whether the content agrees with the law.',
  lawNames: 'Laws in the list',
  problems: 'Where to look in the file',
  more: (shown, all) => `The first ${n(shown)} of ${n(all)} are shown.`,
  line: 'Line',
  column: 'Column',
  value: 'Value',
  what: 'What is wrong',
  other: (line) => `with line ${n(line)}`,
  wholeLine: 'the whole line',
  emptyValue: '(empty)',
  error: 'Error',
  warning: 'Look',
  kinds: PROBLEMS_EN,
  swap: 'Swap to this list',
  swapAnyway: 'Swap to this list anyway',
  swapping: (version) => `Testing ${version} on this device and swapping it in`,
  keeps: (version) => `It becomes version ${version}. The list before is kept so you can go back.`,
  swapped: (version) => `The list of controlled goods is now version ${version}.`,
  form: 'Form of the file',
  formText: 'Column names in the first row, below it one requirement a row. Any order of columns.',
  formColumn: 'Column',
  formExample: 'Example (a row of the list in use)',
  columns: COLUMNS_EN,
  fileName: (version) => `controlled-goods ${version}.csv`,
  needed: 'needed',
  download: 'Download the list in use as CSV',
  downloaded: (name) => `Downloaded “${name}”.`,
  faults: FAULTS_EN,
};

export const listImportMessages = { ko, en };
