/**
 * Named typed arrays in one file: the directory (name, type, offset, length) travels in the pack's
 * model.json, the bytes in a .bin file, little-endian, each array on a 4-byte boundary.
 */
export const ARRAY_TYPES = ['u8', 'i8', 'u16', 'u32', 'i32', 'f32'] as const;
export type ArrayType = (typeof ARRAY_TYPES)[number];

export interface ArrayPlace {
  readonly type: ArrayType;
  /** Bytes from the start of the file. */
  readonly at: number;
  /** Items, not bytes. */
  readonly length: number;
}
export type ArrayDirectory = Readonly<Record<string, ArrayPlace>>;

export const BYTES: Readonly<Record<ArrayType, number>> = {
  u8: 1,
  i8: 1,
  u16: 2,
  u32: 4,
  i32: 4,
  f32: 4,
};

/** The pack's files do not fit together or were made for another version of the app. */
export class PackContentError extends Error {
  readonly reason: 'incomplete' | 'corrupt' | 'unsupported';

  constructor(reason: PackContentError['reason'], message: string) {
    super(message);
    this.name = 'PackContentError';
    this.reason = reason;
  }
}

/** Reads arrays of one file by name; refuses what is missing, misplaced or of another type. */
export interface ArrayReader {
  floats(name: string, length?: number): Float32Array;
  bytes(name: string, length?: number): Uint8Array;
  signed(name: string, length?: number): Int8Array;
  shorts(name: string, length?: number): Uint16Array;
  integers(name: string, length?: number): Int32Array;
  /** u8, u16 or u32 as u32. */
  counts(name: string, length?: number): Uint32Array;
}

function locate(
  directory: ArrayDirectory,
  file: ArrayBuffer,
  name: string,
  types: readonly ArrayType[],
  length: number | undefined,
): ArrayPlace {
  const place = Object.hasOwn(directory, name) ? directory[name] : undefined;
  if (place === undefined) throw new PackContentError('corrupt', `no array "${name}"`);
  const whole = Number.isInteger(place.at) && Number.isInteger(place.length);
  if (!types.includes(place.type) || !whole || place.at < 0 || place.at % 4 !== 0) {
    throw new PackContentError('corrupt', `array "${name}" is misplaced`);
  }
  if (length !== undefined && place.length !== length) {
    throw new PackContentError('corrupt', `array "${name}": ${place.length} items, not ${length}`);
  }
  if (place.length < 0 || place.at + place.length * BYTES[place.type] > file.byteLength) {
    throw new PackContentError('corrupt', `array "${name}" runs past its file`);
  }
  return place;
}

export function arrayReader(directory: ArrayDirectory, file: ArrayBuffer): ArrayReader {
  const find = (name: string, types: readonly ArrayType[], length?: number): ArrayPlace =>
    locate(directory, file, name, types, length);
  return {
    floats(name, length) {
      const place = find(name, ['f32'], length);
      const values = new Float32Array(file, place.at, place.length);
      // One NaN among the leaves would make every line's risk NaN, and its place in the list chance.
      if (values.every(Number.isFinite)) return values;
      throw new PackContentError('corrupt', `array "${name}" holds no number somewhere`);
    },
    bytes(name, length) {
      const place = find(name, ['u8'], length);
      return new Uint8Array(file, place.at, place.length);
    },
    signed(name, length) {
      const place = find(name, ['i8'], length);
      return new Int8Array(file, place.at, place.length);
    },
    shorts(name, length) {
      const place = find(name, ['u16'], length);
      return new Uint16Array(file, place.at, place.length);
    },
    integers(name, length) {
      const place = find(name, ['i32'], length);
      return new Int32Array(file, place.at, place.length);
    },
    counts(name, length) {
      const place = find(name, ['u8', 'u16', 'u32'], length);
      if (place.type === 'u8')
        return Uint32Array.from(new Uint8Array(file, place.at, place.length));
      if (place.type === 'u16')
        return Uint32Array.from(new Uint16Array(file, place.at, place.length));
      return new Uint32Array(file, place.at, place.length);
    },
  };
}
