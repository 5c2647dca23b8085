import type { Agreement, AnswerKind, AskReason, AskTopic } from '../../contracts/hs.ts';
import { asObject } from './code-particle.ts';

type Language = 'ko' | 'en';

const ko = {
  steps: {
    suggest: '제안',
    choose: '골라 주세요',
    ask: '더 알려 주세요',
  } satisfies Record<AnswerKind, string>,
  stepsLabel: '답의 종류',
  suggest: (code: string) => `${asObject(code)} 제안합니다`,
  choose: '이 가운데에서 골라 주세요',
  chooseText: '하나로 좁히지 못했습니다.',
  ask: {
    empty: '품명을 적어 주세요',
    vague: '이 말만으로는 모자랍니다',
    unlike: '아는 물품과 닮지 않았습니다',
    unsure: '한 코드로 말할 수 없습니다',
  } satisfies Record<AskReason, string>,
  askText: {
    empty: '물품을 부르는 말이 없습니다.',
    vague: '이 말로 부르는 물품이 여럿이라 코드를 제안하지 않습니다.',
    unlike: '배운 품명 가운데 비슷한 것이 없어 코드를 제안하지 않습니다.',
    unsure: '비슷하게 맞을 코드가 많아 제안하지 않습니다.',
  } satisfies Record<AskReason, string>,
  vagueTerm: (term: string) => `‘${term}’만으로는 모자랍니다`,
  askNext: '알아볼 것',
  topics: {
    'what-it-is': '무엇인지: 물품을 부르는 이름',
    material: '재질: 무엇으로 만들었는지',
    use: '용도: 어디에 쓰는지',
    kind: '종류: 그 가운데 어떤 것인지',
    'part-of-what': '무엇의 부분품인지',
    contents: '내용물: 안에 무엇이 들었는지',
    state: '상태: 신선, 냉동, 건조, 조제한 것 가운데 어느 것인지',
    composition: '성분과 그 비율',
    'gender-and-knit': '남성용·여성용, 편직물·직물 가운데 어느 것인지',
    function: '주된 기능: 무엇을 하는 기기인지',
  } satisfies Record<AskTopic, string>,
  right: (of100: number, language: Language) =>
    `이런 답 100개 중 ${of100}개가 맞았습니다 (${language === 'ko' ? '한국어' : '영어'} 시험)`,
  rightChoose: (of100: number, language: Language) =>
    `이런 답 100개 중 ${of100}개에서 맞는 코드가 앞 다섯 안에 있었습니다 (${language === 'ko' ? '한국어' : '영어'} 시험)`,
  notMeasured: (language: Language) =>
    `${language === 'ko' ? '한국어' : '영어'} 품명에서 이런 답이 얼마나 맞는지는 아직 재지 않았습니다.`,
  cut: (limit: string) => `앞 ${limit}자까지만 읽었습니다.`,

  candidates: '후보와 확률',
  hints: '참고로 가까운 코드',
  hintsText: '제안이 아닙니다. 품명을 더 적으면 달라질 수 있습니다.',
  declared: '신고한 코드',
  fromTariff: '품목표에서 찾음',
  more: (count: number) => `후보 ${count}개 더 보기`,
  rest: (codes: string) => `그 밖의 코드 ${codes}개`,

  agreement: {
    agrees: '신고와 같음',
    'near-miss': '같은 호의 다른 소호',
    conflict: '호부터 다름',
    'cannot-tell': '판단 불가',
  } satisfies Record<Agreement, string>,
  /** What the most likely code is called beside the declared one. */
  likeliest: { suggest: '제안', choose: '첫 후보', ask: '가장 가까운 것' } satisfies Record<
    AnswerKind,
    string
  >,
  agreementText: (agreement: Agreement, declared: string, likeliest: string) =>
    ({
      agrees: `신고 ${declared}, 품명이 가리키는 것과 맞습니다.`,
      'near-miss': `신고 ${declared}, ${likeliest}.`,
      conflict: `신고 ${declared}, ${likeliest}.`,
      'cannot-tell': `신고 ${declared}. 품명만으로는 같은지 다른지 말할 수 없습니다.`,
    })[agreement],

  alsoFits: '신고 코드도 가능',
  alsoFitsText: (declared: string, likeliest: string) =>
    `신고 ${declared}도 비슷하게 그럴듯합니다. ${likeliest}.`,

  earlier: '이 태블릿에서 전에 고른 것',
  earlierNone: '비슷한 품명으로 고른 적이 없습니다.',
  earlierAlike: (percent: string) => `말이 ${percent} 겹침`,
};

