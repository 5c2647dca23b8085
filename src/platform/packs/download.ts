import { fail, succeed, type Result } from '../../contracts/fault.ts';
import type { PackEntry, PackFile } from '../../contracts/pack.ts';
import type { HaechiDatabase } from '../database/database.ts';
import { PACKS_URL } from './manifest.ts';
import { dropParts, joinParts, PartWriter, readParts } from './parts.ts';
import { verifyFile } from './verify.ts';

/** A download that brings nothing for this long counts as cut off, ms. */
const SILENCE_LIMIT = 30_000;

export interface Download {
  readonly database: HaechiDatabase;
  readonly fetch: typeof globalThis.fetch;
  readonly entry: PackEntry;
  readonly signal: AbortSignal;
  /** Bytes of this file that are on the tablet by now. */
  readonly reached: (bytes: number) => void;
}

/**
 * One file, whole and verified. It goes on from the bytes an earlier try left, with a range
 * request: at a pier the network breaks off every few seconds, and starting over would never end.
 * Faults: cancelled, offline (what came is kept); pack-incomplete, pack-corrupt (it is dropped).
 */
export async function downloadFile(download: Download, file: PackFile): Promise<Result<Blob>> {
  const { database, entry } = download;
  const brought = await bringParts(download, file);
  if (!brought.ok) return brought;
  const blob = joinParts(await readParts(database, file));
  const verified = await verifyFile(entry.id, file, blob);
  if (verified.ok) return succeed(blob);
  await dropParts(database, file);
  return verified;
}

async function bringParts(download: Download, file: PackFile): Promise<Result<null>> {
  const { database, entry, signal } = download;
  const from = joinParts(await readParts(database, file)).size;
  download.reached(from);
  if (from >= file.bytes) return succeed(null);

  const silence = new Silence(signal);
  const response = await request(download, file, from, silence.signal).catch(() => undefined);
  if (!response) {
    silence.stop();
    return signal.aborted ? fail('cancelled') : fail('offline', { pack: entry.id });
  }
  const starts = startOf(response, from);
  if (starts === undefined || !response.body) {
    silence.stop();
    await response.body?.cancel();
    return refuse(download, file, response.status);
  }
  // The server sent the file from its first byte: what we had belongs to another.
  if (starts === 0) await dropParts(database, file);
  const writer = new PartWriter(database, entry.id, file, starts);
  return receive(download, file, response.body, writer, silence);
}

async function request(
  { fetch, entry }: Download,
  file: PackFile,
  from: number,
  signal: AbortSignal,
): Promise<Response> {
  const headers = from > 0 ? { Range: `bytes=${from}-`, 'If-Range': `"${file.sha256}"` } : {};
  return fetch(`${PACKS_URL}${entry.path}/${file.name}`, { headers, signal, cache: 'no-store' });
}

/** The place in the file where the answer's bytes begin; undefined when it brings none. */
function startOf(response: Response, from: number): number | undefined {
  if (response.status === 200) return 0;
  const span = `bytes ${from}-`;
  const fits = response.headers.get('Content-Range')?.startsWith(span);
  return response.status === 206 && fits ? from : undefined;
}

/** The server answered, but not with the file. */
async function refuse(download: Download, file: PackFile, status: number): Promise<Result<null>> {
  const facts = { pack: download.entry.id, file: file.name, status };
  if (status >= 500) return fail('offline', facts);
  await dropParts(download.database, file);
  return fail('pack-incomplete', facts);
}

async function receive(
  { database, entry, signal, reached }: Download,
  file: PackFile,
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  writer: PartWriter,
  silence: Silence,
): Promise<Result<null>> {
  const reader = body.getReader();
  const facts = { pack: entry.id, file: file.name };
  try {
    for (;;) {
      const step = await reader.read().catch(() => 'cut' as const);
      if (step === 'cut') {
        await writer.flush();
        return signal.aborted ? fail('cancelled') : fail('offline', facts);
      }
      if (step.done) break;
      silence.broken();
      if (writer.reached + step.value.byteLength > file.bytes) {
        await reader.cancel();
        await dropParts(database, file);
        return fail('pack-corrupt', facts);
      }
      await writer.add(step.value);
      reached(writer.reached);
    }
    await writer.flush();
    return succeed(null);
  } finally {
    silence.stop();
  }
}

/** Aborts when the caller does, or when nothing has come for SILENCE_LIMIT. */
class Silence {
  readonly #late = new AbortController();
  #timer: ReturnType<typeof setTimeout>;
  readonly signal: AbortSignal;

  constructor(signal: AbortSignal) {
    this.signal = AbortSignal.any([signal, this.#late.signal]);
    this.#timer = this.#start();
  }

  broken(): void {
    clearTimeout(this.#timer);
    this.#timer = this.#start();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #start(): ReturnType<typeof setTimeout> {
    return setTimeout(() => this.#late.abort(), SILENCE_LIMIT);
  }
}
