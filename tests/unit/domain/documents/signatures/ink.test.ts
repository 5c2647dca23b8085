import { describe, expect, it } from 'vitest';
import { inkOf, splitGrey } from '../../../../../src/domain/documents/signatures/ink.ts';
import { shrinkTo } from '../../../../../src/domain/documents/signatures/grey-image.ts';
import { drawLine, madeSignature, paper, withGrain } from './made-pictures.ts';

describe('ink on paper', () => {
  it('parts two greys between them', () => {
    // Three dark pixels and five light ones: any threshold from 10 to 199 parts them; the first is taken.
    const data = Uint8Array.from([10, 10, 10, 200, 200, 200, 200, 200]);
    expect(splitGrey(data)).toEqual({ threshold: 10, ink: 10, paper: 200 });
  });

  it.each([
    ['a blank page', paper(200, 100)],
    ['a grey page', paper(200, 100, 128)],
    ['a black page', paper(200, 100, 0)],
    ['grainy paper', withGrain(paper(200, 100, 230), 5)],
    ['a single pixel', paper(1, 1, 0)],
  ])('finds none on %s', (_, picture) => {
    expect(inkOf(picture)).toBeNull();
  });

  it('finds no handwriting in noise', () => {
    expect(inkOf(withGrain(paper(200, 100, 128), 120))).toBeNull();
  });

  it('takes the box of the ink with a pixel round it', () => {
    const picture = paper(100, 60);
    // 20..59 across and 30..32 down.
    for (let y = 30; y <= 32; y += 1) picture.data.fill(0, y * 100 + 20, y * 100 + 60);
    expect(inkOf(picture)).toMatchObject({ width: 42, height: 5 });
  });

  it('drops a speck far from the name', () => {
    const clean = madeSignature({});
    const speckled = madeSignature({});
    speckled.data[2 * 240 + 235] = 0;
    expect(inkOf(speckled)).toEqual(inkOf(clean));
  });

  it.each([252, 239, 200])('leaves no trace of paper of grey %i', (ground) => {
    const ink = inkOf(withGrain(madeSignature({ paper: ground }), 2));
    const corner = ink?.strength.subarray(0, 5);
    expect(corner).toEqual(new Float32Array(5));
  });

  it('measures a scan of 50 megapixels within bounds', () => {
    const scan = paper(8000, 6250);
    drawLine(
      scan,
      [
        [2000, 3000],
        [6000, 3400],
      ],
      { radius: 30, grey: 20 },
    );
    const small = shrinkTo(scan, 704);
    expect([small.width, small.height]).toEqual([667, 521]);
    const ink = inkOf(scan);
    // 4060 by 460 pixels, averaged twelve to one: 338 to 341 across, 38 to 41 down.
    expect(ink?.width).toBeGreaterThanOrEqual(338);
    expect(ink?.width).toBeLessThanOrEqual(342);
    expect(ink?.height).toBeLessThanOrEqual(42);
  });

  it('refuses data that do not fit their sizes', () => {
    const wrong = { width: 10, height: 10, data: new Uint8Array(99) };
    expect(() => inkOf(wrong)).toThrow(RangeError);
  });
});
