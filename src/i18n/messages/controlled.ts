import type { ControlledAnswer } from '../../domain/controlled/answer.ts';
import { ifCode } from './code-particle.ts';
import { clueMessages } from './controlled-clues.ts';
import { groundMessages, type RequirementState } from './controlled-grounds.ts';

const ko = {
  title: '세관장확인',
  answers: {
    check: '확인 필요',
    fits: '신고와 맞음',
    'cannot-tell': '판단 불가',
  } satisfies Record<ControlledAnswer, string>,
  ...groundMessages.ko,
  simulated: '확률은 모의로 만든 신고에 맞춘 값이라 현장과 다를 수 있습니다.',
  starter: '시작용 목록, 법정 목록이 아님',
  own: '불러온 목록',
  ownUnverified: '불러온 목록, 법과 대조 전',

  requirements: '필요한 서류',
  requirementsIf: (code: string) => `${ifCode(code)} 필요한 서류`,
  requirementsOpen: '해당하면 필요한 서류',
  requirementStates: {
    missing: '신고에 없음',
    unnamed: '번호만 적힘',
    given: '신고에 적힘',
    'not-stated': '서류 항목 없음',
  } satisfies Record<RequirementState, string>,
  authority: '확인 기관',
  law: '근거',
  condition: '조건',
  effective: '시행',
  since: (from: string) => `${from}부터`,
  between: (from: string, to: string) => `${from} – ${to}`,
  unverified: '법과 대조 전',
  verified: (day: string) => `${day} 법과 대조`,
  moreRequirements: (hidden: number) => `서류 ${hidden}가지 더 보기`,
  stated: (documents: string) => `신고에 적힌 서류: ${documents}`,
  statedNone: '신고에 적힌 서류: 없음',

  words: '품명·규격',
  pulls: (code: string, words: string) => `${code} 쪽: ${words}`,
  wholeText: '품명 모두 보기',
  clues: '왜 그렇게 보나',
  ...clueMessages.ko,
  moreClues: (hidden: number) => `근거 ${hidden}가지 더 보기`,

  loading: '세관장확인대상인지 보는 중',
  notLooked: '확인 못 함',
  noList: '대상 목록이 없습니다',
  noListText: '목록이 없어 이 신고를 보지 못했습니다. 모델 화면에서 받거나 불러올 수 있습니다.',
  failedNote: '이 신고가 세관장확인대상인지 보지 못했습니다.',
  again: '다시 하기',
  toPacks: '모델 화면으로',
  toList: '목록 보기',
  toClassify: (code: string) => `${code} 보기`,
  versions: (list: string, model: string | null) =>
    model === null ? `목록 ${list} · 모델 없음` : `목록 ${list} · 모델 ${model}`,
};

const en: typeof ko = {
  title: 'Controlled goods',
  answers: { check: 'Check this', fits: 'Fits its declaration', 'cannot-tell': 'Cannot tell' },
  ...groundMessages.en,
  simulated: 'The probability was fitted to simulated lines. Practice may differ.',
  starter: 'Starter list, not the legal list',
  own: 'Imported list',
  ownUnverified: 'Imported list, not checked against the law',

  requirements: 'Documents needed',
  requirementsIf: (code) => `Needed if ${code}`,
  requirementsOpen: 'Needed if these goods are meant',
  requirementStates: {
    missing: 'Not on the line',
    unnamed: 'Number only',
    given: 'Stated',
    'not-stated': 'No column for it',
  },
  authority: 'Authority',
  law: 'Basis',
  condition: 'Condition',
  effective: 'In force',
  since: (from) => `from ${from}`,
  between: (from, to) => `${from} – ${to}`,
  unverified: 'Not checked against the law',
  verified: (day) => `Checked against the law ${day}`,
  moreRequirements: (hidden) => (hidden === 1 ? '1 more document' : `${hidden} more documents`),
  stated: (documents) => `Stated on the line: ${documents}`,
  statedNone: 'Stated on the line: none',

  words: 'Goods text',
  pulls: (code, words) => `For ${code}: ${words}`,
  wholeText: 'Show the whole text',
  clues: 'What it rests on',
  ...clueMessages.en,
  moreClues: (hidden) => (hidden === 1 ? '1 more reason' : `${hidden} more reasons`),

  loading: 'Looking whether the goods are controlled',
  notLooked: 'Not checked',
  noList: 'There is no list of controlled goods',
  noListText: 'Without it this line was not looked at. Get or import a list on the Packs screen.',
  failedNote: 'Whether the goods are controlled was not looked at.',
  again: 'Try again',
  toPacks: 'To the Packs screen',
  toList: 'Open the list',
  toClassify: (code) => `Open ${code}`,
  versions: (list, model) =>
    model === null ? `List ${list} · no model` : `List ${list} · model ${model}`,
};

/** The section on controlled goods. It is loaded with the section, not at the start. */
export const controlledMessages = { ko, en };
