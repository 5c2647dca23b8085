/**
 * 64-bit hashes as two independent 32-bit lanes. A text is hashed once per distinct value;
 * a key over several columns mixes their lanes, so no string is ever joined per line.
 * With 64 bits a false match among 1e5 keys and 1e6 look-ups has a chance below 1e-8.
 */

/** Finaliser of MurmurHash3 (Austin Appleby, public domain): every input bit moves every output bit. */
export function scramble(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) | 0;
}

export const SEED_A = 0x3c6ef372;
export const SEED_B = 0x1b873593;

/** Adds one column's lane to a key; the order of columns matters. */
export function mixA(hash: number, lane: number): number {
  const h = Math.imul(hash ^ lane, 0x9e3779b1);
  return (h << 13) | (h >>> 19);
}

export function mixB(hash: number, lane: number): number {
  const h = Math.imul(hash ^ lane, 0x7feb352d);
  return (h << 15) | (h >>> 17);
}

/** Hash of a text over its UTF-16 units: the same on every engine. */
export function hashText(text: string, seed: number): number {
  let h = seed ^ text.length;
  for (let i = 0; i < text.length; i += 1) {
    h = Math.imul(h ^ text.charCodeAt(i), 0xcc9e2d51);
    h = (h << 15) | (h >>> 17);
  }
  return scramble(h);
}

const asNumber = new Float64Array(1);
const asBits = new Uint32Array(asNumber.buffer);

/**
 * Hash of an exact quantity by its bits. -0 equals 0; every NaN (no value) is the same.
 * The two halves are read by position, the same on all little-endian machines
 * (every machine a browser runs on).
 */
export function hashNumber(value: number, seed: number): number {
  asNumber[0] = value === 0 ? 0 : Number.isNaN(value) ? NaN : value;
  const low = asBits[0] ?? 0;
  const high = asBits[1] ?? 0;
  return scramble(mixA(mixA(seed, low), high));
}
