import { ANSWER_OF, GROUNDS, type ControlledMark } from '../../contracts/controlled.ts';
import type { ControlledChunk } from './database.ts';

/** One line of an answered chunk; null where the chunk holds no answer for it. */
export function markAt(chunk: ControlledChunk, at: number): ControlledMark | null {
  const ground = GROUNDS[chunk.ground[at] ?? -1];
  if (!ground) return null;
  const probability = chunk.probability[at] ?? NaN;
  return {
    answer: ANSWER_OF[ground],
    ground,
    probability: Number.isNaN(probability) ? null : probability,
    suspect: chunk.suspect[at] || null,
    list: chunk.list,
    model: chunk.model,
  };
}
