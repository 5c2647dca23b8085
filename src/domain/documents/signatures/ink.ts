/** From a grey picture to how much ink lies where: paper and its shade are gone, specks are dropped. */
import { checkGrey, shrinkTo, type GreyImage } from './grey-image.ts';

/** Ink strength 0 to 1 of a crop that is just as large as the ink. */
export interface Ink {
  readonly width: number;
  readonly height: number;
  readonly strength: Float32Array;
}

/** Grey levels between paper and ink below which there is no ink, only the paper's own grain. */
const LEAST_CONTRAST = 28;
/** Contrast in standard deviations of the paper: noise alone gives 2.7, the data sets 8.8 and more. */
const LEAST_RATIO = 4;
/** More of the picture than this cannot be handwriting. */
const MOST_SHARE = 0.5;
/** Pixels; longer sides are averaged down first. Handwriting is compared on 176 pixels. */
const LONGEST_SIDE = 704;
/** Strength from which a pixel counts as inked. */
const INKED = 0.3;
/** Components smaller than both are specks: pixels, and a share of all inked pixels. */
const SPECK_PIXELS = 6;
const SPECK_SHARE = 0.006;
/** The darkest pixels differ with the pen; the strength is measured by this quantile of the ink. */
const FULL_INK = 0.85;

/** Otsu's threshold (1979): pixels up to it are ink; with the mean grey of both sides. */
export function splitGrey(data: Uint8Array): { threshold: number; ink: number; paper: number } {
  const counts = new Float64Array(256);
  for (const grey of data) counts[grey]! += 1;
  const total = data.length;
  const sum = counts.reduce((all, count, grey) => all + count * grey, 0);
  let best = -1;
  let split = { threshold: -1, ink: 0, paper: sum / total };
  let below = 0;
  let sumBelow = 0;
  for (let grey = 0; grey < 255; grey += 1) {
    below += counts[grey]!;
    sumBelow += counts[grey]! * grey;
    if (below === 0 || below === total) continue;
    const ink = sumBelow / below;
    const paper = (sum - sumBelow) / (total - below);
    const between = below * (total - below) * (paper - ink) ** 2;
    if (between > best) {
      best = between;
      split = { threshold: grey, ink, paper };
    }
  }
  return split;
}

/** The ink of a picture, or null where there is none: a blank page, noise, a dark field. */
export function inkOf(picture: GreyImage): Ink | null {
  checkGrey(picture);
  const image = shrinkTo(picture, LONGEST_SIDE);
  const { threshold, ink, paper } = splitGrey(image.data);
  const grain = spreadOfPaper(image.data, threshold, paper);
  if (paper - ink < Math.max(LEAST_CONTRAST, LEAST_RATIO * grain)) return null;
  const strength = strengthOf(image.data, threshold, paper);
  const mask = maskOf(strength);
  const share = mask.reduce((all, one) => all + one, 0) / mask.length;
  if (share > MOST_SHARE) return null;
  const kept = withoutSpecks(mask, image.width, image.height);
  return kept === null ? null : cropInk(strength, kept, image.width, image.height);
}

function spreadOfPaper(data: Uint8Array, threshold: number, paper: number): number {
  let count = 0;
  let square = 0;
  for (const grey of data) {
    if (grey <= threshold) continue;
    count += 1;
    square += (grey - paper) ** 2;
  }
  return Math.sqrt(square / Math.max(1, count));
}

/**
 * Nothing at the paper's grey, full at the pen's own. Half of the way from paper to threshold is
 * taken as paper, so that a tinted or grainy ground leaves no trace whatever its grey.
 */
function strengthOf(data: Uint8Array, threshold: number, paper: number): Float32Array {
  const none = (paper + threshold) / 2;
  const inked = data.filter((grey) => grey <= threshold).sort();
  const full = Math.min(threshold, inked[Math.floor(inked.length * (1 - FULL_INK))] ?? threshold);
  const span = Math.max(1, none - full);
  const strength = new Float32Array(data.length);
  for (let at = 0; at < data.length; at += 1) {
    strength[at] = Math.min(1, Math.max(0, (none - data[at]!) / span));
  }
  return strength;
}

/** 1 where there is ink, 0 elsewhere. */
export function maskOf(strength: Float32Array): Uint8Array {
  const mask = new Uint8Array(strength.length);
  for (let at = 0; at < mask.length; at += 1) mask[at] = strength[at]! > INKED ? 1 : 0;
  return mask;
}

/** Keeps components of a size (8 neighbours); null when nothing is left. */
function withoutSpecks(mask: Uint8Array, width: number, height: number): Uint8Array | null {
  const label = new Int32Array(mask.length).fill(-1);
  const sizes: number[] = [];
  const open = new Int32Array(mask.length);
  for (let start = 0; start < mask.length; start += 1) {
    if (mask[start] === 0 || label[start] !== -1) continue;
    sizes.push(flood(mask, label, open, start, sizes.length, width, height));
  }
  const least = Math.max(SPECK_PIXELS, SPECK_SHARE * sizes.reduce((all, one) => all + one, 0));
  if (!sizes.some((size) => size >= least)) return null;
  const kept = new Uint8Array(mask.length);
  for (let at = 0; at < kept.length; at += 1) {
    if (label[at]! >= 0 && sizes[label[at]!]! >= least) kept[at] = 1;
  }
  return kept;
}

function flood(
  mask: Uint8Array,
  label: Int32Array,
  open: Int32Array,
  start: number,
  name: number,
  width: number,
  height: number,
): number {
  let size = 0;
  let waiting = 1;
  open[0] = start;
  label[start] = name;
  while (waiting > 0) {
    waiting -= 1;
    const at = open[waiting]!;
    size += 1;
    const x = at % width;
    const y = (at - x) / width;
    for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny += 1) {
      for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx += 1) {
        const next = ny * width + nx;
        if (mask[next] === 0 || label[next] !== -1) continue;
        label[next] = name;
        open[waiting] = next;
        waiting += 1;
      }
    }
  }
  return size;
}

/** The box of what was kept, one pixel wider; the soft rim of a stroke stays, specks beside it go. */
function cropInk(strength: Float32Array, kept: Uint8Array, width: number, height: number): Ink {
  const box = { left: width, right: 0, top: height, bottom: 0 };
  for (let at = 0; at < kept.length; at += 1) {
    if (kept[at] === 0) continue;
    const x = at % width;
    const y = (at - x) / width;
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  const [x0, y0] = [Math.max(0, box.left - 1), Math.max(0, box.top - 1)];
  const [x1, y1] = [Math.min(width - 1, box.right + 1), Math.min(height - 1, box.bottom + 1)];
  const cropped = new Float32Array((x1 - x0 + 1) * (y1 - y0 + 1));
  let to = 0;
  for (let y = y0; y <= y1; y += 1) {
    for (let x = x0; x <= x1; x += 1, to += 1) {
      if (touches(kept, width, height, x, y)) cropped[to] = strength[y * width + x]!;
    }
  }
  return { width: x1 - x0 + 1, height: y1 - y0 + 1, strength: cropped };
}

function touches(kept: Uint8Array, width: number, height: number, x: number, y: number): boolean {
  for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny += 1) {
    for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx += 1) {
      if (kept[ny * width + nx] === 1) return true;
    }
  }
  return false;
}
