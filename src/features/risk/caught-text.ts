import { formatProbability } from '../../i18n/format.ts';

/** A share of caught fraud: an estimate is never all of it; nothing is nothing. */
export function caughtText(share: number): string {
  return share === 0 ? '0 %' : formatProbability(share);
}
