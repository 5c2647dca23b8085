import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packNibbles, unpackNibbles } from '../../../../../src/domain/hs/suggest/nibbles.ts';
import {
  packCounts,
  packRising,
  unpackCounts,
  unpackRising,
} from '../../../../../src/domain/hs/suggest/postings.ts';
import { PackContentError } from '../../../../../src/domain/tables/named-arrays.ts';

const counts = fc.array(fc.oneof(fc.nat(200), fc.nat(0xffffffff)), { maxLength: 60 });

/** Stretches of rising numbers, as postings of features or targets of weights are. */
const stretches = fc.array(
  fc.uniqueArray(fc.nat(100_000), { maxLength: 12 }).map((own) => own.sort((a, b) => a - b)),
  { maxLength: 12 },
);
function fromOf(lists: readonly (readonly number[])[]): Uint32Array {
  const from = new Uint32Array(lists.length + 1);
  lists.forEach((own, i) => (from[i + 1] = (from[i] ?? 0) + own.length));
  return from;
}

describe('packed counts', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(counts, (own) => {
        expect([...unpackCounts(packCounts(own), own.length)]).toEqual(own);
      }),
    );
  });

  it('take one byte below 128, and two below 16,384', () => {
    expect(packCounts([0, 1, 127])).toHaveLength(3);
    expect([...packCounts([128, 16_383])]).toEqual([0x80, 1, 0xff, 0x7f]);
  });

  it('are refused when bytes were cut off or added', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffffffff), { minLength: 1 }), fc.nat(255), (own, more) => {
        const bytes = packCounts(own);
        expect(() => unpackCounts(bytes.subarray(0, -1), own.length)).toThrow(PackContentError);
        const longer = Uint8Array.of(...bytes, more);
        expect(() => unpackCounts(longer, own.length)).toThrow(PackContentError);
      }),
    );
  });

  it('are refused when another number of them is wanted', () => {
    expect(() => unpackCounts(packCounts([1, 2, 3]), 2)).toThrow(PackContentError);
    expect(() => unpackCounts(packCounts([1, 2, 3]), 4)).toThrow(PackContentError);
  });

  it('are refused when a number never ends', () => {
    expect(() => unpackCounts(new Uint8Array(8).fill(0xff), 1)).toThrow(PackContentError);
  });
});

describe('rising numbers packed as gaps', () => {
  it('come back as they were, stretch by stretch', () => {
    fc.assert(
      fc.property(stretches, (lists) => {
        const from = fromOf(lists);
        const numbers = lists.flat();
        expect([...unpackRising(packRising(numbers, from), from)]).toEqual(numbers);
      }),
    );
  });

  it('cost a byte for each neighbour, however far the stretch has come', () => {
    const run = Array.from({ length: 100 }, (_, i) => 1_000_000 + i);
    expect(packRising(run, Uint32Array.of(0, 100))).toHaveLength(3 + 99);
  });

  it('are refused when the stretches are of another length', () => {
    const bytes = packRising([3, 5, 9], Uint32Array.of(0, 3));
    expect(() => unpackRising(bytes, Uint32Array.of(0, 2))).toThrow(PackContentError);
    expect(() => unpackRising(bytes, Uint32Array.of(0, 2, 4))).toThrow(PackContentError);
  });
});

describe('two small numbers a byte', () => {
  it('come back as they were, an odd one too', () => {
    const small = fc.array(fc.integer({ min: -7, max: 7 }), { maxLength: 40 });
    fc.assert(
      fc.property(small, (own) => {
        const bytes = packNibbles(Int8Array.from(own));
        expect(bytes).toHaveLength(Math.ceil(own.length / 2));
        expect([...unpackNibbles(bytes, own.length)]).toEqual(own);
      }),
    );
  });
});
