/** Writes named typed arrays as src/domain/tables/named-arrays.ts reads them; shared by all trainings. */
import { BYTES } from '../src/domain/tables/named-arrays.ts';
import type { ArrayPlace, ArrayType } from '../src/domain/tables/named-arrays.ts';

type Packed = Uint8Array | Int8Array | Uint16Array | Uint32Array | Int32Array | Float32Array;

function typeOf(array: Packed): ArrayType {
  if (array instanceof Uint8Array) return 'u8';
  if (array instanceof Int8Array) return 'i8';
  if (array instanceof Uint16Array) return 'u16';
  if (array instanceof Uint32Array) return 'u32';
  if (array instanceof Int32Array) return 'i32';
  return 'f32';
}

/** Counts in the narrowest type that holds them. */
export function narrow(counts: Uint32Array): Packed {
  const most = counts.reduce((max, count) => Math.max(max, count), 0);
  if (most < 256) return Uint8Array.from(counts);
  return most < 65_536 ? Uint16Array.from(counts) : counts;
}

export class ArrayWriter {
  readonly places: Record<string, ArrayPlace> = {};
  readonly #parts: Uint8Array[] = [];
  #at = 0;

  add(name: string, array: Packed): void {
    const type = typeOf(array);
    this.places[name] = { type, at: this.#at, length: array.length };
    const bytes = array.length * BYTES[type];
    const padded = new Uint8Array(Math.ceil(bytes / 4) * 4);
    padded.set(new Uint8Array(array.buffer, array.byteOffset, bytes));
    this.#parts.push(padded);
    this.#at += padded.length;
  }

  finish(): ArrayBuffer {
    const whole = new Uint8Array(this.#at);
    let at = 0;
    for (const part of this.#parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole.buffer;
  }
}
