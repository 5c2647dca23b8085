import { describe, expect, it } from 'vitest';
import { sipHash, sipKey } from '../../../../src/domain/risk/sip-hash.ts';

const key = sipKey(Uint8Array.from({ length: 16 }, (_, i) => i));

describe('the hash behind the random draw', () => {
  it.each([
    // Key 00..0f, message 00, 01, .. of that length: the vectors its authors published.
    [0, 0x726fdb47],
    [1, 0x74f839c5],
    [8, 0x93f5f579],
    [15, 0xa129ca61],
  ])('is SipHash-2-4 on a message of %i bytes', (length, upper) => {
    expect(sipHash(key, length, (at) => at)).toBe(upper);
  });

  it('is refused a secret that is too short to keep anything', () => {
    expect(() => sipKey(new Uint8Array(8))).toThrow(RangeError);
  });
});
