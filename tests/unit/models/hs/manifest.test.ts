import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { HsCard } from '../../../../src/contracts/hs-card.ts';
import { PACK_FORMATS, PackManifest } from '../../../../src/contracts/pack.ts';
import { limitsOf } from '../../../../src/domain/hs/answer.ts';

const models = new URL('../../../../models/', import.meta.url);
const read = (file: string): Buffer => readFileSync(new URL(file, models));
const { packs } = v.parse(PackManifest, JSON.parse(read('manifest.json').toString()));
const entry = packs.findLast((pack) => pack.id === 'hs');
if (entry === undefined) throw new Error('models/manifest.json lists no "hs" pack');

/** A pack is fetched over a pier's network and kept beside three others. */
const MOST_BYTES = 12_000_000;

describe('the HS pack in the manifest', () => {
  it('is listed as its files lie, in a format that this app reads', () => {
    expect([entry.kind, entry.format]).toEqual(['hs', PACK_FORMATS.hs]);
    for (const file of entry.files) {
      const bytes = read(`${entry.path}/${file.name}`);
      expect(bytes.length, file.name).toBe(file.bytes);
      expect(createHash('sha256').update(bytes).digest('hex'), file.name).toBe(file.sha256);
    }
    const names = entry.files.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['model.json', 'arrays.bin', entry.golden]));
  });

  it('carries the version that its model says it is', () => {
    expect(JSON.parse(read(`${entry.path}/model.json`).toString())).toMatchObject({
      version: entry.version,
    });
  });

  it('is small enough to be fetched on the pier', () => {
    expect(entry.files.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(MOST_BYTES);
  });

  it('says from where on it suggests and lists, in both languages', () => {
    const { suggest, choose, similarity } = limitsOf(entry.thresholds);
    for (const language of ['ko', 'en'] as const) {
      expect(suggest[language]).toBeLessThan(1);
      expect(choose[language]).toBeLessThanOrEqual(suggest[language]);
      expect(choose[language]).toBeGreaterThan(0);
    }
    expect(similarity).toBeGreaterThan(0);
    expect(similarity).toBeLessThan(1);
  });

  it.skipIf(entry.card === undefined)('has a card whose figures it repeats', () => {
    const file = read(`${entry.path}/${entry.card ?? ''}`).toString();
    const card = v.parse(HsCard, JSON.parse(file));
    const shares = Object.entries(entry.metrics).map(([name, { value }]) => {
      const [, rank = '', set = ''] = /^hs6_(top\d+)_(.+)$/.exec(name) ?? [];
      const figures = card.sets.find((own) => own.set === set);
      return figures === undefined
        ? [value, card.answers[name]]
        : [value, figures.hs6[rank as 'top1' | 'top5']];
    });
    expect(shares.length).toBeGreaterThanOrEqual(8);
    for (const [said, measured] of shares) expect(said).toBe(measured);
    expect(card.words.ko).toHaveLength(card.words.en.length);
  });
});
