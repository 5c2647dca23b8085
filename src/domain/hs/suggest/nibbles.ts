/** Small signed numbers, -7..7, two a byte: the low four bits come first. */

export function packNibbles(values: Int8Array): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(values.length / 2));
  values.forEach((value, i) => (bytes[i >> 1]! |= (value + 8) << (i % 2 === 0 ? 0 : 4)));
  return bytes;
}

export function unpackNibbles(bytes: Uint8Array, length: number): Int8Array {
  return Int8Array.from({ length }, (_, i) => ((bytes[i >> 1]! >> (i % 2 === 0 ? 0 : 4)) & 15) - 8);
}
