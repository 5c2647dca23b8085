import type { Ground } from '../../domain/controlled/answer.ts';
import { ifCode } from './code-particle.ts';

/** What the sentence of an answer needs to name; texts are in the language of the sentence. */
export interface Said {
  /** As declared, `9102.12`. */
  readonly code: string;
  /** Suspected code with its name, `8517.62 (telephones)`; empty: none. */
  readonly suspect: string;
  /** The same without its name; empty: none. */
  readonly suspectCode: string;
  /** Whether the list is the starter list, which is not the legal one. */
  readonly starter: boolean;
  /** `74 %`; empty: a rule answered, or it is too low to say anything. */
  readonly percent: string;
  readonly day: string;
  /** Papers that count, each with its law: `적합성평가확인서 (전파법)`. */
  readonly papers: readonly string[];
  /** How many of them the line does not state; 0 where nothing can be said. */
  readonly absent: number;
  /** Whether they hold only for some of the goods. */
  readonly conditional: boolean;
  /** What the line says of them. */
  readonly stated: 'missing' | 'unnamed' | 'given' | 'not-stated';
}
interface Sentence {
  readonly title: string;
  readonly text: string;
}
export type RequirementState = Said['stated'];

const join = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ');

/** Papers named in the sentence; all stand in rows below it. */
const NAMED = 2;

function needsKo({ papers }: Said, lead = ''): string {
  if (papers.length === 0) return '';
  const more = papers.length > NAMED ? `외 ${papers.length - NAMED}가지` : '';
  return `${join(lead, '필요한 서류:', papers.slice(0, NAMED).join(', '), more)}.`;
}
const onlySomeKo = ({ conditional }: Said): string =>
  conditional ? '일부 물품에만 해당합니다. 아래 조건을 함께 보세요.' : '';

const groundsKo: Record<Ground, (said: Said) => Sentence> = {
  'document-missing': (said) => ({
    title:
      said.papers.length > 1
        ? `필요한 서류 ${said.papers.length}가지가 신고에 적혀 있지 않습니다`
        : '필요한 서류가 신고에 적혀 있지 않습니다',
    text: join(
      `${said.starter ? '시작용 목록 기준으로 ' : ''}신고한 코드(${said.code})는 세관장확인대상입니다.`,
      needsKo(said),
      onlySomeKo(said),
      '목록에 따른 답이라 확률이 없습니다.',
    ),
  }),
  'condition-open': (said) => ({
    title: '대상 물품인지 확인하세요',
    text: join(
      `신고한 코드(${said.code})는 일부 물품만 세관장확인대상입니다.`,
      needsKo(said, '해당하면'),
      paperKo(said),
      '이 물품이 그 일부에 드는지는 목록만으로 알 수 없습니다.',
    ),
  }),
  'document-unnamed': (said) => ({
    title: '서류 번호만 적혀 있습니다',
    text: join(
      `신고한 코드(${said.code})는 세관장확인대상인데, 신고에 서류 이름 없이 번호만 있어 필요한 서류인지 알 수 없습니다.`,
      needsKo(said),
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
      needsKo(said),
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
      needsKo(said, said.suspectCode === '' ? '' : ifCode(said.suspectCode)),
      paperKo(said),
      onlySomeKo(said),
    ),
  }),
  'no-sign': (said) => ({
    title: '숨긴 징후를 찾지 못했습니다',
    text: join(
      `신고한 코드(${said.code})는 목록에 없습니다.`,
      '품명과 숫자를 모두 더하면 세관장확인대상일 가능성이 낮습니다.',
      said.percent === '' ? '' : `확률 ${said.percent}.`,
      '물품을 본 것은 아닙니다.',
    ),
  }),
  unclear: (said) => ({
    title: '품명과 숫자만으로는 가릴 수 없습니다',
    text: join(
      `신고한 코드(${said.code})는 목록에 없지만, 어느 쪽인지 가를 만한 것이 모자랍니다.`,
      said.suspect === '' ? '' : `가장 가까운 대상 코드: ${join(said.suspect, said.percent)}.`,
      said.percent === '' ? '대상 쪽 근거는 약하지만, 신고와 맞는다고 하기에도 모자랍니다.' : '',
      '용도, 기능, 성분, 모델명을 확인하면 가르는 데 도움이 됩니다.',
    ),
  }),
  'no-text': (said) => ({
    title: '쓸 만한 품명이 없어 가릴 수 없습니다',
    text: join(
      `신고한 코드(${said.code})는 목록에 없고, 숫자만으로는 정해지지 않습니다.`,
      said.percent === ''
        ? '품명이 없으면 신고와 맞는다고 하지 않습니다.'
        : `숫자로 본 확률 ${said.percent}.`,
      '물품 이름, 용도, 재질이나 성분, 모델명이 적힌 품명이 있으면 더 볼 수 있습니다.',
    ),
  }),
  'outside-dates': (said) => ({
    title: '목록이 다루지 않는 날짜입니다',
    text: `신고일(${said.day})이 목록의 첫 시행일보다 앞섭니다. 그때의 목록이 있으면 모델 화면에서 불러올 수 있습니다.`,
  }),
};

