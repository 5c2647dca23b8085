import type { DeskQuery } from '../../contracts/risk.ts';

/** What the filter sheet holds; period, search, group and undecided have controls of their own. */
export type Filters = Pick<
  DeskQuery,
  'lane' | 'controlledOnly' | 'novelOnly' | 'randomOnly' | 'origin' | 'office'
>;

export const NO_FILTERS: Filters = {
  lane: null,
  controlledOnly: false,
  novelOnly: false,
  randomOnly: false,
  origin: null,
  office: null,
};

/** Everything that can hide a line, off. */
export const NOTHING_HIDDEN: Partial<DeskQuery> = {
  ...NO_FILTERS,
  text: '',
  group: null,
  undecidedOnly: false,
};

/** Filters of the sheet that are on. The lane shows in the lane list, so it is not counted. */
export function countFilters(query: DeskQuery): number {
  const { controlledOnly, novelOnly, randomOnly, origin, office } = query;
  return [controlledOnly, novelOnly, randomOnly, origin !== null, office !== null].filter(Boolean)
    .length;
}
