import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GOODS_TEXT_LIMIT } from '../../src/contracts/hs.ts';
import { GoldenHs } from '../../src/domain/hs/suggest/golden.ts';
import { connectHs, type HsClient } from '../../src/features/hs/hs-client.ts';
import { HaechiDatabase } from '../../src/platform/database/database.ts';
import { goodsChunk, installPack } from './hs-workshop.ts';
import { faultOf, valueOf } from './risk-workshop.ts';
import * as v from 'valibot';

// The worker opens the app's own database; files of a run stand on pages of their own.
const database = new HaechiDatabase();
let hs: HsClient;
let stop: () => void;

beforeAll(async () => {
  await database.delete();
  await database.open();
  ({ methods: hs, stop } = connectHs());
});
afterAll(() => {
  stop();
  database.close();
  indexedDB.deleteDatabase(database.name);
});

async function goldenCases(): Promise<GoldenHs['cases']> {
  const pack = await database.packs.get(['hs', '1.0.0']);
  const file = pack?.entry.files.find(({ name }) => name === 'golden.json');
  const blob = await database.packBlobs.get(file?.sha256 ?? '');
  return v.parse(GoldenHs, JSON.parse((await blob?.blob.text()) ?? 'null')).cases;
}

describe('the HS worker, in a thread of its own', () => {
  it('says which pack is missing', async () => {
    const missing = { ok: false, fault: { code: 'model-missing', facts: { pack: 'hs' } } };
    expect(await hs.suggest({}, 'smartphone')).toEqual(missing);
    expect(await hs.checkDeclarations({})).toEqual(missing);
    expect(await hs.selfTest({}, '1.0.0')).toEqual(missing);
    expect(await hs.browse({}, null)).toMatchObject({ fault: { facts: { pack: 'nomenclature' } } });
    expect(valueOf(await hs.disagreements({}, 10))).toEqual([]);
  });

  it('opens the nomenclature without the model', async () => {
    await installPack(database, 'nomenclature');
    expect(valueOf(await hs.browse({}, null))).toHaveLength(21);
    const below = valueOf(await hs.browse({}, '851762'));
    expect(below.map(({ code }) => code)).toContain('85176290');
    const path = valueOf(await hs.path({}, '8517629030'));
    expect(path.map(({ level }) => level)).toEqual([
      'section',
      'chapter',
      'heading',
      'subheading',
      'group',
      'leaf',
    ]);
    const found = valueOf(await hs.search({}, '스마트폰', 5));
    expect(found.map(({ code }) => code)).toContain('851713');
    expect(valueOf(await hs.search({}, '<b>'.repeat(5000), 5)).length).toBeLessThanOrEqual(5);
    expect(faultOf(await hs.path({}, '851712'))).toBe('not-found');
    expect(faultOf(await hs.browse({}, '7799'))).toBe('not-found');
    expect(valueOf(await hs.leaves({}, 'router', '851762'))[0]?.probability).toBeNull();
  });

  it('does not take for a code what is none', async () => {
    await expect(hs.path({}, '<script>')).rejects.toThrow();
    await expect(hs.search({}, 'x', 0)).rejects.toThrow();
    await expect(hs.suggest({}, 'watch', '85-17')).rejects.toThrow();
  });

  it('gives the numbers of the training, on this device', async () => {
    const version = await installPack(database, 'hs');
    const reading = valueOf(await hs.selfTest({}, version));
    expect(reading.cases).toBeGreaterThan(0);
    expect(reading.largestDifference).toBeLessThanOrEqual(1e-4);
  });

  it('answers, explains and goes down to ten digits', async () => {
    const golden = (await goldenCases()).find(({ text }) => text.includes('SMART WATCH'));
    for (const text of [golden?.text ?? '', 'stainless steel vacuum flask 500ml', '냉동 새우']) {
      const answer = valueOf(await hs.suggest({}, text));
      const [best, next] = answer.candidates;
      expect(best?.probability).toBeGreaterThan(0);
      if (!best || !next) continue;
      const stopped = await hs.explain({ signal: AbortSignal.abort() }, text, best.code, next.code);
      expect(faultOf(stopped)).toBe('cancelled');
      const reasons = valueOf(await hs.explain({}, text, best.code, next.code));
      for (const { start, end, weight } of reasons.spans) {
        expect(text.slice(start, end)).not.toBe('');
        expect(Math.abs(weight)).toBeLessThanOrEqual(1);
      }
      expect(reasons.differences.length).toBeGreaterThan(0);
      expect(valueOf(await hs.leaves({}, text, best.code)).length).toBeGreaterThan(0);
    }
  });

  it('answers whatever is typed or pasted', async () => {
    const odd = [
      ...[
        '',
        'a',
        '8517.62',
        '😀👍🏽',
        '\ud800',
        '\u202e',
        '<script>alert(1)</script>',
        '<b>gift</b>',
      ],
      ...['블루투스 watch 手表 ساعة часы', 'x'.repeat(1_000_000), 'frozen shrimp '.repeat(70_000)],
      'x'.repeat(3_000_000),
    ];
    for (const text of odd) {
      const answer = valueOf(await hs.suggest({}, text));
      expect(answer.cut).toBe(text.length > GOODS_TEXT_LIMIT);
      expect(answer.rest.probability).toBeGreaterThanOrEqual(0);
      expect(valueOf(await hs.explain({}, text, '851762', '910212')).spans.length).toBeLessThan(
        400,
      );
      valueOf(await hs.leaves({}, text, '851762'));
    }
    expect(valueOf(await hs.suggest({}, '<b>gift</b>')).vague?.term).toBe('gift');
  });

  it('goes on with the check of a file after its thread was stopped half-way', async () => {
    for (const index of [0, 1, 2]) await database.goodsTexts.add(goodsChunk('B1', index, 1500));
    let first = 0;
    const half = await new Promise((resolve) => {
      const progress = ({ done }: { done: number }): void => {
        if (done > 1500 && first === 0) {
          first = done;
          stop();
        }
      };
      void hs.checkDeclarations({ progress }).then(resolve);
    });
    expect(half).toMatchObject({ fault: { code: 'worker-lost' } });
    const kept = await database.goodsChecks.count();
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(3);
    const summary = valueOf(await hs.checkDeclarations({}));
    expect(summary).toMatchObject({ lines: 4500, checked: 4500 });
    const found = valueOf(await hs.disagreements({}, 10_000));
    const { conflict, 'near-miss': near } = summary.counts;
    expect(found).toHaveLength(conflict + near);
  });

  it('answers an officer while a file is checked', async () => {
    await database.goodsTexts.add(goodsChunk('B2', 0, 3000));
    let checked = false;
    const checking = hs.checkDeclarations({}).then((summary) => {
      checked = true;
      return summary;
    });
    valueOf(await hs.suggest({}, 'wrist watch'));
    expect(checked).toBe(false);
    expect(valueOf(await checking)).toMatchObject({ checked: 7500 });
  });

  it('does not trust a pack that was damaged or answers otherwise', async () => {
    const cut = (name: string, file: Blob): Blob =>
      name === 'arrays.bin' ? file.slice(0, 999) : file;
    const version = await installPack(database, 'hs', cut);
    valueOf(await hs.reload({}));
    expect(faultOf(await hs.selfTest({}, version))).toBe('pack-corrupt');
    expect(faultOf(await hs.suggest({}, 'watch'))).toBe('pack-corrupt');
    await installPack(database, 'hs', async (name, file) => {
      if (name !== 'golden.json') return file;
      const golden = v.parse(GoldenHs, JSON.parse(await file.text()));
      const [first, ...rest] = golden.cases;
      return new Blob([
        JSON.stringify({ ...golden, cases: [{ ...first, similarity: 0.5123 }, ...rest] }),
      ]);
    });
    expect(faultOf(await hs.selfTest({}, version))).toBe('self-test-failed');
  });

  it('measures how fast it is', async () => {
    await installPack(database, 'hs');
    valueOf(await hs.reload({}));
    const speed = valueOf(await hs.measureSpeed({}));
    expect(speed.p50Ms).toBeLessThanOrEqual(speed.p95Ms);
    expect(speed.perSecond).toBeGreaterThan(0);
  });
});
