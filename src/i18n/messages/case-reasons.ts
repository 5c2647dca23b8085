import type { BackoffLevel, Reason, ReasonKey } from '../../domain/risk/explanation.ts';
import { REASON_WORDS } from './case-reason-words.ts';
import { formatMass, formatNumber, formatWon } from '../format.ts';

type Language = 'ko' | 'en';
/** What `value` and `usual` of a reason's facts are measured in. */
type Unit = 'won' | 'won-per-kg' | 'kg' | 'percent' | 'none';

const UNITS: Partial<Record<ReasonKey, Unit>> = {
  'unit-price': 'won-per-kg',
  'unit-price-context': 'won-per-kg',
  'goods-price': 'won',
  price: 'won',
  'goods-mass': 'kg',
  mass: 'kg',
  'goods-mass-band': 'kg',
  tax: 'percent',
  amount: 'kg',
};

/** Reasons about several fields: one value in their label would say the wrong thing. */
const NO_VALUE_IN_LABEL: ReadonlySet<ReasonKey> = new Set(['amount']);

function measured(value: number, unit: Unit, language: Language): string {
  if (unit === 'kg') return formatMass(value);
  if (unit === 'percent') return `${formatNumber(value, 2)} %`;
  if (unit === 'none') return formatNumber(value, 2);
  return formatWon(value, language);
}

/** Up to two figures that tell: 0.12, 3.4, 27. */
function times(value: number, usual: number): string {
  const ratio = value / usual;
  return formatNumber(ratio, ratio < 1 ? 2 : ratio < 10 ? 1 : 0);
}

/** The words of reasons in one language. */
function reasonsIn(language: Language) {
  const words = REASON_WORDS[language];
  const korean = language === 'ko';

  /** The field with this line's own value, where the reason has one. */
  function label({ key, facts }: Reason): string {
    const unit = UNITS[key];
    if (facts.value === undefined || !unit || NO_VALUE_IN_LABEL.has(key)) return words[key].label;
    // The number and its unit stay on one line.
    const value = measured(facts.value, unit, language).replace(' ', '\u00a0');
    return `${words[key].label} ${value}`;
  }

  /** What the reason rests on, in figures where there are any. */
  function facts({ key, facts: f }: Reason): string {
    const parts: string[] = [];
    if (f.value !== undefined && f.usual !== undefined && f.usual > 0) {
      const usual = measured(f.usual, UNITS[key] ?? 'none', language);
      const of = key !== 'amount' ? '' : korean ? '무게가 ' : 'mass ';
      parts.push(of + against(f.value, f.usual, usual));
    }
    if (f.earlier === 0) parts.push(korean ? '이전 신고 없음' : 'No earlier lines');
    else if (f.earlier !== undefined) parts.push(shareOf(f.earlier, f.fraud ?? 0));
    return parts.length > 0 ? parts.join(', ') : words[key].note;
  }

  function against(value: number, usual: number, shown: string): string {
    const ratio = times(value, usual);
    if (ratio === '1') return korean ? `품목 중앙값 ${shown}과 비슷함` : `about the usual ${shown}`;
    return korean ? `품목 중앙값 ${shown}의 ${ratio}배` : `${ratio} times the usual ${shown}`;
  }

  function shareOf(earlier: number, fraud: number): string {
    const [all, found] = [formatNumber(earlier), formatNumber(fraud)];
    return korean ? `${all}건 중 ${found}건 우범` : `${found} of ${all} were fraud`;
  }

  /** For a list row: the field and the one figure that says most. */
  function shortReason(reason: Reason): string {
    const { key, facts: f } = reason;
    const name = words[key].short;
    if (f.value !== undefined && f.usual !== undefined && f.usual > 0) {
      const ratio = times(f.value, f.usual);
      if (key === 'amount')
        return korean ? `무게가 중앙값의 ${ratio}배` : `mass ${ratio} times the usual`;
      return korean ? `${name} 중앙값의 ${ratio}배` : `${name}, ${ratio} times the usual`;
    }
    if (f.earlier !== undefined && f.earlier > 0) {
      const share = shareOf(f.earlier, f.fraud ?? 0);
      return `${name}, ${share}`;
    }
    return name;
  }

  return {
    reasons: words,
    reasonLabel: label,
    reasonFacts: facts,
    shortReason,
  };
}

/** What the counted lines share with the open one. */
const SAME_KO: Record<BackoffLevel, string> = {
  pattern: '품목·경로·세율·무게·가격이 모두 같음',
  'unit-price-context': '품목·경로·세율·kg당 가격이 같음',
  context: '품목·경로·세율이 같음',
  'goods-origin': '품목·원산지가 같음',
  goods: '품목 6단위가 같음',
  heading: '품목 4단위(호)가 같음',
  chapter: '품목 2단위(류)가 같음',
};

const SAME_EN: Record<BackoffLevel, string> = {
  pattern: 'same goods, route, tax rate, mass and price',
  'unit-price-context': 'same goods, route, tax rate and price per kg',
  context: 'same goods, route and tax rate',
  'goods-origin': 'same goods and origin',
  goods: 'same goods, 6 digits',
  heading: 'same heading, 4 digits',
  chapter: 'same chapter, 2 digits',
};

interface Backoff {
  readonly level: BackoffLevel;
  readonly earlier: number;
  readonly fraud: number;
}

/** A sentence with its bold part in the middle. */
interface EarlierSentence {
  readonly before: string;
  readonly strong: string;
  readonly after: string;
}

/** Fewer earlier lines than this say little about the next one. */
const FEW_EARLIER = 5;

/** `exact`: lines of this very pattern. Otherwise they are only the nearest, and it says how near. */
function sentenceKo({ level, earlier, fraud }: Backoff, exact: boolean): EarlierSentence {
  const nearest = `꼭 같은 신고는 없습니다. 가장 가까운 이전 신고(${SAME_KO[level]}) `;
  return {
    before: exact ? '' : nearest,
    strong: `${exact ? '이와 같은 이전 신고 ' : ''}${formatNumber(earlier)}건 중 ${formatNumber(fraud)}건이 우범`,
    after: `이었습니다.${earlier < FEW_EARLIER ? ' 적어서 근거가 약합니다.' : ''}`,
  };
}

function sentenceEn({ level, earlier, fraud }: Backoff, exact: boolean): EarlierSentence {
  const nearest = `No earlier line is exactly the same. Of the nearest (${SAME_EN[level]}), `;
  return {
    before: exact ? '' : nearest,
    strong: `${formatNumber(fraud)} of ${formatNumber(earlier)}${exact ? ' earlier lines like this' : ''}`,
    after: `${fraud === 1 ? ' was' : ' were'} fraud.${earlier < FEW_EARLIER ? ' That is few: weak evidence.' : ''}`,
  };
}

export const reasonMessages = {
  ko: { ...reasonsIn('ko'), backoffSame: SAME_KO, backoffSentence: sentenceKo },
  en: { ...reasonsIn('en'), backoffSame: SAME_EN, backoffSentence: sentenceEn },
};
