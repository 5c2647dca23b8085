import { fail, succeed, type Result } from '../../contracts/fault.ts';

/**
 * A workbook is a ZIP archive. Its parts are inflated by the browser's own DecompressionStream:
 * the library's unzipper starts workers from blobs, which our content policy forbids, and it
 * believes the archive about how much it holds.
 */

/** Parts that matter to a table of values; drawings, macros and printer settings stay packed. */
const WANTED =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/[^/]+\.xml|xl\/_rels\/[^/]+\.rels|xl\/worksheets\/[^/]+\.xml)$/;
/** All wanted parts together, unpacked, bytes: an archive that grows past it is refused. */
const UNPACKED_LIMIT = 768 * 1024 * 1024;
const MAX_PARTS = 4096;

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_RECORD = 0x06054b50;
const STORED = 0;
const DEFLATED = 8;

export interface ZipPart {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

interface Listed {
  readonly name: string;
  readonly method: number;
  readonly packed: Uint8Array<ArrayBuffer>;
}

function findEnd(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at -= 1) {
    if (view.getUint32(at, true) === END_RECORD) return at;
  }
  return undefined;
}

/** The wanted parts as the archive lists them. Throws RangeError where offsets lead outside it. */
function listParts(archive: Uint8Array<ArrayBuffer>): Listed[] | undefined {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = findEnd(view);
  if (end === undefined) return undefined;
  const parts: Listed[] = [];
  const count = Math.min(view.getUint16(end + 10, true), MAX_PARTS);
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i += 1) {
    if (view.getUint32(at, true) !== CENTRAL_HEADER) return undefined;
    const size = view.getUint32(at + 20, true);
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(archive.subarray(at + 46, at + 46 + nameLength));
    const local = view.getUint32(at + 42, true);
    if (WANTED.test(name)) {
      if (view.getUint32(local, true) !== LOCAL_HEADER) return undefined;
      const data = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      const packed = archive.subarray(data, data + size);
      parts.push({ name, method: view.getUint16(at + 10, true), packed });
    }
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

/** Inflates one part; undefined when it holds more than `limit` bytes. Throws on corrupt data. */
async function inflate(
  { method, packed }: Listed,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (method === STORED) return packed.length <= limit ? packed : undefined;
  if (method !== DEFLATED) throw new TypeError(`packing method ${method}`);
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const piece of stream) {
    size += piece.length;
    if (size > limit) return undefined;
    pieces.push(piece);
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

/** The parts of a workbook. Faults: file-not-a-table (another archive), file-unreadable, file-too-large. */
export async function unzipWorkbook(file: Blob): Promise<Result<ZipPart[]>> {
  try {
    const listed = listParts(new Uint8Array(await file.arrayBuffer()));
    if (!listed) return fail('file-unreadable');
    if (!listed.some((part) => part.name === 'xl/workbook.xml')) {
      return fail('file-not-a-table', { kind: 'zip' });
    }
    const parts: ZipPart[] = [];
    let left = UNPACKED_LIMIT;
    for (const part of listed) {
      const bytes = await inflate(part, left);
      if (!bytes) return fail('file-too-large', { bytes: UNPACKED_LIMIT, limit: UNPACKED_LIMIT });
      left -= bytes.length;
      parts.push({ name: part.name, bytes });
    }
    return succeed(parts);
  } catch (error) {
    if (
      error instanceof RangeError ||
      error instanceof TypeError ||
      error instanceof DOMException
    ) {
      return fail('file-unreadable');
    }
    throw error;
  }
}

/** The parts as an archive that packs nothing, for a reader that wants an archive. */
export function zipStored(parts: readonly ZipPart[]): Blob {
  const pieces: BlobPart[] = [];
  const directory: BlobPart[] = [];
  let at = 0;
  let directorySize = 0;
  for (const { name, bytes } of parts) {
    const text = new TextEncoder().encode(name);
    const header = (size: number, signature: number, from: number): DataView<ArrayBuffer> => {
      const view = new DataView(new ArrayBuffer(size));
      view.setUint32(0, signature, true);
      view.setUint16(from, 20, true);
      view.setUint32(from + 14, bytes.length, true);
      view.setUint32(from + 18, bytes.length, true);
      view.setUint16(from + 22, text.length, true);
      return view;
    };
    const central = header(46, CENTRAL_HEADER, 6);
    central.setUint32(42, at, true);
    pieces.push(header(30, LOCAL_HEADER, 4), text, bytes);
    directory.push(central, text);
    at += 30 + text.length + bytes.length;
    directorySize += 46 + text.length;
  }
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, END_RECORD, true);
  end.setUint16(8, parts.length, true);
  end.setUint16(10, parts.length, true);
  end.setUint32(12, directorySize, true);
  end.setUint32(16, at, true);
  return new Blob([...pieces, ...directory, end]);
}