function paperKo({ papers, absent, stated }: Said): string {
  const count = papers.length;
  if (count === 0) return '';
  if (count === 1 || stated === 'not-stated') return statedKo[stated];
  const all = count === 2 ? '둘 다' : '모두';
  if (absent === 0) return `${all} 신고에 적혀 있습니다.`;
  return absent === count ? `${all} 신고에 없습니다.` : `그중 ${absent}가지가 신고에 없습니다.`;
}

const statedKo: Record<RequirementState, string> = {
  missing: '신고에는 그 서류가 없습니다.',
  unnamed: '신고에는 서류 번호만 있습니다.',
  given: '신고에 그 서류가 적혀 있습니다.',
  'not-stated': '가져온 파일에 서류 항목이 없어 서류가 있는지는 알 수 없습니다.',
};

/** Without the model nothing is said of codes that the list does not name. */
const rulesOnlyKo = ({ code }: Said): Sentence => ({
  title: '목록만 보았습니다',
  text: `신고한 코드(${code})는 목록에 없습니다. 다른 코드로 숨긴 물품을 찾는 모델이 이 기기에 없어, 그것은 보지 못했습니다. 모델 화면에서 받을 수 있습니다.`,
});

function needsEn({ papers }: Said, lead = 'It needs:'): string {
  if (papers.length === 0) return '';
  const more = papers.length > NAMED ? `; and ${papers.length - NAMED} more` : '';
  return `${join(lead, papers.slice(0, NAMED).join('; '))}${more}.`;
}
const onlySomeEn = ({ conditional }: Said): string =>
  conditional ? 'This holds for some goods only: see the condition below.' : '';

function paperEn({ papers, absent, stated }: Said): string {
  const count = papers.length;
  if (count === 0) return '';
  if (count === 1 || stated === 'not-stated') return statedEn[stated];
  if (absent === 0) return `${count === 2 ? 'Both' : 'All of them'} are stated on the line.`;
  if (absent === count)
    return count === 2 ? 'Neither is on the line.' : 'None of them is on the line.';
  return absent === 1 ? '1 of them is not on the line.' : `${absent} of them are not on the line.`;
}

const statedEn: Record<RequirementState, string> = {
  missing: 'Not on the line.',
  unnamed: 'Only a number is on the line.',
  given: 'Stated on the line.',
  'not-stated': 'The file has no column for documents, so it is not known what was handed in.',
};

const groundsEn: Record<Ground, (said: Said) => Sentence> = {
  'document-missing': (said) => ({
    title:
      said.papers.length > 1
        ? `${said.papers.length} required documents are not on the line`
        : 'A required document is not on the line',
    text: join(
      `${said.starter ? 'By the starter list the' : 'The'} declared code (${said.code}) is controlled.`,
      needsEn(said),
      onlySomeEn(said),
      'The list says so: there is no probability.',
    ),
  }),
  'condition-open': (said) => ({
    title: 'Check whether these goods are meant',
    text: join(
      `Only some goods of the declared code (${said.code}) are controlled.`,
      needsEn(said, 'Those need:'),
      paperEn(said),
      'The list alone does not say whether these goods are among them.',
    ),
  }),
  'document-unnamed': (said) => ({
    title: 'Only a document number is stated',
    text: join(
      `The declared code (${said.code}) is controlled, and the line gives a number without the name of a document: whether it is the one needed is not known.`,
      needsEn(said),
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
      needsEn(said),
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
      needsEn(said, said.suspectCode === '' ? 'Needed:' : `Needed if ${said.suspectCode}:`),
      paperEn(said),
      onlySomeEn(said),
    ),
  }),
  'no-sign': (said) => ({
    title: 'No sign of hidden goods was found',
    text: join(
      `The declared code (${said.code}) is not on the list.`,
      'Words and numbers taken together make controlled goods unlikely.',
      said.percent === '' ? '' : `Probability ${said.percent}.`,
      'The goods themselves were not looked at.',
    ),
  }),
  unclear: (said) => ({
    title: 'Words and numbers do not decide',
    text: join(
      `The declared code (${said.code}) is not on the list, but too little tells which way the goods lean.`,
      said.suspect === '' ? '' : `Nearest controlled code: ${join(said.suspect, said.percent)}.`,
      said.percent === ''
        ? 'Little speaks for controlled goods, yet not little enough to say that the line fits.'
        : '',
      'Use, function, ingredients or model would help.',
    ),
  }),
  'no-text': (said) => ({
    title: 'No goods text to decide by',
    text: join(
      `The declared code (${said.code}) is not on the list, and numbers alone do not decide.`,
      said.percent === ''
        ? 'Without a text nothing is said to fit.'
        : `Probability by the numbers ${said.percent}.`,
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
