import { createHash } from 'node:crypto';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../server/app.ts';
import { CONTENT_SECURITY_POLICY, SECURITY_HEADERS } from '../../server/headers.ts';

const SCRIPT = `console.info(${JSON.stringify('haechi '.repeat(400))});`;
const MODEL = Uint8Array.from({ length: 1000 }, (_, i) => i % 251);
const sha256 = createHash('sha256').update(MODEL).digest('hex');

let folder: string;
let app: Hono;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'haechi-server-'));
  const [dist, models] = [join(folder, 'dist'), join(folder, 'models')];
  await mkdir(join(dist, 'assets'), { recursive: true });
  await mkdir(join(models, 'risk/v1'), { recursive: true });
  await writeFile(join(dist, 'index.html'), '<!doctype html><title>Haechi</title>');
  await writeFile(join(dist, 'worker.js'), 'self.skip = 1;');
  await writeFile(join(dist, 'assets/app-1a2b3c.js'), SCRIPT);
  await writeFile(join(folder, 'secret.txt'), 'not for the tablet');
  await writeFile(join(models, 'risk/v1/trees.bin'), MODEL);
  await writeFile(join(models, 'risk/v1/notes.txt'), 'not in the manifest');
  await writeFile(join(models, 'manifest.json'), JSON.stringify(manifest()));
  app = await createApp({ dist, models });
});
afterAll(() => rm(folder, { recursive: true }));

function manifest(): unknown {
  const text = { ko: '시험', en: 'test' };
  const files = [
    { name: 'trees.bin', bytes: MODEL.byteLength, sha256 },
    { name: 'gone.bin', bytes: 5, sha256 },
  ];
  const pack = { id: 'risk', kind: 'risk', version: '1.0.0', format: 1, path: 'risk/v1' };
  const rest = { made: '2026-11-22', needs: [], thresholds: {}, metrics: {} };
  return { format: 1, packs: [{ ...pack, ...rest, title: text, source: text, files }] };
}

const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });
const bytes = async (response: Response) => new Uint8Array(await response.arrayBuffer());

describe('the app', () => {
  it('gives every answer the isolation headers, also a page that does not exist', async () => {
    for (const path of [
      '/',
      '/assets/app-1a2b3c.js',
      '/packs/manifest.json',
      '/api/health',
      '/no',
    ]) {
      const response = await get(path);
      for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
        expect(response.headers.get(name), `${name} of ${path}`).toBe(value);
      }
    }
  });

  it('sends the content policy with the document', async () => {
    const response = await get('/');
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Security-Policy')).toBe(CONTENT_SECURITY_POLICY);
    expect(await response.text()).toContain('Haechi');
  });

  it('sends it with scripts too: a worker takes its policy from its own response', async () => {
    const response = await get('/assets/app-1a2b3c.js');
    expect(response.headers.get('Content-Security-Policy')).toBe(CONTENT_SECURITY_POLICY);
  });

  it('lets files named by their content stay, and asks for all others again', async () => {
    expect((await get('/assets/app-1a2b3c.js')).headers.get('Cache-Control')).toContain(
      'immutable',
    );
    for (const path of ['/', '/index.html', '/worker.js']) {
      expect((await get(path)).headers.get('Cache-Control'), path).toBe('no-cache');
    }
  });

  it('packs text for a browser that can unpack it', async () => {
    const packed = await get('/assets/app-1a2b3c.js', { 'Accept-Encoding': 'gzip' });
    expect(packed.headers.get('Content-Encoding')).toBe('gzip');
    expect(packed.headers.get('Vary')).toBe('Accept-Encoding');
    expect(gunzipSync(await bytes(packed)).toString()).toBe(SCRIPT);
    const brotli = await get('/assets/app-1a2b3c.js', { 'Accept-Encoding': 'gzip, br' });
    expect(brotli.headers.get('Content-Encoding')).toBe('br');
    const refused = await get('/assets/app-1a2b3c.js', { 'Accept-Encoding': 'br;q=0' });
    expect(refused.headers.get('Content-Encoding')).toBeNull();
    expect(await refused.text()).toBe(SCRIPT);
  });

  it('answers that nothing changed when the browser already has it', async () => {
    const tag = (await get('/worker.js')).headers.get('ETag') ?? '';
    const again = await get('/worker.js', { 'If-None-Match': tag });
    expect(again.status).toBe(304);
    expect(again.headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
  });

  it('says that it is there', async () => {
    const response = await get('/api/health');
    expect(response.status).toBe(200);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
  });
});

describe('packs', () => {
  it('serves a listed file whole, with its hash as its tag and never compressed', async () => {
    const response = await get('/packs/risk/v1/trees.bin', { 'Accept-Encoding': 'gzip, br' });
    expect(response.status).toBe(200);
    expect(response.headers.get('ETag')).toBe(`"${sha256}"`);
    expect(response.headers.get('Content-Encoding')).toBeNull();
    expect(response.headers.get('Content-Type')).toBe('application/octet-stream');
    expect(await bytes(response)).toEqual(MODEL);
  });

  it('goes on from the byte where a download broke off', async () => {
    const response = await get('/packs/risk/v1/trees.bin', { Range: 'bytes=990-' });
    expect(response.status).toBe(206);
    expect(response.headers.get('Content-Range')).toBe('bytes 990-999/1000');
    expect(response.headers.get('Content-Length')).toBe('10');
    expect(await bytes(response)).toEqual(MODEL.slice(990));
  });

  it('gives the middle and the tail of a file', async () => {
    const middle = await get('/packs/risk/v1/trees.bin', { Range: 'bytes=10-19' });
    expect(await bytes(middle)).toEqual(MODEL.slice(10, 20));
    const tail = await get('/packs/risk/v1/trees.bin', { Range: 'bytes=-7' });
    expect(await bytes(tail)).toEqual(MODEL.slice(-7));
  });

  it('refuses a range past the end and says how long the file is', async () => {
    const response = await get('/packs/risk/v1/trees.bin', { Range: 'bytes=1000-' });
    expect(response.status).toBe(416);
    expect(response.headers.get('Content-Range')).toBe('bytes */1000');
  });

  it('starts anew when the file is no longer the one the tablet began', async () => {
    const headers = { Range: 'bytes=990-', 'If-Range': '"other"' };
    const response = await get('/packs/risk/v1/trees.bin', headers);
    expect(response.status).toBe(200);
    expect(await bytes(response)).toEqual(MODEL);
  });

  it('has nothing that the manifest does not list', async () => {
    for (const path of ['risk/v1/notes.txt', 'risk/v1/gone.bin', 'risk/v1/', 'risk/v2/trees.bin']) {
      expect((await get(`/packs/${path}`)).status, path).toBe(404);
    }
  });

  it('lets no path climb out of its folder', async () => {
    const climbs = [
      '/packs/../secret.txt',
      '/packs/risk/v1/..%2f..%2f..%2fsecret.txt',
      '/packs/risk/v1/%2e%2e/%2e%2e/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '/assets/..%5c..%5csecret.txt',
      '//etc/passwd',
      '/packs//etc/passwd',
      '/%00',
    ];
    for (const path of climbs) {
      const response = await get(path);
      expect(response.status, path).toBe(404);
      expect(await response.text()).not.toContain('not for the tablet');
    }
  });

  it('is simply not found while no pack has been made', async () => {
    const bare = await createApp({ dist: join(folder, 'dist'), models: join(folder, 'none') });
    expect((await bare.request('/packs/manifest.json')).status).toBe(404);
    expect((await bare.request('/packs/risk/v1/trees.bin')).status).toBe(404);
  });
});
