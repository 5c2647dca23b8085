import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodePng } from '../../../../models/documents/read-png.ts';

interface Made {
  readonly width: number;
  readonly height: number;
  readonly colour?: number;
  readonly depth?: number;
  /** Rows with their filter byte first. */
  readonly lines: readonly (readonly number[])[];
}

/** Checksums are left empty: the reader does not ask for them. */
function png({ width, height, colour = 0, depth = 8, lines }: Made): Buffer {
  const chunk = (name: string, body: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(body.length);
    return Buffer.concat([length, Buffer.from(name, 'latin1'), body, Buffer.alloc(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = depth;
  header[9] = colour;
  const body = deflateSync(Buffer.from(lines.flat()));
  const start = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    start,
    chunk('IHDR', header),
    chunk('IDAT', body),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('reading PNG files', () => {
  it('undoes each of the five row filters', () => {
    const lines = [
      [0, 10, 20, 30],
      [1, 10, 10, 10], // left: 10, 20, 30
      [2, 1, 1, 1], // above: 11, 21, 31
      [3, 5, 5, 5], // mean of left and above: 5 + 5 = 10, 5 + 15 = 20, 5 + 25 = 30
      [4, 1, 1, 1], // Paeth: 10 + 1, then 20 + 1 (left 11, above 20, corner 10: 21, nearest above), 31
    ];
    expect([...decodePng(png({ width: 3, height: 5, lines })).data]).toEqual([
      ...[10, 20, 30, 10, 20, 30, 11, 21, 31, 10, 20, 30, 11, 21, 31],
    ]);
  });

  it('reads colour as luma and what is transparent as white', () => {
    const rgb = png({ width: 1, height: 1, colour: 2, lines: [[0, 255, 0, 0]] });
    expect([...decodePng(rgb).data]).toEqual([76]); // 0.299 x 255
    const clear = png({ width: 2, height: 1, colour: 4, lines: [[0, 0, 0, 0, 255]] });
    expect([...decodePng(clear).data]).toEqual([255, 0]);
  });

  it.each([
    ['what is no PNG', Buffer.from('GIF89a')],
    ['a palette', png({ width: 1, height: 1, colour: 3, lines: [[0, 0]] })],
    ['16 bits', png({ width: 1, height: 1, depth: 16, lines: [[0, 0, 0]] })],
    ['a file cut short', png({ width: 4, height: 4, lines: [[0, 1, 2, 3, 4]] })],
    ['a picture of no pixels', png({ width: 0, height: 4, lines: [[0]] })],
    [
      'a picture that claims a million rows',
      png({ width: 1_000_000, height: 1_000_000, lines: [] }),
    ],
    ['more data than its sizes', png({ width: 1, height: 1, lines: [[0, 1, 2, 3, 4, 5, 6]] })],
  ])('refuses %s', (_, bytes) => {
    expect(() => decodePng(bytes)).toThrow();
  });
});
