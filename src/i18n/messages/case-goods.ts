import type { Agreement } from '../../contracts/hs.ts';

/** How far apart two codes are, for the tag of a conflict. */
type Apart = 'heading' | 'chapter';

const ko = {
  title: '품목번호 대조',
  declared: '신고',
  suggested: (percent: string) => `제안 ${percent}`,
  none: '제안 없음',
  sentence: (declared: string, suggested: string, percent: string) =>
    `신고 ${declared}, 제안 ${suggested} (${percent})`,
  sentenceNone: (declared: string) => `신고 ${declared}, 제안 없음`,
  agreement: {
    agrees: '품명과 맞음',
    'near-miss': '서로 다른 소호',
    'cannot-tell': '판단 불가',
  } satisfies Record<Exclude<Agreement, 'conflict'>, string>,
  conflict: { heading: '서로 다른 호', chapter: '서로 다른 류' } satisfies Record<Apart, string>,
  words: {
    agrees: '품명에서 찾은 코드가 신고한 코드와 같거나, 신고한 코드도 그만큼 그럴듯합니다.',
    'near-miss':
      '품명으로 보면 같은 호의 다른 소호가 더 그럴듯합니다. 재질, 성별, 상태를 확인하세요.',
    conflict: '품명으로 보면 다른 호가 더 그럴듯합니다. 품명과 물품을 확인하세요.',
    'cannot-tell': '품명만으로는 코드를 말할 수 없습니다.',
  } satisfies Record<Agreement, string>,
  waiting:
    '품명과 세번부호를 아직 견주지 않았습니다. 확인이 멈췄거나 실패했다면 품목분류에서 이어서 할 수 있습니다.',
  version: (version: string) => `품목 모델 ${version}`,
  toClassify: '품목분류에서 보기',
  asDeclared: '품명은 신고한 그대로이고, 그 아래는 세번부호의 공식 품명입니다.',
};

const en: typeof ko = {
  title: 'Goods and HS code',
  declared: 'Declared',
  suggested: (percent) => `Suggested ${percent}`,
  none: 'No suggestion',
  sentence: (declared, suggested, percent) =>
    `Declared ${declared}, suggested ${suggested} (${percent})`,
  sentenceNone: (declared) => `Declared ${declared}, nothing suggested`,
  agreement: {
    agrees: 'Fits the goods text',
    'near-miss': 'Another subheading',
    'cannot-tell': 'Cannot tell',
  },
  conflict: { heading: 'Another heading', chapter: 'Another chapter' },
  words: {
    agrees:
      'The goods text leads to the declared code, or makes it about as likely as the most likely one.',
    'near-miss':
      'By the goods text another subheading is more likely. Check material, gender, state and the like.',
    conflict: 'By the goods text another heading is more likely. Check the text and the goods.',
    'cannot-tell': 'The goods text alone does not lead to a code.',
  },
  waiting:
    'Goods text and code have not been compared yet. A check that stopped or failed can be resumed in Classify.',
  version: (version) => `HS model ${version}`,
  toClassify: 'Open in Classify',
  asDeclared: 'The goods text stands as declared; below it is the official name of the HS code.',
};

/** The comparison of goods text and declared code on the case page. */
export const caseGoodsMessages = { ko, en };
