/** A picture of one signature made ready to be compared. */
import { skeletonOf } from './canvas.ts';
import { edgesOf, type Edges } from './edges.ts';
import type { GreyImage } from './grey-image.ts';
import { inkOf } from './ink.ts';

/** Null where the picture holds no ink that could be handwriting. */
export function readSignature(picture: GreyImage): Edges | null {
  const ink = inkOf(picture);
  return ink === null ? null : edgesOf(skeletonOf(ink));
}
