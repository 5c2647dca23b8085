/** Where the three answers part, read off texts that no member was trained on. */
import { firstOf, rankOf, round } from '../figures.ts';
import type { JudgedText } from './cross-fit.ts';

/** A suggested code is right this often. */
const SUGGEST_PRECISION = 0.93;
/** From `choose` on, the right code is among five in half of the texts with about that probability. */
const CHOOSE_RECALL = 0.5;
const WINDOW = 100;

/** Below the similarity gate the right code is among five in less than this share of texts. */
const GATE_RECALL = 0.6;
const GATE_STEP = 0.05;

/** Real texts of each language: how often our own phrases are known says little of the field. */
const TYPED: Readonly<Record<'ko' | 'en', readonly string[]>> = {
  en: ['chitchats', 'uk-extra', 'eu-en'],
  ko: ['kcs', 'kcs-ko', 'eu-ko'],
};

export interface OperatingPoints {
  readonly thresholds: Readonly<Record<string, number>>;
  /** Share of right answers by kind and language: `right_suggest_ko` and so on. */
  readonly right: Readonly<Record<string, number>>;
  /** Share of texts that got each kind. */
  readonly shares: Readonly<Record<string, number>>;
}

export function operatingPoints(texts: readonly JudgedText[]): OperatingPoints {
  const gate = gateOf(texts);
  const thresholds: Record<string, number> = { similarity: gate };
  const right: Record<string, number> = {};
  const shares: Record<string, number> = {};
  for (const language of ['ko', 'en'] as const) {
    const typed = texts.filter(({ source }) => TYPED[language].includes(source));
    const own = typed.filter(({ similarity }) => similarity >= gate);
    const suggest = suggestFrom(own);
    const choose = Math.min(suggest, chooseFrom(own));
    thresholds[`suggest_${language}`] = suggest;
    thresholds[`choose_${language}`] = choose;
    const kinds = {
      suggest: own.filter((text) => firstOf(text).probability >= suggest),
      choose: own.filter(
        (text) => firstOf(text).probability < suggest && firstOf(text).probability >= choose,
      ),
    };
    right[`right_suggest_${language}`] = shareOf(kinds.suggest, (text) => firstOf(text).right);
    right[`right_choose_${language}`] = shareOf(kinds.choose, (text) => rankOf(text, 6) <= 5);
    for (const [kind, found] of Object.entries(kinds)) {
      shares[`${kind}_${language}`] = round(found.length / (typed.length || 1));
    }
  }
  return { thresholds, right, shares };
}

/** The least probability from which answers are right often enough. */
function suggestFrom(texts: readonly JudgedText[]): number {
  const firsts = texts.map(firstOf).sort((a, b) => b.probability - a.probability);
  let hits = 0;
  let least = 0.99;
  firsts.forEach(({ probability, right }, i) => {
    hits += right ? 1 : 0;
    if (hits / (i + 1) >= SUGGEST_PRECISION && i >= 50) least = probability;
  });
  return round(least);
}

function chooseFrom(texts: readonly JudgedText[]): number {
  const ranked = texts
    .map((text) => ({ probability: firstOf(text).probability, listed: rankOf(text, 6) <= 5 }))
    .sort((a, b) => a.probability - b.probability);
  for (let first = 0; first + WINDOW <= ranked.length; first++) {
    const window = ranked.slice(first, first + WINDOW);
    if (shareOf(window, ({ listed }) => listed) >= CHOOSE_RECALL) {
      return round(ranked[first]!.probability);
    }
  }
  return 1;
}

/** Texts less like anything known than this are answered with a question; raised step by step. */
function gateOf(texts: readonly JudgedText[]): number {
  let gate = 0;
  for (;;) {
    const near = texts.filter(({ similarity: s }) => s >= gate && s < gate + GATE_STEP);
    // A step with next to no texts says nothing: the next one decides.
    const weak = near.length < 50 || shareOf(near, (text) => rankOf(text, 6) <= 5) < GATE_RECALL;
    if (!weak || gate >= 0.5) return round(gate);
    gate += GATE_STEP;
  }
}

function shareOf<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.length === 0 ? 0 : round(items.filter(holds).length / items.length);
}
