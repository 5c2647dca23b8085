import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { TableOutline } from '../../contracts/risk.ts';
import { succeed, type Result } from '../../contracts/fault.ts';
import type { Call } from '../workers/call.ts';
import { readBytes } from './file-kind.ts';

export type TextEncoding = Exclude<TableOutline['encoding'], 'binary'>;

/** Read at a time, bytes. */
const STEP = 1024 * 1024;

/** Whether bytes given piece by piece are strictly of one encoding. */
interface Trial {
  feed(bytes: Uint8Array<ArrayBuffer>, last: boolean): void;
  readonly holds: boolean;
}

function tryEncoding(encoding: TextEncoding): Trial {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let holds = true;
  return {
    get holds() {
      return holds;
    },
    feed(bytes, last) {
      if (!holds) return;
      try {
        decoder.decode(bytes, { stream: !last });
      } catch {
        holds = false;
      }
    },
  };
}

/**
 * Encoding of a text by its bytes: a byte order mark, else strict UTF-8, else strict EUC-KR (which
 * browsers read with its Windows extension). Undefined when it is none: then a character would
 * have to be guessed, and a declaration number must not be.
 */
export function tellEncoding(
  head: Uint8Array<ArrayBuffer>,
  whole: boolean,
): TextEncoding | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  for (const encoding of ['utf-8', 'euc-kr'] as const) {
    const trial = tryEncoding(encoding);
    trial.feed(head, whole);
    if (trial.holds) return encoding;
  }
  return undefined;
}

export interface Fingerprint {
  readonly sha256: string;
  readonly encoding: TextEncoding | undefined;
}

/** SHA-256 of the whole file and the encoding that all of it holds to, in one reading. */
export async function takeFingerprint(
  { signal, progress }: Call,
  file: Blob,
): Promise<Result<Fingerprint>> {
  const hash = sha256.create();
  const utf8 = tryEncoding('utf-8');
  const korean = tryEncoding('euc-kr');
  let wide = false;
  for (let from = 0; from < file.size; from += STEP) {
    signal.throwIfAborted();
    const bytes = await readBytes(file, from, from + STEP);
    if (!bytes.ok) return bytes;
    const last = from + STEP >= file.size;
    if (from === 0) wide = bytes.value[0] === 0xff && bytes.value[1] === 0xfe;
    hash.update(bytes.value);
    progress({ stage: 'reading', done: Math.min(file.size, from + STEP), of: file.size });
    utf8.feed(bytes.value, last);
    korean.feed(bytes.value, last);
  }
  const encoding = wide ? 'utf-16le' : utf8.holds ? 'utf-8' : korean.holds ? 'euc-kr' : undefined;
  return succeed({ sha256: bytesToHex(hash.digest()), encoding });
}

/** The file's text piece by piece, with line ends as \n and without a byte order mark. */
export async function* readText(
  file: Blob,
  encoding: TextEncoding,
  signal: AbortSignal,
): AsyncGenerator<Result<{ text: string; bytes: number }>> {
  const decoder = new TextDecoder(encoding);
  let held = '';
  for (let from = 0; from < file.size; from += STEP) {
    signal.throwIfAborted();
    const bytes = await readBytes(file, from, from + STEP);
    if (!bytes.ok) {
      yield bytes;
      return;
    }
    const to = Math.min(file.size, from + STEP);
    let text = held + decoder.decode(bytes.value, { stream: to < file.size });
    // A return at the end of a piece may be half of a line end.
    held = text.endsWith('\r') && to < file.size ? '\r' : '';
    if (held !== '') text = text.slice(0, -1);
    if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
    yield succeed({ text, bytes: to });
  }
}
