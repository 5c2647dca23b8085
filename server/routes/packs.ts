import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Hono, type Context } from 'hono';
import * as v from 'valibot';
import { PackManifest } from '../../src/contracts/pack.ts';
import { parseRange } from '../range.ts';

interface ListedFile {
  readonly path: string;
  readonly sha256: string;
}

/**
 * The manifest and the files it lists, nothing else of the folder. A request names a key of the
 * list, never a path on disk, so there is nothing to climb out of.
 */
export function packRoutes(models: string): Hono {
  const routes = new Hono();
  const manifestPath = join(models, 'manifest.json');

  routes.get('/manifest.json', async (context) => {
    const text = await readFile(manifestPath, 'utf8').catch(() => undefined);
    if (text === undefined) return context.notFound();
    return context.body(text, 200, {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'no-cache',
    });
  });

  routes.get('/*', async (context) => {
    const key = context.req.path.slice('/packs/'.length);
    const listed = (await readListed(models, manifestPath)).get(key);
    const found = listed && (await stat(listed.path).catch(() => undefined));
    if (!listed || !found?.isFile()) return context.notFound();
    return sendFile(context, listed, found.size);
  });
  return routes;
}

async function readListed(models: string, manifestPath: string): Promise<Map<string, ListedFile>> {
  const listed = new Map<string, ListedFile>();
  const text = await readFile(manifestPath, 'utf8').catch(() => undefined);
  if (text === undefined) return listed;
  for (const pack of v.parse(PackManifest, JSON.parse(text)).packs) {
    for (const file of pack.files) {
      const key = `${pack.path}/${file.name}`;
      listed.set(key, { path: join(models, pack.path, file.name), sha256: file.sha256 });
    }
  }
  return listed;
}

/** Whole, or from where a download broke off. Never compressed: the tablet counts these bytes. */
function sendFile(context: Context, file: ListedFile, size: number): Response {
  const tag = `"${file.sha256}"`;
  const headers = {
    ETag: tag,
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'no-cache, no-transform',
    'Content-Type': 'application/octet-stream',
  };
  if (context.req.header('If-None-Match') === tag) return context.body(null, 304, headers);
  const unchanged = (context.req.header('If-Range') ?? tag) === tag;
  const range = unchanged ? parseRange(context.req.header('Range'), size) : 'whole';
  if (range === 'unsatisfiable') {
    return context.body(null, 416, { ...headers, 'Content-Range': `bytes */${size}` });
  }
  const { first, last } = range === 'whole' ? { first: 0, last: size - 1 } : range;
  const sent = { ...headers, 'Content-Length': String(last - first + 1) };
  const span = { ...sent, 'Content-Range': `bytes ${first}-${last}/${size}` };
  const [status, all] = range === 'whole' ? ([200, sent] as const) : ([206, span] as const);
  if (context.req.method === 'HEAD') return context.body(null, status, all);
  return context.body(readBytes(file.path, first, last), status, all);
}

function readBytes(path: string, start: number, end: number): ReadableStream<Uint8Array> {
  return Readable.toWeb(createReadStream(path, { start, end })) as ReadableStream<Uint8Array>;
}
