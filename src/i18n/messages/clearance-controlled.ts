import { formatNumber } from '../format.ts';

const n = (value: number): string => formatNumber(value);

/** Controlled goods on the clearance list. */
const ko = {
  laneNoDocument: (lines: number) => `서류 없음 ${n(lines)}건`,
  laneUnstated: '서류 칸 없는 파일',
  laneControlledDecided: (lines: number) => `${n(lines)}건 결정`,
  controlledUnstated: (lines: number) =>
    `서류 칸이 없는 파일의 대상 ${n(lines)}건은 서류가 있는지 알 수 없습니다. 여기에 들지 않습니다.`,
  suspectedAs: (code: string, percent: string) => `${code}로 의심 ${percent}`,
  paperMissing: '필요한 서류가 적혀 있지 않음',
  laneHidden: (lines: number) => `의심 ${n(lines)}건`,
  laneNoModel: '의심 모델 없음',
  controlledNoList: '목록 없음, 확인 못 함',
  controlledNotYet: '아직 확인 안 함',
  controlledOpen: (open: number) => `${n(open)}건 아직 확인 안 함`,
  controlledRunning: '확인하는 중',
  controlledFailed: (open: number) => `확인이 중단됨, ${n(open)}건 남음`,
  controlledStarter: '세관장확인 목록은 시작용이며 법정 목록이 아닙니다.',
  controlledSimulated: '세관장확인 의심은 모의 자료로 배운 모델이 찾습니다.',
  controlledOnly: '의심 모두(검사 포함)',
  controlledTag: '세관장확인',
  noDocumentTag: '서류 없음',
};

const en: typeof ko = {
  laneNoDocument: (lines) => `${n(lines)} no document`,
  laneUnstated: 'no document column',
  laneControlledDecided: (lines) => `${n(lines)} decided`,
  controlledUnstated: (lines) =>
    `${n(lines)} controlled lines come from files without a document column: whether their documents are there is not known, and they are not in this lane.`,
  suspectedAs: (code, percent) => `perhaps ${code}, ${percent}`,
  paperMissing: 'document not stated',
  laneHidden: (lines) => `${n(lines)} suspected`,
  laneNoModel: 'no model',
  controlledNoList: 'No list: not checked',
  controlledNotYet: 'Not checked yet',
  controlledOpen: (open) => (open === 1 ? '1 line not checked yet' : `${n(open)} not checked yet`),
  controlledRunning: 'Being checked',
  controlledFailed: (open) => `Check failed, ${n(open)} left`,
  controlledStarter: 'The list of controlled goods is a starter, not the legal list.',
  controlledSimulated: 'The model that suspects controlled goods learnt from simulated lines.',
  controlledOnly: 'All suspected, also to inspect',
  controlledTag: 'Controlled?',
  noDocumentTag: 'No document',
};

export const controlledLaneMessages = { ko, en };
