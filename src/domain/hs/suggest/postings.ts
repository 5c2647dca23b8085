/** Ascending row numbers as gaps in bytes: 7 bits a byte, the high bit says that more follow. */
import { PackContentError } from '../../tables/named-arrays.ts';

/** `from`: first posting of each feature. Gaps start anew with each feature. */
export function narrowPostings(row: Uint32Array, from: Uint32Array): Uint8Array {
  const bytes: number[] = [];
  for (let feature = 0; feature + 1 < from.length; feature++) {
    let before = -1;
    for (let p = from[feature]!; p < from[feature + 1]!; p++) {
      let gap = row[p]! - before - 1;
      before = row[p]!;
      while (gap > 127) {
        bytes.push((gap & 127) | 128);
        gap >>>= 7;
      }
      bytes.push(gap);
    }
  }
  return Uint8Array.from(bytes);
}

/** Throws PackContentError when the bytes do not hold exactly the postings that `from` counts. */
export function widen(gaps: Uint8Array, from: Uint32Array): Uint32Array {
  const row = new Uint32Array(from[from.length - 1]!);
  let at = 0;
  for (let feature = 0; feature + 1 < from.length; feature++) {
    let before = -1;
    for (let p = from[feature]!; p < from[feature + 1]!; p++) {
      let gap = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = gaps[at++];
        if (byte === undefined || shift > 28) throw cut();
        gap |= (byte & 127) << shift;
        if (byte < 128) break;
      }
      before += gap + 1;
      row[p] = before;
    }
  }
  if (at !== gaps.length) throw cut();
  return row;
}

function cut(): PackContentError {
  return new PackContentError('corrupt', 'postings do not fit their counts');
}
