/**
 * Error rates over scores that are the higher the more a query looks like its references, with
 * intervals from resampling writers: queries of one writer stand or fall together.
 */
import { seededRandom } from '../../random.ts';

export const KINDS = ['genuine', 'skilled', 'random'] as const;
export type Kind = (typeof KINDS)[number];

export interface Trial {
  readonly writer: number;
  readonly kind: Kind;
  readonly score: number;
}

/** A share with its 95 % interval. */
export interface Rate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Scores of one writer, counted by bins of equal filling over all scores. */
type Counts = Readonly<Record<Kind, Float64Array>>;

const BINS = 2000;
const RESAMPLES = 500;

export class Rates {
  readonly #writers: Counts[];
  readonly #draws: readonly (readonly number[])[];

  constructor(trials: readonly Trial[], resamples: number = RESAMPLES) {
    const sorted = Float64Array.from(trials, ({ score }) => score).sort();
    const edges = Array.from({ length: BINS }, (_, bin) => {
      return sorted[Math.floor((bin * sorted.length) / BINS)] ?? 0;
    });
    const writers = new Map<number, Counts>();
    for (const { writer, kind, score } of trials) {
      let own = writers.get(writer);
      if (!own) writers.set(writer, (own = noCounts()));
      const bin = binOf(edges, score);
      own[kind][bin] = (own[kind][bin] ?? 0) + 1;
    }
    this.#writers = [...writers.values()];
    const random = seededRandom(11);
    const { length } = this.#writers;
    this.#draws = Array.from({ length: resamples }, () =>
      Array.from({ length }, () => Math.floor(random() * length)),
    );
  }

  /** Where a forgery passes as often as a genuine signature is turned away. */
  equalError(against: 'skilled' | 'random'): Rate {
    return this.#withInterval((counts) => {
      let best = { gap: Infinity, rate: 0 };
      walk(counts, against, (rejected, accepted) => {
        const gap = Math.abs(rejected - accepted);
        if (gap < best.gap) best = { gap, rate: (rejected + accepted) / 2 };
      });
      return best.rate;
    });
  }

  /** Share of genuine signatures turned away at the threshold that passes `share` of forgeries. */
  rejectedAt(share: number, against: 'skilled' | 'random'): Rate {
    return this.#withInterval((counts) => {
      let least = 1;
      walk(counts, against, (rejected, accepted) => {
        if (accepted <= share) least = Math.min(least, rejected);
      });
      return least;
    });
  }

  #withInterval(rate: (counts: Counts) => number): Rate {
    const all = this.#writers.map((_, at) => at);
    const values = this.#draws.map((draw) => rate(this.#sum(draw))).sort((a, b) => a - b);
    const quantile = (q: number): number => values[Math.floor(q * (values.length - 1))] ?? 0;
    return { value: rate(this.#sum(all)), low: quantile(0.025), high: quantile(0.975) };
  }

  #sum(draw: readonly number[]): Counts {
    const total = noCounts();
    for (const at of draw) {
      for (const kind of KINDS) {
        const own = this.#writers[at]?.[kind] ?? total[kind];
        const sum = total[kind];
        own.forEach((count, bin) => {
          if (count > 0) sum[bin] = (sum[bin] ?? 0) + count;
        });
      }
    }
    return total;
  }
}

function noCounts(): Counts {
  const none = (): Float64Array => new Float64Array(BINS);
  return { genuine: none(), skilled: none(), random: none() };
}

/** Last bin whose lower edge the score reaches. */
function binOf(edges: readonly number[], score: number): number {
  let low = 0;
  let high = edges.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((edges[middle] ?? 0) <= score) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Tells each threshold from the strictest down: shares of genuine rejected and forged accepted. */
function walk(
  counts: Counts,
  against: 'skilled' | 'random',
  tell: (rejected: number, accepted: number) => void,
): void {
  const count = (bins: Float64Array): number => bins.reduce((all, one) => all + one, 0);
  const genuine = Math.max(1, count(counts.genuine));
  const forged = Math.max(1, count(counts[against]));
  let rejected = genuine;
  let accepted = 0;
  tell(1, 0);
  for (let bin = BINS - 1; bin >= 0; bin -= 1) {
    rejected -= counts.genuine[bin] ?? 0;
    accepted += counts[against][bin] ?? 0;
    tell(rejected / genuine, accepted / forged);
  }
}
