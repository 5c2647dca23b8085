/** What the members are trained with; chosen on fold 4 (see the model card). */
import type { BagSettings } from './train-bag.ts';
import type { FlatSettings } from './train-flat.ts';
import type { TreeSettings } from './train-tree.ts';

export const TREE: TreeSettings = {
  epochs: 3,
  tuning: 2,
  rate: 0.3,
  dropout: 0.2,
  weights: 1_400_000,
};
export const BAG: BagSettings = {
  width: 48,
  epochs: 9,
  rate: 0.06,
  dropout: 0.25,
  features: 90_000,
};
export const FLAT: FlatSettings = {
  loss: 'hinge',
  epochs: 4,
  tuning: 2,
  rate: 0.1,
  dropout: 0.2,
  weights: 500_000,
};
/** Turns margins into shares; the fusion sets the rest right. */
export const FLAT_SHARPNESS = 3;
