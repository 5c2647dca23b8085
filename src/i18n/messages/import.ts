import type { Progress } from '../../contracts/risk.ts';
import { formatNumber, formatPeriod } from '../format.ts';

const n = (value: number): string => formatNumber(value);

const ko = {
  title: '신고 가져오기',
  emptyTitle: '아직 신고가 없습니다',
  emptyText:
    'CSV나 XLSX 파일을 여기에 놓거나 고르세요. 신고 내용은 이 기기 밖으로 나가지 않습니다.',
  choose: '파일 고르기',
  chooseOther: '다른 파일 고르기',
  sample: '예시 한 주',
  sampleName: '예시 한 주.csv',
  drop: '여기에 놓으면 가져옵니다',

  stages: {
    reading: '파일을 읽는 중',
    checking: '줄을 살피는 중',
    storing: '기기에 저장하는 중',
    scoring: '점수를 매기는 중',
    downloading: '받는 중',
    testing: '시험하는 중',
  } satisfies Record<Progress['stage'], string>,
  keeps: '다 읽을 때까지 목록은 바뀌지 않습니다.',
  stop: '멈춤',

  mappingTitle: '항목을 짝지어 주세요',
  mappingText: (missing: number) =>
    missing === 0
      ? '필요한 항목을 모두 찾았습니다. 맞는지 보고 가져오세요.'
      : `필요한 항목 ${n(missing)}개를 찾지 못했습니다. 파일의 어느 칸인지 고르세요.`,
  ours: '항목',
  theirs: '파일의 칸',
  samples: '파일의 값',
  required: '필요',
  noColumn: '없음',
  optional: '나머지 항목',
  twice: '같은 칸을 두 항목에 골랐습니다.',
  remember: '이 모양의 파일을 기억합니다',
  go: '가져오기',
  missingLeft: (count: number) => `필요한 항목이 ${n(count)}개 남았습니다`,

  doneTitle: (lines: number) => `신고 ${n(lines)}건을 가져왔습니다`,
  doneToast: (lines: number, first: string, last: string, widened: boolean) =>
    `신고 ${n(lines)}건을 가져왔습니다 (${formatPeriod(first, last, 'ko').replace(/ \([^)]*\)/g, '')}).${widened ? ' 기간을 전체로 바꾸었습니다.' : ''}`,
  doneRejected: (count: number) => `오류가 있는 ${n(count)}줄은 가져오지 않고 따로 보관했습니다.`,
  doneSkipped: (count: number) => `이미 있는 ${n(count)}건은 그대로 두었습니다.`,
  toList: '목록 보기',
  onlyNew: '새 것만 가져오기',
  onlyNewCount: (count: number) => `새 것 ${n(count)}건만 가져오기`,
  matchAgain: '항목 짝 다시 보기',
  anyway: '닫기',

  badCells: '오류가 있는 칸',
  badMore: (shown: number) => `처음 ${n(shown)}칸만 보입니다.`,
  line: '줄',
  column: '칸',
  value: '값',
  reason: '이유',
  emptyValue: '(빈칸)',
  wholeLine: '줄 전체',
  noFiles: '가져온 파일이 없습니다.',
  sampleFailed: '예시 파일을 받지 못했습니다',
};

const en: typeof ko = {
  title: 'Import lines',
  emptyTitle: 'No declarations yet',
  emptyText: 'Drop a CSV or XLSX file here, or choose one. The lines do not leave this device.',
  choose: 'Choose a file',
  chooseOther: 'Choose another file',
  sample: 'Load the sample week',
  sampleName: 'Sample week.csv',
  drop: 'Drop the file to import it',

  stages: {
    reading: 'Reading the file',
    checking: 'Checking the rows',
    storing: 'Saving on this device',
    scoring: 'Scoring',
    downloading: 'Downloading',
    testing: 'Testing',
  },
  keeps: 'The list stays as it is until all is read.',
  stop: 'Stop',

  mappingTitle: 'Match the columns',
  mappingText: (missing) =>
    missing === 0
      ? 'All needed columns were found. Check them, then import.'
      : `${n(missing)} needed ${missing === 1 ? 'column was' : 'columns were'} not found. Choose where to read them.`,
  ours: 'Field',
  theirs: 'Column of the file',
  samples: 'Values in the file',
  required: 'needed',
  noColumn: 'None',
  optional: 'Other fields',
  twice: 'One column is chosen for two fields.',
  remember: 'Remember files of this shape',
  go: 'Import',
  missingLeft: (count) => `${n(count)} needed ${count === 1 ? 'field' : 'fields'} left`,

  doneTitle: (lines) => (lines === 1 ? '1 line imported' : `${n(lines)} lines imported`),
  doneToast: (lines, first, last, widened) =>
    `${lines === 1 ? '1 line' : `${n(lines)} lines`} imported (${formatPeriod(first, last, 'en')}).${widened ? ' The period is now all days.' : ''}`,
  doneRejected: (count) =>
    count === 1
      ? '1 row with errors was not imported and is set aside.'
      : `${n(count)} rows with errors were not imported and are set aside.`,
  doneSkipped: (count) =>
    count === 1
      ? '1 line was here already and stays as it was.'
      : `${n(count)} lines were here already and stay as they were.`,
  toList: 'See the list',
  onlyNew: 'Import only the new ones',
  onlyNewCount: (count) => `Import only the ${n(count)} new`,
  matchAgain: 'Check the columns',
  anyway: 'Close',

  badCells: 'Cells with errors',
  badMore: (shown) => `Only the first ${n(shown)} cells are shown.`,
  line: 'Line',
  column: 'Column',
  value: 'Value',
  reason: 'Reason',
  emptyValue: '(empty)',
  wholeLine: 'the whole line',
  noFiles: 'No file was imported.',
  sampleFailed: 'The sample file could not be fetched',
};

export const importMessages = { ko, en };
