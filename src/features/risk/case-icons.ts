import type { Decision } from '../../contracts/events.ts';
import type { IconName } from '../../ui/icons.ts';

/** A decision looks the same where it is made and where it is told. */
export const DECISION_ICON = {
  release: 'release',
  review: 'review',
  inspect: 'search',
} as const satisfies Record<Decision, IconName>;
