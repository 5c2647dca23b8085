import { formatNumber } from '../format.ts';
import { withCode } from './code-particle.ts';

const ko = {
  title: '품목표',
  search: '품목표 찾기 (코드·이름)',
  clear: '지우기',
  sections: '모든 부',
  place: '품목표에서의 자리',
  levels: {
    section: '부',
    chapter: '류',
    heading: '호',
    subheading: '소호',
    group: '묶음',
    leaf: '10단위',
  },
  section: (roman: string, number: number) => `${number}부`,
  chapter: (digits: string) => `${digits}류`,
  found: (count: number, limit: number) =>
    count >= limit
      ? `처음 ${formatNumber(limit)}개. 말을 더하면 좁혀집니다.`
      : `${formatNumber(count)}개`,
  none: '찾은 것이 없습니다',
  noneText: '다른 말이나 코드 앞자리로 찾아 보세요. 띄어 쓴 말은 모두 들어 있어야 합니다.',
  toResults: '찾은 목록으로',
  toAnswer: '후보로 돌아가기',
  close: '닫기',
  pick: (code: string) => `${code} 고르기`,
  pickNeedsText: '고르려면 먼저 품명을 적어 주세요.',
  compare: (code: string) => `${withCode(code)} 견주기`,
  unitQuantity: '수량 단위',
  unitWeight: '중량 단위',
  validFrom: '적용 시작',
  unverified: '뜻 미확인',
  leaves: (code: string) => `${code} 아래 10단위`,
  sixOnly: '6단위까지만',
  sixOnlyText: '10단위는 아직 정하지 않습니다',
  noLeaves: '이 판의 품목표에 10단위가 없습니다.',
  byNames: '비율은 이름과 닮은 정도입니다. 6단위처럼 시험한 확률이 아닙니다.',
  noShares: '품명에 10단위를 가르는 말이 없어 비율이 없습니다.',
  onlyLeaf: '하나뿐',
  allLeaves: (count: number) => `${formatNumber(count)}개 더 보기`,
  until: (day: string) => `${day}까지`,
  expired: (day: string) => `${day}까지 적용된 품목표입니다. 지금 판을 확인하세요`,
  notFound: (code: string) => `${code}, 이 품목표에 없습니다`,
  notFoundText: '다른 판의 코드일 수 있습니다. 앞자리로 찾아 보세요.',
};

const en: typeof ko = {
  title: 'Nomenclature',
  search: 'Search the nomenclature',
  clear: 'Clear',
  sections: 'All sections',
  place: 'Place in the nomenclature',
  levels: {
    section: 'Section',
    chapter: 'Chapter',
    heading: 'Heading',
    subheading: 'Subheading',
    group: 'Group',
    leaf: '10 digits',
  },
  section: (roman) => `Sec. ${roman}`,
  chapter: (digits) => `Ch. ${digits}`,
  found: (count, limit) =>
    count >= limit
      ? `The first ${formatNumber(limit)}. More words narrow them down.`
      : count === 1
        ? '1 code'
        : `${formatNumber(count)} codes`,
  none: 'Nothing found',
  noneText: 'Try other words or the first digits. All words must be in the name.',
  toResults: 'To the results',
  toAnswer: 'Back to the candidates',
  close: 'Close',
  pick: (code) => `Choose ${code}`,
  pickNeedsText: 'Enter the goods first to choose a code for them.',
  compare: (code) => `Compare with ${code}`,
  unitQuantity: 'Unit of quantity',
  unitWeight: 'Unit of weight',
  validFrom: 'In force since',
  unverified: 'meaning not verified',
  leaves: (code) => `10 digits under ${code}`,
  sixOnly: 'Six digits only',
  sixOnlyText: 'The 10-digit code stays open',
  noLeaves: 'This edition has no 10-digit codes here.',
  byNames: 'Shares go by likeness to the names. They are not tested as those of six digits are.',
  noShares: 'No word of the text tells the 10-digit codes apart: no shares.',
  onlyLeaf: 'The only one',
  allLeaves: (count) => `Show ${formatNumber(count)} more`,
  until: (day) => `until ${day}`,
  expired: (day) => `In force until ${day}: check the current edition`,
  notFound: (code) => `${code} is not in this nomenclature`,
  notFoundText: 'It may be of another edition. Search by its first digits.',
};

export const classifyTariffMessages = { ko, en };
