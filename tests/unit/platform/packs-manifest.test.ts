import { describe, expect, it } from 'vitest';
import { choosePack } from '../../../src/platform/packs/choose-files.ts';
import { readManifest } from '../../../src/platform/packs/manifest.ts';
import { isNewer } from '../../../src/platform/packs/version.ts';

const sha256 = 'a'.repeat(64);
const text = { ko: '시험', en: 'test' };
const entry = {
  id: 'risk',
  kind: 'risk',
  version: '1.0.0',
  format: 1,
  path: 'risk/v1',
  title: text,
  made: '2026-11-22',
  source: text,
  files: [{ name: 'trees.bin', bytes: 4, sha256 }],
  needs: [],
  thresholds: {},
  metrics: {},
};
const manifest = (...packs: unknown[]) => JSON.stringify({ format: 1, packs });

describe('the manifest', () => {
  it('offers the packs this app can read and names the ones it cannot', () => {
    const later = { ...entry, id: 'risk-next', format: 99 };
    const unknown = { ...entry, id: 'weather', kind: 'weather' };
    const result = readManifest(manifest(entry, later, unknown, 'nonsense'));
    if (!result.ok) throw new Error(result.fault.code);
    expect(result.value.packs.map((pack) => pack.id)).toEqual(['risk']);
    expect(result.value.newer).toEqual(['risk-next', 'weather', '?']);
  });

  it('lets no path or file name climb out of its folder', () => {
    for (const bad of [
      { ...entry, path: '../secrets' },
      { ...entry, path: '/etc' },
      { ...entry, files: [{ name: '../trees.bin', bytes: 4, sha256 }] },
      { ...entry, files: [{ name: 'a/b', bytes: 4, sha256 }] },
    ]) {
      const result = readManifest(manifest(bad));
      expect(result.ok && result.value.packs).toEqual([]);
    }
  });

  it('is refused as a whole when it is another format or no manifest at all', () => {
    for (const content of ['', '<!doctype html>', '{"format":2,"packs":[]}', '[]']) {
      expect(readManifest(content)).toMatchObject({ fault: { code: 'pack-unsupported' } });
    }
  });
});

describe('a version', () => {
  it('is newer by number, not by letter', () => {
    expect(isNewer('1.10.0', '1.9.0')).toBe(true);
    expect(isNewer('2.0.0', '1.99.99')).toBe(true);
    expect(isNewer('1.0.0', '1.0.0')).toBe(false);
    expect(isNewer('1.0.0', '1.0.1')).toBe(false);
  });
});

describe('files an officer chose', () => {
  const file = (name: string, content = '1234') => new File([content], name);

  it('hold the pack that the manifest among them lists', async () => {
    const other = { ...entry, id: 'other', files: [{ name: 'other.bin', bytes: 4, sha256 }] };
    const chosen = [file('manifest.json', manifest(other, entry)), file('trees.bin')];
    const result = await choosePack(chosen);
    expect(result).toMatchObject({ ok: true, value: { entry: { id: 'risk' } } });
  });

  it('may carry the entry of one pack alone', async () => {
    const chosen = [file('manifest.json', JSON.stringify(entry)), file('trees.bin')];
    expect((await choosePack(chosen)).ok).toBe(true);
  });

  it('are refused without a manifest or without a listed file, by name', async () => {
    expect(await choosePack([file('trees.bin')])).toMatchObject({
      fault: { code: 'pack-incomplete', facts: { file: 'manifest.json' } },
    });
    expect(await choosePack([file('manifest.json', manifest(entry))])).toMatchObject({
      fault: { code: 'pack-incomplete', facts: { pack: 'risk', file: 'trees.bin' } },
    });
  });
});
