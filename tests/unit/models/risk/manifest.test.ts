import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writePack } from '../../../../models/manifest.ts';
import type { MadePack } from '../../../../models/manifest.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'packs-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function made(version: string, text: string): MadePack {
  return {
    entry: {
      id: 'risk',
      kind: 'risk',
      version,
      format: 1,
      path: `risk/v${version.slice(0, 1)}`,
      title: { ko: '위험', en: 'Risk' },
      made: '2026-11-22',
      source: { ko: '자료', en: 'data' },
      needs: [],
      thresholds: {},
      metrics: {},
    },
    files: new Map([['model.json', new TextEncoder().encode(text)]]),
  };
}

function listed(): string[] {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as {
    packs: { version: string; files: { bytes: number; sha256: string }[] }[];
  };
  return manifest.packs.map(
    (p) => `${p.version} ${p.files[0]?.bytes} ${p.files[0]?.sha256.slice(0, 8)}`,
  );
}

it('lists a pack once, however often it is trained, and keeps other versions', () => {
  writePack(made('2.0.0', 'abc'), folder);
  writePack(made('1.0.0', 'x'), folder);
  writePack(made('1.0.0', 'abc'), folder);
  // sha256("abc") begins with ba7816bf.
  expect(listed()).toEqual(['1.0.0 3 ba7816bf', '2.0.0 3 ba7816bf']);
});

it('refuses an entry that the app would refuse', () => {
  expect(() => writePack(made('1.0', 'x'), folder)).toThrow();
});
