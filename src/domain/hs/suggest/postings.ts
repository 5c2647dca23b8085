/** Whole numbers in few bytes: 7 bits a byte, the high bit says that more follow. */
import { PackContentError } from '../../tables/named-arrays.ts';

export function packCounts(counts: Iterable<number>): Uint8Array {
  const bytes: number[] = [];
  for (let count of counts) {
    while (count > 127) {
      bytes.push((count & 127) | 128);
      count >>>= 7;
    }
    bytes.push(count);
  }
  return Uint8Array.from(bytes);
}

/** Throws PackContentError when the bytes do not hold exactly `length` numbers below 2^32. */
export function unpackCounts(bytes: Uint8Array, length: number): Uint32Array {
  const counts = new Uint32Array(length);
  let at = 0;
  for (let i = 0; i < length; i++) {
    let count = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      if (byte === undefined || shift > 28) throw cut();
      count |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    counts[i] = count >>> 0;
  }
  if (at !== bytes.length) throw cut();
  return counts;
}

/** Numbers that rise within each stretch of `from`, as the gaps between them. */
export function packRising(numbers: ArrayLike<number>, from: Uint32Array): Uint8Array {
  return packCounts(gapsOf(numbers, from));
}

function* gapsOf(numbers: ArrayLike<number>, from: Uint32Array): Iterable<number> {
  for (let stretch = 0; stretch + 1 < from.length; stretch++) {
    let before = -1;
    for (let i = from[stretch]!; i < from[stretch + 1]!; i++) {
      yield numbers[i]! - before - 1;
      before = numbers[i]!;
    }
  }
}

export function unpackRising(bytes: Uint8Array, from: Uint32Array): Uint32Array {
  const numbers = unpackCounts(bytes, from[from.length - 1]!);
  for (let stretch = 0; stretch + 1 < from.length; stretch++) {
    let before = -1;
    for (let i = from[stretch]!; i < from[stretch + 1]!; i++) {
      before += numbers[i]! + 1;
      numbers[i] = before;
    }
  }
  return numbers;
}

function cut(): PackContentError {
  return new PackContentError('corrupt', 'packed numbers do not fit their count');
}
