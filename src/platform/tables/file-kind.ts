import { fail, succeed, type Result } from '../../contracts/fault.ts';

/** Larger files are refused by their size alone, without reading them. Bytes. */
export const FILE_LIMIT = 512 * 1024 * 1024;
/** A workbook is unpacked whole in memory. Bytes. */
export const WORKBOOK_LIMIT = 64 * 1024 * 1024;
/** What the kind, the separator and the header are told from. Bytes. */
export const HEAD_BYTES = 1024 * 1024;

export type FileKind = 'text' | 'workbook';

/** First bytes that say what a file is, whatever its name ends in. */
const SIGNATURES: readonly (readonly [name: string, ...bytes: number[]])[] = [
  ['xls', 0xd0, 0xcf, 0x11, 0xe0], // also a workbook with a password
  ['pdf', 0x25, 0x50, 0x44, 0x46],
  ['png', 0x89, 0x50, 0x4e, 0x47],
  ['jpeg', 0xff, 0xd8, 0xff],
  ['gif', 0x47, 0x49, 0x46, 0x38],
  ['gzip', 0x1f, 0x8b],
  ['sqlite', 0x53, 0x51, 0x4c, 0x69, 0x74, 0x65],
];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const BOM_UTF16LE = [0xff, 0xfe];

const startsWith = (head: Uint8Array, bytes: readonly number[]): boolean =>
  bytes.every((byte, i) => head[i] === byte);

/** Text does not hold these: NUL and the C0 controls but tab, line feed, form feed, return, escape. */
const isControl = (byte: number): boolean =>
  byte < 9 || byte === 11 || (byte > 13 && byte < 32 && byte !== 27);

function textKind(head: Uint8Array): Result<FileKind> {
  if (startsWith(head, BOM_UTF16LE)) return succeed('text');
  if (head.some(isControl)) return fail('file-not-a-table', { kind: 'binary' });
  const start = new TextDecoder().decode(head.subarray(0, 4096)).trimStart();
  if (start === '' && head.length < HEAD_BYTES) return fail('file-empty');
  if (start.startsWith('<')) return fail('file-not-a-table', { kind: 'markup' });
  if (/^(\{|\[\s*[[{"\d])/.test(start)) return fail('file-not-a-table', { kind: 'json' });
  return succeed('text');
}

/**
 * What the file is, by its content. Faults: file-empty, file-too-large, file-not-a-table,
 * file-unreadable (gone or changed since it was chosen).
 */
export async function tellKind(file: Blob): Promise<Result<FileKind>> {
  if (file.size === 0) return fail('file-empty');
  if (file.size > FILE_LIMIT) {
    return fail('file-too-large', { bytes: file.size, limit: FILE_LIMIT });
  }
  const head = await readBytes(file, 0, HEAD_BYTES);
  if (!head.ok) return head;
  if (startsWith(head.value, ZIP)) {
    if (file.size <= WORKBOOK_LIMIT) return succeed('workbook');
    return fail('file-too-large', { bytes: file.size, limit: WORKBOOK_LIMIT });
  }
  const known = SIGNATURES.find(([, ...bytes]) => startsWith(head.value, bytes));
  return known ? fail('file-not-a-table', { kind: known[0] }) : textKind(head.value);
}

export async function readBytes(
  file: Blob,
  from: number,
  to: number,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  try {
    return succeed(new Uint8Array(await file.slice(from, to).arrayBuffer()));
  } catch {
    return fail('file-unreadable');
  }
}
