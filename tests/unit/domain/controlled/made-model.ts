import { BARE_FEATURES, TEXT_FEATURES } from '../../../../src/domain/controlled/evidence.ts';
import {
  controlledModel,
  type CalibratedForest,
  type ControlledParts,
} from '../../../../src/domain/controlled/model.ts';
import type { ControlledModel } from '../../../../src/domain/controlled/judge.ts';
import { LEAVES, USUAL } from './made-usual.ts';

/** One tree of one question: is the feature above the edge? Log-odds `below`, else `above`. */
function oneQuestion(
  known: readonly (readonly [string, string])[],
  [name, edge]: readonly [string, number],
  below: number,
  above: number,
): CalibratedForest {
  const asked = known.findIndex(([of]) => of === name);
  return {
    forest: {
      ...{ depth: 1, trees: 1, bias: 0 },
      features: known.map(([of]) => ({ kind: 'quantity', of })),
      edges: known.map((_, at) => Float32Array.from(at === asked ? [edge] : [])),
      nodeFeature: Uint8Array.of(asked),
      nodeBin: Uint8Array.of(0),
      leaf: Float32Array.of(below, above),
      cover: Float32Array.of(3, 1),
    },
    ...{ slope: 2, shift: 0.5 },
  };
}

/**
 * A model that asks whether the suspect is likelier than the declared code (with a text) and whether
 * the unit price fits it better (without).
 */
export function madeModel(
  thresholds: ControlledParts['thresholds'] = { check: 0.7, fits: 0.01 },
  below = -4,
  above = 2,
): ControlledModel {
  return controlledModel({
    ...{ version: '1.0.0', usual: USUAL, leaves: LEAVES, thresholds },
    withText: oneQuestion(TEXT_FEATURES, ['best-to-own', 0], below, above),
    withoutText: oneQuestion(BARE_FEATURES, ['price', 0.5], below, above),
  });
}