const en: typeof ko = {
  steps: { suggest: 'Suggest', choose: 'Choose one', ask: 'Tell me more' },
  stepsLabel: 'Kind of answer',
  suggest: (code) => `${code} is suggested`,
  choose: 'Choose one of these',
  chooseText: 'It could not be narrowed down to one.',
  ask: {
    empty: 'Enter what the goods are',
    vague: 'These words are not enough',
    unlike: 'Unlike any goods known here',
    unsure: 'No single code stands out',
  },
  askText: {
    empty: 'There is no word for the goods.',
    vague: 'The words fit many kinds of goods, so no code is suggested.',
    unlike: 'Nothing learnt from is like this, so no code is suggested.',
    unsure: 'Many codes are about as likely, so none is suggested.',
  },
  vagueTerm: (term) => `“${term}” is not enough`,
  askNext: 'What to find out',
  topics: {
    'what-it-is': 'What it is: the name of the goods',
    material: 'Material: what it is made of',
    use: 'Use: what it is for',
    kind: 'Kind: which of them it is',
    'part-of-what': 'What it is a part of',
    contents: 'Contents: what is inside',
    state: 'State: fresh, frozen, dried or prepared',
    composition: 'Composition, with shares',
    'gender-and-knit': 'For men or women, knitted or woven',
    function: 'Main function: what the device does',
  },
  right: (of100, language) =>
    `${of100} of 100 such answers were right (test on ${language === 'ko' ? 'Korean' : 'English'} texts)`,
  rightChoose: (of100, language) =>
    `Of 100 such answers the right code was among the first five in ${of100} (test on ${language === 'ko' ? 'Korean' : 'English'} texts)`,
  notMeasured: (language) =>
    `How often such answers are right on ${language === 'ko' ? 'Korean' : 'English'} texts has not been measured.`,
  cut: (limit) => `Only the first ${limit} characters were read.`,

  candidates: 'Candidates and probability',
  hints: 'Nearest codes, for orientation',
  hintsText: 'Not a suggestion: more words may change them.',
  declared: 'As declared',
  fromTariff: 'From the tariff',
  more: (count) => (count === 1 ? 'Show 1 more' : `Show ${count} more`),
  rest: (codes) => `${codes} other codes`,

  agreement: {
    agrees: 'As declared',
    'near-miss': 'Same heading, other subheading',
    conflict: 'Other heading',
    'cannot-tell': 'Cannot tell',
  },
  likeliest: { suggest: 'suggested', choose: 'first candidate', ask: 'nearest' },
  agreementText: (agreement, declared, likeliest) =>
    ({
      agrees: `Declared ${declared}: the text points to the same.`,
      'near-miss': `Declared ${declared}, ${likeliest}.`,
      conflict: `Declared ${declared}, ${likeliest}.`,
      'cannot-tell': `Declared ${declared}. The text alone does not tell whether it fits.`,
    })[agreement],

  alsoFits: 'The declared code may fit too',
  alsoFitsText: (declared, likeliest) => `Declared ${declared} is about as likely; ${likeliest}.`,

  earlier: 'Picked before on this tablet',
  earlierNone: 'Nothing picked yet for a text like this.',
  earlierAlike: (percent) => `${percent} of the words shared`,
};

export const classifyAnswerMessages = { ko, en };
