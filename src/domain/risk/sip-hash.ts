/**
 * SipHash-2-4 (Aumasson and Bernstein 2012): a keyed hash made for short inputs, whose answers
 * nobody can foretell without the key. 64-bit words are pairs of 32-bit halves (low, high).
 */

/** State v0..v3: low and high half of each in turn. */
const state = new Int32Array(8);

/** state[a] += state[b], as 64-bit words. */
function add(a: number, b: number): void {
  const x = state[a] as number;
  const low = (x + (state[b] as number)) | 0;
  const carry = low >>> 0 < x >>> 0 ? 1 : 0;
  state[a] = low;
  state[a + 1] = (state[a + 1] as number) + (state[b + 1] as number) + carry;
}

/** state[b] = (state[b] rotated left by `bits` < 32) ^ state[a]. */
function turn(b: number, bits: number, a: number): void {
  const low = state[b] as number;
  const high = state[b + 1] as number;
  state[b] = ((low << bits) | (high >>> (32 - bits))) ^ (state[a] as number);
  state[b + 1] = ((high << bits) | (low >>> (32 - bits))) ^ (state[a + 1] as number);
}

/** Rotation by 32: the halves change places. */
function swap(a: number): void {
  const low = state[a] as number;
  state[a] = state[a + 1] as number;
  state[a + 1] = low;
}

function round(): void {
  add(0, 2);
  turn(2, 13, 0);
  swap(0);
  add(4, 6);
  turn(6, 16, 4);
  add(0, 6);
  turn(6, 21, 0);
  add(4, 2);
  turn(2, 17, 4);
  swap(4);
}

function take(low: number, high: number): void {
  state[6] = (state[6] as number) ^ low;
  state[7] = (state[7] as number) ^ high;
  round();
  round();
  state[0] = (state[0] as number) ^ low;
  state[1] = (state[1] as number) ^ high;
}

/** "somepseudorandomlygeneratedbytes", as the paper has it. */
const START = [
  0x70736575, 0x736f6d65, 0x6e646f6d, 0x646f7261, 0x6e657261, 0x6c796765, 0x79746573, 0x74656462,
];

/**
 * Upper 32 bits of the hash of `length` bytes, each `byteAt(i)`, unsigned.
 * `key` is four 32-bit words: the 16 bytes of the key, little-endian.
 */
export function sipHash(key: Int32Array, length: number, byteAt: (at: number) => number): number {
  START.forEach((word, i) => (state[i] = word ^ (key[i & 3] as number)));
  const word = (at: number): number => {
    let value = 0;
    for (let i = 0; i < 4 && at + i < length; i += 1) value |= byteAt(at + i) << (8 * i);
    return value;
  };
  const whole = length - (length % 8);
  for (let at = 0; at < whole; at += 8) take(word(at), word(at + 4));
  take(word(whole), word(whole + 4) | (length << 24));
  state[4] = (state[4] as number) ^ 0xff;
  for (let i = 0; i < 4; i += 1) round();
  return (
    ((state[1] as number) ^ (state[3] as number) ^ (state[5] as number) ^ (state[7] as number)) >>>
    0
  );
}

/** The first 16 of a secret's bytes as a key. */
export function sipKey(secret: Uint8Array): Int32Array {
  if (secret.length < 16) throw new RangeError(`a secret of ${secret.length} bytes, not 16`);
  return Int32Array.from({ length: 4 }, (_, word) =>
    [0, 1, 2, 3].reduce((value, i) => value | ((secret[4 * word + i] as number) << (8 * i)), 0),
  );
}
