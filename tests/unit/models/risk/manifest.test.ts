import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newestPack, writePack } from '../../../../models/manifest.ts';
import { CommandRefused } from '../../../../models/command-refused.ts';
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
  writePack(made('2.0.0', 'abc'), { folder });
  writePack(made('1.0.0', 'abc'), { folder });
  writePack(made('1.0.0', 'abc'), { folder });
  // sha256("abc") begins with ba7816bf.
  expect(listed()).toEqual(['1.0.0 3 ba7816bf', '2.0.0 3 ba7816bf']);
  expect(newestPack('risk', folder)).toBe(path.join(folder, 'risk/v2'));
});

it('does not give a listed version other content, unless told to', () => {
  writePack(made('1.0.0', 'abc'), { folder });
  expect(() => writePack(made('1.0.0', 'x'), { folder })).toThrow(CommandRefused);
  expect(readFileSync(path.join(folder, 'risk/v1/model.json'), 'utf8')).toBe('abc');
  expect(listed()).toEqual(['1.0.0 3 ba7816bf']);
  writePack(made('1.0.0', 'x'), { folder, replace: true });
  expect(listed()).toEqual(['1.0.0 1 2d711642']);
});

it('lists a later version in place of the one whose folder it takes, never an earlier one', () => {
  writePack(made('1.0.0', 'x'), { folder });
  writePack(made('1.1.0', 'abc'), { folder });
  expect(listed()).toEqual(['1.1.0 3 ba7816bf']);
  expect(() => writePack(made('1.0.5', 'x'), { folder })).toThrow(/overwrite risk 1\.1\.0/);
});

it('refuses an entry that the app would refuse', () => {
  expect(() => writePack(made('1.0', 'x'), { folder })).toThrow();
});
