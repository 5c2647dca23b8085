import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { Hono, type Context } from 'hono';
import { CONTENT_SECURITY_POLICY } from '../headers.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
};
/** Already packed by their own format: a second packing costs time and gains nothing. */
const PACKED = new Set(['.woff2', '.png']);
/** Below this, bytes, the header of a packed body eats the gain. */
const WORTH_PACKING = 1024;
/** Vite names these by their content: a name never gets other bytes. */
const CONTENT_NAMED = /^\/assets\//;

type Encoding = 'br' | 'gzip';

interface ShellFile {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly tag: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Packed on first demand and kept. Absent when packing is not worth it. */
  readonly packed: Map<Encoding, Uint8Array<ArrayBuffer>> | undefined;
}

/** The built app from memory: a request is a key of the map, so no path reaches the disk. */
export async function shellRoutes(dist: string): Promise<Hono> {
  const files = await readShell(dist);
  const routes = new Hono();
  routes.get('*', (context) => {
    const path = context.req.path === '/' ? '/index.html' : context.req.path;
    const file = files.get(path);
    return file ? send(context, file) : context.notFound();
  });
  return routes;
}

async function readShell(dist: string): Promise<Map<string, ShellFile>> {
  const files = new Map<string, ShellFile>();
  for (const entry of await readdir(dist, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const key = `/${relative(dist, path).split(sep).join('/')}`;
    files.set(key, describe(key, new Uint8Array(await readFile(path))));
  }
  return files;
}

function describe(key: string, body: Uint8Array<ArrayBuffer>): ShellFile {
  const kind = extname(key);
  const worthPacking = body.byteLength >= WORTH_PACKING && !PACKED.has(kind);
  return {
    body,
    tag: createHash('sha256').update(body).digest('hex'),
    headers: {
      'Content-Type': TYPES[kind] ?? 'application/octet-stream',
      // Everything not named by its content is asked for again: the service worker above all,
      // or an old one would stay for as long as the browser likes.
      'Cache-Control': CONTENT_NAMED.test(key) ? 'public, max-age=31536000, immutable' : 'no-cache',
      ...(worthPacking ? { Vary: 'Accept-Encoding' } : {}),
      // On scripts too: a worker takes its policy from its own response.
      'Content-Security-Policy': CONTENT_SECURITY_POLICY,
    },
    packed: worthPacking ? new Map() : undefined,
  };
}

function send(context: Context, file: ShellFile): Response {
  const encoding = file.packed && chooseEncoding(context.req.header('Accept-Encoding') ?? '');
  const tag = encoding ? `"${file.tag}-${encoding}"` : `"${file.tag}"`;
  const headers = { ...file.headers, ETag: tag };
  if (context.req.header('If-None-Match') === tag) return context.body(null, 304, headers);
  if (!encoding) return context.body(file.body, 200, headers);
  return context.body(pack(file, encoding), 200, { ...headers, 'Content-Encoding': encoding });
}

function chooseEncoding(accepted: string): Encoding | undefined {
  const refused = /;\s*q=0(\.0*)?\s*$/;
  const names = accepted
    .split(',')
    .filter((part) => !refused.test(part))
    .map((part) => part.split(';')[0]?.trim());
  return (['br', 'gzip'] as const).find((encoding) => names.includes(encoding));
}

function pack(file: ShellFile, encoding: Encoding): Uint8Array<ArrayBuffer> {
  const kept = file.packed?.get(encoding);
  if (kept) return kept;
  const packed =
    encoding === 'gzip'
      ? gzipSync(file.body)
      : brotliCompressSync(file.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  const body = new Uint8Array(packed);
  file.packed?.set(encoding, body);
  return body;
}
