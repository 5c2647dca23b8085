/** Where the answers begin: as wide as the errors among them allow. */
import type { Kind } from '../rates.ts';

export interface Judged {
  readonly kind: Kind;
  readonly probability: number;
}

/** Of each of the two answers at most this share is wrong, with as many imitated as genuine. */
const MOST_WRONG = 0.02;

/** Random signatures are left out: they would make the answers look better than imitations let them be. */
export function fitThresholds(judged: readonly Judged[]): { similar: number; unlike: number } {
  const genuine = judged
    .filter(({ kind }) => kind === 'genuine')
    .map(({ probability }) => probability);
  const skilled = judged
    .filter(({ kind }) => kind === 'skilled')
    .map(({ probability }) => probability);
  const limits = Array.from({ length: 999 }, (_, at) => (at + 1) / 1000);
  const share = (list: readonly number[], holds: (one: number) => boolean): number =>
    list.filter(holds).length / Math.max(1, list.length);
  const wrong = (bad: number, good: number): number => (bad + good === 0 ? 0 : bad / (bad + good));
  const similar = limits.find((limit) => {
    const reaches = (one: number): boolean => one >= limit;
    return limit >= 0.5 && wrong(share(skilled, reaches), share(genuine, reaches)) <= MOST_WRONG;
  });
  const unlike = limits.findLast((limit) => {
    const below = (one: number): boolean => one <= limit;
    return limit <= 0.5 && wrong(share(genuine, below), share(skilled, below)) <= MOST_WRONG;
  });
  return { similar: similar ?? 1, unlike: unlike ?? 0 };
}
