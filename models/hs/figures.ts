/** Figures of suggestions: ranks at three levels, coverage and calibration; no I/O. */

/** What was said of one text and what is right. */
export interface Judgement {
  /** Accepted six-digit codes; a text may have several. */
  readonly right: readonly string[];
  /** Codes with their probabilities, any order; what is not listed has none. */
  readonly said: readonly (readonly [code: string, probability: number])[];
  readonly similarity: number;
}

const RANKS = [1, 3, 5, 10] as const;
/** Texts less similar than this to all training texts are far. */
export const FAR = 0.6;
const SHARES = [0.3, 0.5, 0.7, 0.9, 1] as const;
const BINS = 10;

export type TopFigures = Readonly<Record<'top1' | 'top3' | 'top5' | 'top10', number | null>>;

export interface SetFigures {
  readonly rows: number;
  readonly hs2: TopFigures;
  readonly hs4: TopFigures;
  readonly hs6: TopFigures;
  readonly far: { readonly rows: number; readonly hs6: TopFigures };
  readonly coverage: { share: number; accuracy: number | null }[];
  readonly ece: number | null;
}

export function figuresOf(judgements: readonly Judgement[]): SetFigures {
  const far = judgements.filter((text) => text.similarity < FAR);
  return {
    rows: judgements.length,
    hs2: topsOf(judgements, 2),
    hs4: topsOf(judgements, 4),
    hs6: topsOf(judgements, 6),
    far: { rows: far.length, hs6: topsOf(far, 6) },
    coverage: coverageOf(judgements),
    ece: calibrationError(judgements),
  };
}

function topsOf(judgements: readonly Judgement[], digits: number): TopFigures {
  const ranks = judgements.map((text) => rankOf(text, digits));
  const share = (rank: number): number | null =>
    ranks.length === 0 ? null : round(ranks.filter((own) => own <= rank).length / ranks.length);
  const [top1, top3, top5, top10] = RANKS.map(share);
  return { top1: top1 ?? null, top3: top3 ?? null, top5: top5 ?? null, top10: top10 ?? null };
}

/** Place of the best right code among the codes of that length, 1 is first; shares are summed up. */
export function rankOf(text: Judgement, digits: number): number {
  const sums = new Map<string, number>();
  for (const [code, probability] of text.said) {
    const prefix = code.slice(0, digits);
    sums.set(prefix, (sums.get(prefix) ?? 0) + probability);
  }
  const right = Math.max(...text.right.map((code) => sums.get(code.slice(0, digits)) ?? 0));
  if (right <= 0) return Infinity;
  return 1 + [...sums.values()].filter((sum) => sum > right).length;
}

interface First {
  readonly probability: number;
  readonly right: boolean;
}

export function firstOf({ said, right }: Judgement): First {
  let code = '';
  let probability = 0;
  for (const [own, share] of said) if (share > probability) [code, probability] = [own, share];
  return { probability, right: right.some((accepted) => accepted.slice(0, 6) === code) };
}

/** Accuracy of the surest answers. */
function coverageOf(judgements: readonly Judgement[]): SetFigures['coverage'] {
  const firsts = judgements.map(firstOf).sort((a, b) => b.probability - a.probability);
  return SHARES.map((share) => {
    const surest = firsts.slice(0, Math.round(firsts.length * share));
    const accuracy =
      surest.length === 0
        ? null
        : round(surest.filter((first) => first.right).length / surest.length);
    return { share, accuracy };
  });
}

/** Expected calibration error over ten bins of equal width. */
function calibrationError(judgements: readonly Judgement[]): number | null {
  if (judgements.length === 0) return null;
  const gaps = new Float64Array(BINS);
  for (const { probability, right } of judgements.map(firstOf)) {
    const bin = Math.min(BINS - 1, Math.floor(probability * BINS));
    gaps[bin] = (gaps[bin] ?? 0) + (right ? 1 : 0) - probability;
  }
  return round(gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / judgements.length);
}

export function round(x: number): number {
  return Math.round(x * 1e5) / 1e5;
}
