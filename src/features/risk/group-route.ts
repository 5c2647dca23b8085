import type { RiskGroup } from '../../contracts/risk.ts';

/** Origin and, where the goods left from elsewhere, departure: `CN→HK`. */
export function groupRoute(group: Pick<RiskGroup, 'origin' | 'departure'>): string {
  return group.origin === group.departure ? group.origin : `${group.origin}→${group.departure}`;
}
