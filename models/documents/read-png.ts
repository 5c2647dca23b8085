/**
 * Reads PNG files of 8 bits a channel (grey or colour, with or without alpha, not interlaced) as grey.
 * Enough for the data sets; tablets read pictures with the browser's own decoders.
 */
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import type { GreyImage } from '../../src/domain/documents/signatures/grey-image.ts';
import { CommandRefused } from '../command-refused.ts';

const SIGNATURE = '89504e470d0a1a0a';
/** Channels of the colour types 0, 2, 4 and 6; a palette (3) is not read. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 4: 2, 6: 4 };
/** Pixels; a header may claim any size. */
const MOST = 120_000_000;

/** Throws CommandRefused with the file's name where it is no such PNG. */
export function readPng(file: string): GreyImage {
  try {
    return decodePng(readFileSync(file));
  } catch (error) {
    throw new CommandRefused(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

export function decodePng(bytes: Buffer): GreyImage {
  if (bytes.subarray(0, 8).toString('hex') !== SIGNATURE) throw new Error('no PNG');
  let header: Buffer | undefined;
  const parts: Buffer[] = [];
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    const body = bytes.subarray(at + 8, at + 8 + length);
    if (name === 'IHDR') header = body;
    if (name === 'IDAT') parts.push(body);
    at += 12 + length;
  }
  if (header?.length !== 13) throw new Error('no header');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const channels = CHANNELS[header[9] ?? -1];
  if (header[8] !== 8 || channels === undefined || header[12] !== 0) {
    throw new Error('only 8 bits a channel without palette or interlacing are read');
  }
  if (width * height > MOST || width * height === 0) throw new Error(`${width} x ${height} pixels`);
  const size = (width * channels + 1) * height;
  const lines = inflateSync(Buffer.concat(parts), { maxOutputLength: size });
  if (lines.length !== size) throw new Error('cut short');
  unfilter(lines, width * channels, height, channels);
  return { width, height, data: toGrey(lines, width, height, channels) };
}

/** Undoes the row filters in place (PNG specification, section 9). */
function unfilter(lines: Buffer, row: number, height: number, channels: number): void {
  for (let y = 0; y < height; y += 1) {
    const from = y * (row + 1) + 1;
    const filter = lines[from - 1] ?? 0;
    if (filter > 4) throw new Error(`row filter ${filter}`);
    for (let x = 0; x < row; x += 1) {
      const at = from + x;
      const left = x >= channels ? (lines[at - channels] ?? 0) : 0;
      const above = y > 0 ? (lines[at - row - 1] ?? 0) : 0;
      const corner = x >= channels && y > 0 ? (lines[at - row - 1 - channels] ?? 0) : 0;
      lines[at] = ((lines[at] ?? 0) + guess(filter, left, above, corner)) & 255;
    }
  }
}

function guess(filter: number, left: number, above: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  const sum = left + above - corner;
  const [a, b, c] = [Math.abs(sum - left), Math.abs(sum - above), Math.abs(sum - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
}

/** Luma of Rec. 601; what is transparent lies on white. */
function toGrey(lines: Buffer, width: number, height: number, channels: number): Uint8Array {
  const grey = new Uint8Array(width * height);
  for (let at = 0; at < grey.length; at += 1) {
    const from = at * channels + Math.floor(at / width) + 1;
    const [one = 0, two = 0, three = 0, four = 255] = lines.subarray(from, from + channels);
    const level = channels > 2 ? 0.299 * one + 0.587 * two + 0.114 * three : one;
    const alpha = channels === 2 ? two : channels === 4 ? four : 255;
    grey[at] = Math.round(255 + ((level - 255) * alpha) / 255);
  }
  return grey;
}
