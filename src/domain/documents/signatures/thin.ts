/**
 * Thins a mask in place to lines one pixel wide (Guo and Hall 1989, two sub-iterations). `mask` holds
 * 0 and 1; its outermost pixels must be 0. Connected strokes stay connected.
 */
export function thin(mask: Uint8Array, width: number): void {
  let inked: number[] = [];
  for (let at = 0; at < mask.length; at += 1) if (mask[at] === 1) inked.push(at);
  for (let unchanged = 0, pass = 0; unchanged < 2; pass = 1 - pass) {
    const removed = inked.filter((at) => isRemovable(mask, width, at, pass));
    for (const at of removed) mask[at] = 0;
    unchanged = removed.length === 0 ? unchanged + 1 : 0;
    if (removed.length > 0) inked = inked.filter((at) => mask[at] === 1);
  }
}

/** p2 is above, then clockwise, as in the paper. */
function isRemovable(mask: Uint8Array, width: number, at: number, pass: number): boolean {
  const p2 = mask[at - width]!;
  const p3 = mask[at - width + 1]!;
  const p4 = mask[at + 1]!;
  const p5 = mask[at + width + 1]!;
  const p6 = mask[at + width]!;
  const p7 = mask[at + width - 1]!;
  const p8 = mask[at - 1]!;
  const p9 = mask[at - width - 1]!;
  const crossings =
    ((1 - p2) & (p3 | p4)) +
    ((1 - p4) & (p5 | p6)) +
    ((1 - p6) & (p7 | p8)) +
    ((1 - p8) & (p9 | p2));
  if (crossings !== 1) return false;
  const one = (p9 | p2) + (p3 | p4) + (p5 | p6) + (p7 | p8);
  const other = (p2 | p3) + (p4 | p5) + (p6 | p7) + (p8 | p9);
  const neighbours = Math.min(one, other);
  if (neighbours < 2 || neighbours > 3) return false;
  return pass === 0 ? ((p6 | p7 | (1 - p9)) & p8) === 0 : ((p2 | p3 | (1 - p5)) & p4) === 0;
}
