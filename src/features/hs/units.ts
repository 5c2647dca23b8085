import type { HsNode } from '../../contracts/hs.ts';
import type { Names } from '../../contracts/names.ts';

export interface UnitName {
  readonly of: 'quantity' | 'weight';
  readonly text: string;
  /** False: no list at hand confirms what the code means. */
  readonly verified: boolean;
}

/** The units of a 10-digit code in words; a unit the tariff does not ask for is left out. */
export function unitsOf(node: Pick<HsNode, 'units' | 'validFrom'>, names: Names): UnitName[] {
  const { units, validFrom } = node;
  if (units === null) return [];
  return (['quantity', 'weight'] as const).flatMap((of) => {
    const code = units[of];
    if (code === '') return [];
    const { name, verified } = names.code('unit', code, validFrom ?? '');
    return [{ of, text: name, verified }];
  });
}
