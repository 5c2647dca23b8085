import type { Ground } from '../../domain/controlled/answer.ts';

/** What the sentence of an answer needs to name; texts are in the language of the sentence. */
export interface Said {
  /** As declared, `9102.12`. */
  readonly code: string;
  /** Suspected code with its name, `8517.62 (telephones)`; empty: none. */
  readonly suspect: string;
  /** `74 %`; empty: a rule answered. */
  readonly percent: string;
  readonly day: string;
  /** First of the requirements that count, and how many there are. */
  readonly law: string;
  readonly document: string;
  readonly count: number;
  /** How many of them the line does not state; 0 where nothing can be said. */
  readonly absent: number;
  /** Whether they hold only for some of the goods. */
  readonly conditional: boolean;
  /** What the line says of them. */
  readonly stated: 'missing' | 'given' | 'not-stated';
}
interface Sentence {
  readonly title: string;
  readonly text: string;
}
export type RequirementState = Said['stated'];

const join = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ');

/** One requirement is told in the sentence; more stand in rows below it. */
function oneKo({ count, law, document }: Said): string {
  if (count === 0) return '';
  if (count > 1) return `필요한 서류 ${count}가지는 아래에 있습니다.`;
  return `필요한 서류: ${document} (${law}).`;
}
const onlySomeKo = ({ conditional }: Said): string =>
  conditional ? '일부 물품에만 해당합니다. 아래 조건을 함께 보세요.' : '';

const groundsKo: Record<Ground, (said: Said) => Sentence> = {
  'document-missing': (said) => ({
    title: said.count > 1 ? `필요한 서류 ${said.count}가지가 없습니다` : '필요한 서류가 없습니다',
    text: join(
      `신고한 코드(${said.code})는 세관장확인대상인데, 신고에 서류가 적혀 있지 않습니다.`,
      oneKo(said),
      onlySomeKo(said),
      '목록에 따른 답이라 확률이 없습니다.',
    ),
  }),
  'condition-open': (said) => ({
    title: '대상 물품인지 확인하세요',
    text: join(
      `신고한 코드(${said.code})는 일부 물품만 세관장확인대상입니다.`,
      oneKo(said),
      paperKo(said),
      '이 물품이 그 일부에 드는지는 목록만으로 알 수 없습니다.',
    ),
  }),
  'document-unnamed': (said) => ({
    title: '서류 번호만 적혀 있습니다',
    text: join(
      `신고한 코드(${said.code})는 세관장확인대상인데, 신고에 서류 이름 없이 번호만 있어 필요한 서류인지 알 수 없습니다.`,
      oneKo(said),
      onlySomeKo(said),
    ),
  }),
  'text-unread': (said) => ({
    title: '품명을 아직 읽지 않았습니다',
    text: `신고한 코드(${said.code})는 목록에 없습니다. 품명을 읽은 뒤에 다시 봅니다. 품목분류 모델이 없으면 읽지 못합니다.`,
  }),
  'documents-not-stated': (said) => ({
    title: '서류가 있는지 확인하세요',
    text: join(
      `신고한 코드(${said.code})는 세관장확인대상인데, 가져온 파일에 서류 항목이 없어 서류가 있는지 알 수 없습니다.`,
      oneKo(said),
      onlySomeKo(said),
    ),
  }),
  'document-given': (said) => ({
    title: '필요한 서류가 적혀 있습니다',
    text: join(
      `신고한 코드(${said.code})는 세관장확인대상이고, 목록에 있는 서류가 신고에 적혀 있습니다.`,
      '서류의 내용은 보지 않았습니다.',
    ),
  }),
  hidden: (said) => ({
    title: join('세관장확인대상일 수 있습니다', said.percent),
    text: join(
      said.suspect === '' ? '' : `의심되는 코드: ${said.suspect}.`,
      oneKo(said),
      paperKo(said),
      onlySomeKo(said),
    ),
  }),
  'no-sign': (said) => ({
    title: '숨긴 징후를 찾지 못했습니다',
    text: join(
      `신고한 코드(${said.code})는 목록에 없고, 품명과 숫자가 그 코드 쪽을 가리킵니다.`,
      said.percent === '' ? '' : `세관장확인대상일 확률 ${said.percent}.`,
      '물품을 본 것은 아닙니다.',
    ),
  }),
  unclear: (said) => ({
    title: '품명과 숫자만으로는 가릴 수 없습니다',
    text: join(
      `신고한 코드(${said.code})는 목록에 없지만, 어느 쪽인지 가를 만한 것이 모자랍니다.`,
      said.suspect === ''
        ? ''
        : `가장 가까운 대상 코드: ${join(said.suspect, said.percent).trim()}.`,
      '용도, 기능, 성분, 모델명을 확인하면 가르는 데 도움이 됩니다.',
    ),
  }),
  'no-text': (said) => ({
    title: '쓸 만한 품명이 없어 가릴 수 없습니다',
    text: join(
      `신고한 코드(${said.code})는 목록에 없고, 숫자만으로는 정해지지 않습니다.`,
      said.percent === '' ? '' : `숫자로 본 확률 ${said.percent}.`,
      '물품 이름, 용도, 재질이나 성분, 모델명이 적힌 품명이 있으면 더 볼 수 있습니다.',
    ),
  }),
  'outside-dates': (said) => ({
    title: '목록이 다루지 않는 날짜입니다',
    text: `신고일(${said.day})이 목록의 첫 시행일보다 앞섭니다. 그때의 목록이 있으면 모델 화면에서 가져올 수 있습니다.`,
  }),
};

