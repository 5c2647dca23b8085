import type { Clue, ClueKey } from '../../domain/controlled/clue.ts';
import { formatMass, formatNumber, formatWon } from '../format.ts';
import { percentInWords } from './case-percent.ts';

type Language = 'ko' | 'en';

const LABELS: Record<Language, Record<ClueKey, string>> = {
  ko: {
    start: '출발점',
    text: '품명·규격',
    siblings: '같은 호의 코드',
    'unit-price': 'kg당 가격',
    mass: '순중량',
    origin: '원산지',
    departure: '적출국',
    importer: '수입자의 이전 신고',
  },
  en: {
    start: 'Start',
    text: 'Goods text',
    siblings: 'Codes of the heading',
    'unit-price': 'Price per kg',
    mass: 'Net mass',
    origin: 'Origin',
    departure: 'Departure',
    importer: 'Importer’s earlier lines',
  },
};

/** A figure that can be shown, or undefined. */
function shown(clue: Clue, name: string, as: (value: number) => string): string | undefined {
  const value = clue.facts[name];
  return value === undefined || !Number.isFinite(value) ? undefined : as(value);
}

/** The words of clues in one language. */
function cluesIn(language: Language) {
  const korean = language === 'ko';
  // Figures are short: each stays on one line with its words.
  const percent = (value: number): string =>
    percentInWords(value, language).replaceAll(' ', '\u00a0');
  const won = (value: number): string => formatWon(value, language);
  // Number and unit stay on one line.
  const mass = (value: number): string => formatMass(value).replace(' ', '\u00a0');
  const count = (value: number): string => formatNumber(value);

  /** Where none is suspected, the figures are those of the controlled code that came nearest. */
  const nearest = korean ? '대상 후보' : 'nearest controlled';

  /** The two codes side by side: `8517.62 81 %, 9102.12 2 %`. */
  function pair(clue: Clue, codes: Codes, as: (value: number) => string): string {
    return [
      [codes.suspect === '' ? nearest : codes.suspect, shown(clue, 'suspect', as)],
      [codes.declared, shown(clue, 'declared', as)],
    ]
      .flatMap(([code, figure]) =>
        figure === undefined || !code ? [] : [`${code}\u00a0${figure}`],
      )
      .join(', ');
  }

  function about(words: string, figures: string): string {
    return figures === '' ? '' : `${words}${figures}`;
  }

  function label(clue: Clue): string {
    const as = { 'unit-price': won, mass } as const;
    const value =
      clue.key === 'unit-price' || clue.key === 'mass'
        ? shown(clue, 'value', as[clue.key])
        : undefined;
    return value === undefined
      ? LABELS[language][clue.key]
      : `${LABELS[language][clue.key]} ${value}`;
  }

  const FACTS: Record<ClueKey, (clue: Clue, codes: Codes) => string> = {
    start: () => (korean ? '줄로 나누지 않은 근거 포함' : 'with what has no row of its own'),
    text: (clue, codes) => {
      const all = shown(clue, 'controlled', percent);
      const together = about(korean ? '대상 코드 모두 ' : 'all controlled codes ', all ?? '');
      const figures = [pair(clue, codes, percent), together].filter((part) => part !== '');
      return about(korean ? '품명으로 본 가능성 ' : 'by the text: ', figures.join(' · '));
    },
    siblings: (clue) => {
      const share = shown(clue, 'share', percent);
      if (share === undefined) return '';
      return korean ? `세관장확인대상 ${share}` : `controlled: ${share}`;
    },
    'unit-price': (clue, codes) => about(korean ? '보통 ' : 'usual: ', pair(clue, codes, won)),
    mass: (clue, codes) => about(korean ? '보통 ' : 'usual: ', pair(clue, codes, mass)),
    origin: (clue, codes) =>
      about(korean ? '이 나라의 몫 ' : 'share from there: ', pair(clue, headings(codes), percent)),
    departure: (clue, codes) =>
      about(korean ? '이 나라의 몫 ' : 'share from there: ', pair(clue, headings(codes), percent)),
    importer: (clue, codes) => {
      const lines = shown(clue, 'lines', count);
      if (lines === undefined) return '';
      if (clue.facts['lines'] === 0) return korean ? '이 기기에 없음' : 'none on this tablet';
      const controlled = shown(clue, 'controlled', count) ?? '0';
      const like = shown(clue, 'suspect', count);
      const heading = headings(codes).suspect;
      const same =
        like === undefined || heading === ''
          ? ''
          : korean
            ? `, ${heading} ${like}건`
            : `, ${like} under ${heading}`;
      return korean
        ? `이 기기의 ${lines}건 중 대상 코드 ${controlled}건${same}`
        : `${lines} on this tablet, ${controlled} under controlled codes${same}`;
    },
  };

  return {
    clueLabel: label,
    clueFacts: (clue: Clue, codes: Codes): string => FACTS[clue.key](clue, codes),
    restOfClues: (count: number): string =>
      korean
        ? `그 밖의 근거 ${count}가지`
        : count === 1
          ? '1 other reason'
          : `${count} other reasons`,
    /** `percent`: empty where none is said. */
    clueSum: (sum: string, percent: string): string =>
      `${korean ? '합' : 'Sum'} ${sum}${about(' → ', percent)}`,
    clueAdds: korean ? '출발점과 막대의 합이 확률입니다' : 'Start and bars add up to it',
    notScored: korean ? '셈에 넣지 않음' : 'not scored',
    way: korean
      ? { raises: '대상 쪽으로', lowers: '신고한 코드 쪽으로' }
      : { raises: 'towards controlled', lowers: 'towards the declared code' },
    axis: korean
      ? { lowers: '− 신고 쪽', raises: '대상 쪽 +' }
      : { lowers: '− declared', raises: 'controlled +' },
  };
}

/** As they are written, `8517.62`; empty: none. */
export interface Codes {
  readonly suspect: string;
  readonly declared: string;
}

/** `8517.62` as `8517`: these figures are counted by heading. */
function headings({ suspect, declared }: Codes): Codes {
  const [heading, own] = [suspect.slice(0, 4), declared.slice(0, 4)];
  // Two codes of one heading have one figure.
  return { suspect: heading, declared: heading === own ? '' : own };
}

export const clueMessages = { ko: cluesIn('ko'), en: cluesIn('en') };
