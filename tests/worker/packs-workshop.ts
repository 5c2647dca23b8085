import { succeed, type Result } from '../../src/contracts/fault.ts';
import type { PackEntry } from '../../src/contracts/pack.ts';
import type { HaechiDatabase } from '../../src/platform/database/database.ts';
import type { InstallTools, SelfTestOutcome } from '../../src/platform/packs/install.ts';

/** A pack of two files; the same version always has the same bytes. */
export interface TestPack {
  readonly entry: PackEntry;
  readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

/** Big enough that a download is written in several parts. */
export const LARGE = 3_500_000;

export async function makePack(version: string, id = 'risk'): Promise<TestPack> {
  const seed = version.split('.').reduce((sum, part) => sum * 31 + Number(part), id.length);
  const files = new Map([
    ['trees.bin', noise(LARGE, seed)],
    ['tables.bin', noise(1000, seed + 1)],
  ]);
  const listed = [];
  for (const [name, bytes] of files) {
    listed.push({ name, bytes: bytes.byteLength, sha256: await sha256(bytes) });
  }
  const entry: PackEntry = {
    id,
    kind: 'risk',
    version,
    format: 1,
    path: `${id}/v${version}`,
    title: { ko: '시험', en: 'Test' },
    made: '2026-11-22',
    source: { ko: '시험', en: 'Test' },
    files: listed,
    needs: [],
    thresholds: {},
    metrics: {},
  };
  return { entry, files };
}

function noise(length: number, seed: number): Uint8Array<ArrayBuffer> {
  let state = seed + 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  });
}

export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** How the network behaves: what it does to the bytes of one answer. */
export interface Network {
  /** Break off after this many bytes of each answer. */
  cutAfter?: number;
  /** Change one byte of this file. */
  spoil?: string;
  /** End this file early without an error. */
  truncate?: string;
  readonly asked: { path: string; range: string | null; sent: number }[];
}

/** A server of packs over the network described: real Response objects, range requests included. */
export function serve(packs: readonly TestPack[], network: Network): typeof fetch {
  return async (input, init) => {
    const path = String(input).replace('/packs/', '');
    const pack = packs.find(({ entry }) => path.startsWith(`${entry.path}/`));
    const name = path.split('/').at(-1) ?? '';
    const bytes = pack?.files.get(name)?.slice();
    if (!bytes) return new Response(null, { status: 404 });
    if (network.spoil === name) bytes[10] = (bytes[10] ?? 0) ^ 1;

    const range = new Headers(init?.headers).get('Range');
    const from = Number(/bytes=(\d+)-/.exec(range ?? '')?.[1] ?? 0);
    const body = network.truncate === name ? bytes.slice(from, -5) : bytes.slice(from);
    const asked = { path, range, sent: 0 };
    network.asked.push(asked);
    const headers = { 'Content-Range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` };
    const status = range ? 206 : 200;
    return new Response(trickle(body, network, asked, init?.signal), { status, headers });
  };
}

const STEP = 100_000;

function trickle(
  bytes: Uint8Array<ArrayBuffer>,
  network: Network,
  asked: { sent: number },
  signal: AbortSignal | null | undefined,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    async pull(controller) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (signal?.aborted) return controller.error(signal.reason);
      if (asked.sent >= (network.cutAfter ?? Infinity)) {
        return controller.error(new TypeError('network error'));
      }
      if (asked.sent >= bytes.length) return controller.close();
      const step = bytes.slice(asked.sent, asked.sent + STEP);
      asked.sent += step.byteLength;
      controller.enqueue(step);
    },
  });
}

export const passed: Result<SelfTestOutcome> = succeed({
  cases: 3,
  largestDifference: 1e-6,
  backend: 'cpu',
});

export function makeTools(
  database: HaechiDatabase,
  fetch: typeof globalThis.fetch,
  others: Partial<InstallTools> = {},
): InstallTools {
  let count = 0;
  return {
    database,
    fetch,
    log: {
      actor: 'officer',
      device: 'tablet',
      now: () => new Date('2026-11-22T09:00:00Z'),
      newId: () => `event-${++count}-${crypto.randomUUID()}`,
    },
    selfTest: () => Promise.resolve(passed),
    estimate: () => navigator.storage.estimate(),
    ...others,
  };
}