function paperKo({ count, absent, stated }: Said): string {
  if (count === 0) return '';
  return count > 1 && absent > 0 ? `그중 ${absent}가지가 신고에 없습니다.` : statedKo[stated];
}

const statedKo: Record<RequirementState, string> = {
  missing: '신고에는 그 서류가 없습니다.',
  given: '신고에 그 서류가 적혀 있습니다.',
  'not-stated': '가져온 파일에 서류 항목이 없어 서류가 있는지는 알 수 없습니다.',
};

/** Without the model nothing is said of codes that the list does not name. */
const rulesOnlyKo = ({ code }: Said): Sentence => ({
  title: '목록만 보았습니다',
  text: `신고한 코드(${code})는 목록에 없습니다. 다른 코드로 숨긴 물품을 찾는 모델이 이 기기에 없어, 그것은 보지 못했습니다. 모델 화면에서 받을 수 있습니다.`,
});

function oneEn({ count, law, document }: Said): string {
  if (count === 0) return '';
  if (count > 1) return `The ${count} documents it needs are listed below.`;
  return `It needs: ${document} (${law}).`;
}
const onlySomeEn = ({ conditional }: Said): string =>
  conditional ? 'This holds for some goods only: see the condition below.' : '';

function paperEn({ count, absent, stated }: Said): string {
  if (count === 0) return '';
  return count > 1 && absent > 0 ? `${absent} of them not on the line.` : statedEn[stated];
}

const statedEn: Record<RequirementState, string> = {
  missing: 'Not on the line.',
  given: 'Stated on the line.',
  'not-stated': 'The file has no column for documents, so it is not known what was handed in.',
};

const groundsEn: Record<Ground, (said: Said) => Sentence> = {
  'document-missing': (said) => ({
    title:
      said.count > 1
        ? `${said.count} required documents are missing`
        : 'A required document is missing',
    text: join(
      `The declared code (${said.code}) is controlled, and the line does not state what it needs.`,
      oneEn(said),
      onlySomeEn(said),
      'The list says so: there is no probability.',
    ),
  }),
  'condition-open': (said) => ({
    title: 'Check whether these goods are meant',
    text: join(
      `Only some goods of the declared code (${said.code}) are controlled.`,
      oneEn(said),
      paperEn(said),
      'The list alone does not say whether these goods are among them.',
    ),
  }),
  'document-unnamed': (said) => ({
    title: 'Only a document number is stated',
    text: join(
      `The declared code (${said.code}) is controlled, and the line gives a number without the name of a document: whether it is the one needed is not known.`,
      oneEn(said),
      onlySomeEn(said),
    ),
  }),
  'text-unread': (said) => ({
    title: 'The goods text has not been read yet',
    text: `The declared code (${said.code}) is not on the list. The line is looked at again once its text was read; without the HS model it cannot be.`,
  }),
  'documents-not-stated': (said) => ({
    title: 'Look at the papers',
    text: join(
      `The declared code (${said.code}) is controlled, and the file has no column for documents: whether they are there is not known.`,
      oneEn(said),
      onlySomeEn(said),
    ),
  }),
  'document-given': (said) => ({
    title: 'The required documents are stated',
    text: join(
      `The declared code (${said.code}) is controlled, and the line states the documents on the list.`,
      'The papers themselves were not looked at.',
    ),
  }),
  hidden: (said) => ({
    title: join('May be controlled goods', said.percent),
    text: join(
      said.suspect === '' ? '' : `Suspected code: ${said.suspect}.`,
      oneEn(said),
      paperEn(said),
      onlySomeEn(said),
    ),
  }),
  'no-sign': (said) => ({
    title: 'No sign of hidden goods was found',
    text: join(
      `The declared code (${said.code}) is not on the list, and words and numbers point to that code.`,
      said.percent === '' ? '' : `Probability of controlled goods ${said.percent}.`,
      'The goods themselves were not looked at.',
    ),
  }),
  unclear: (said) => ({
    title: 'Words and numbers do not decide',
    text: join(
      `The declared code (${said.code}) is not on the list, but too little tells which way the goods lean.`,
      said.suspect === '' ? '' : `Nearest controlled code: ${join(said.suspect, said.percent)}.`,
      'Use, function, ingredients or model would help.',
    ),
  }),
  'no-text': (said) => ({
    title: 'No goods text to decide by',
    text: join(
      `The declared code (${said.code}) is not on the list, and numbers alone do not decide.`,
      said.percent === '' ? '' : `Probability by the numbers ${said.percent}.`,
      'A text that says what the goods are, their use, material or ingredients, and model would help.',
    ),
  }),
  'outside-dates': (said) => ({
    title: 'The list says nothing of that day',
    text: `The day of the declaration, ${said.day}, is before the first day of the list. A list of that time can be imported on the Packs screen.`,
  }),
};

const rulesOnlyEn = ({ code }: Said): Sentence => ({
  title: 'Only the list was looked at',
  text: `The declared code (${code}) is not on the list. Whether goods are hidden under it was not looked at: that model is not on this tablet. Get it on the Packs screen.`,
});

/** The answer on controlled goods as a sentence. */
export const groundMessages = {
  ko: { grounds: groundsKo, rulesOnly: rulesOnlyKo },
  en: { grounds: groundsEn, rulesOnly: rulesOnlyEn },
};
