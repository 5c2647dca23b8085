import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  CONTROLLED_PACK,
  LIST_PACK,
  type ControlledSummary,
} from '../../src/contracts/controlled.ts';
import { ControlledChecks } from '../../src/features/controlled/controlled-check.svelte.ts';
import {
  connectControlled,
  type ControlledClient,
} from '../../src/features/controlled/controlled-client.ts';
import { GoldenControlled } from '../../src/domain/controlled/model-golden.ts';
import { CHUNK_LINES } from '../../src/platform/database/database.ts';
import { watchControlled } from '../../src/shell/controlled-watch.ts';
import { checkTexts, installList, installModel, requirement } from './controlled-workshop.ts';
import { csvFile, faultOf, fileLine, Tablet, valueOf } from './risk-workshop.ts';
import * as v from 'valibot';

// The worker opens the app's own database; files of a run stand on pages of their own.
const tablet = new Tablet('haechi');
const { database } = tablet;
let controlled: ControlledClient;
let stop: () => void;

beforeAll(() => {
  ({ methods: controlled, stop } = connectControlled());
});
beforeEach(async () => {
  await database.delete();
  await database.open();
});
afterEach(() => stop());
afterAll(() => tablet.remove());

let brought = 0;
async function bring(lines: number, hs6 = '950300'): Promise<void> {
  const from = brought;
  brought += lines;
  const file = csvFile(Array.from({ length: lines }, (_, n) => fileLine(from + n, { hs6 })));
  valueOf(await tablet.import(file));
}

/** All that would be covered from the first day of the test lines on. */
const TOYS = [requirement('9503', '안전확인서', { effective_from: '2021-01-01' })];

describe('the controlled-goods worker, in a thread of its own', () => {
  it('says which pack is missing', async () => {
    const missing = { ok: false, fault: { code: 'model-missing', facts: { pack: LIST_PACK } } };
    expect(await controlled.checkLines({})).toEqual(missing);
    expect(await controlled.openLine({}, 'D000001')).toEqual(missing);
    expect(faultOf(await controlled.selfTest({}, CONTROLLED_PACK, '1.0.0'))).toBe('model-missing');
    expect(faultOf(await controlled.selfTest({}, LIST_PACK, '1.0.0'))).toBe('model-missing');
    await expect(controlled.selfTest({}, 'risk', '1.0.0')).rejects.toThrow();
    await expect(controlled.openLine({}, 'D'.repeat(1000))).rejects.toThrow();
  });

  it('goes on with the check of a file after its thread was stopped half-way', async () => {
    await installList(database, '1.0.0', TOYS);
    const lines = 12 * CHUNK_LINES;
    await bring(lines);
    let stopped = false;
    const progress = ({ done }: { done: number }): void => {
      if (done < CHUNK_LINES || stopped) return;
      stopped = true;
      stop();
    };
    expect(faultOf(await controlled.checkLines({ progress }))).toBe('worker-lost');
    const kept = await database.controlledChecks.count();
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(12);
    const summary = valueOf(await controlled.checkLines({}));
    expect(summary).toMatchObject({ lines, checked: lines, counts: { check: lines } });
  });

  it('opens a case while a file is checked, and stops at a word', async () => {
    await installList(database, '1.0.0', TOYS);
    await bring(12 * CHUNK_LINES);
    let checked = false;
    const controller = new AbortController();
    const { signal } = controller;
    const checking = controlled.checkLines({ signal }).then((result) => {
      checked = true;
      return result;
    });
    const first = `D${String(brought - 12 * CHUNK_LINES).padStart(6, '0')}`;
    const shown = valueOf(await controlled.openLine({}, first));
    expect(checked).toBe(false);
    expect(shown).toMatchObject({ ground: 'document-missing', list: '1.0.0', model: null });
    controller.abort();
    expect(faultOf(await checking)).toBe('cancelled');
  });

  it('gives the numbers of the training, on this device', async () => {
    const version = await installModel(database);
    const reading = valueOf(await controlled.selfTest({}, CONTROLLED_PACK, version));
    expect(reading.cases).toBeGreaterThan(0);
    expect(reading.largestDifference).toBeLessThanOrEqual(1e-4);
  });

  it('finds toys behind another code, and says by what law, text and numbers', async () => {
    await installList(database, '1.0.0', TOYS);
    await installModel(database);
    const others = { hs6: '392690', goods: 'plastic toy figure', netMass: '2', itemPrice: '30000' };
    valueOf(
      await tablet.import(csvFile([fileLine(0, { ...others, id: 'TOY' }), fileLine(1, others)])),
    );
    await checkTexts(database, '1.0.0', '950300');
    valueOf(await controlled.checkLines({}));
    const [chunk] = await database.controlledChecks.toArray();
    expect(chunk).toMatchObject({ list: '1.0.0', model: '1.0.0' });
    const shown = valueOf(await controlled.openLine({}, 'TOY'));
    expect(shown).toMatchObject({ answer: 'check', ground: 'hidden', suspect: '950300' });
    expect(shown.probability).toBeCloseTo(chunk?.probability[0] ?? NaN, 5);
    expect(shown.missing.map(({ document }) => document.ko)).toEqual(['안전확인서']);
    expect(shown.clues.map(({ key }) => key)).toContain('text');
    expect(shown.text).toBe('plastic toy figure');
  });

  it('does not trust a model that was damaged or answers otherwise', async () => {
    await installList(database, '1.0.0', TOYS);
    const cut = (name: string, file: Blob): Blob =>
      name === 'arrays.bin' ? file.slice(0, 999) : file;
    const version = await installModel(database, cut);
    expect(faultOf(await controlled.selfTest({}, CONTROLLED_PACK, version))).toMatch(/^pack-/);
    expect(faultOf(await controlled.checkLines({}))).toMatch(/^pack-/);
    await installModel(database, async (name, file) => {
      if (name !== 'golden.json') return file;
      const golden = v.parse(GoldenControlled, JSON.parse(await file.text()));
      const [first, ...rest] = golden.cases;
      const other = { ...first, probability: first?.probability === 0.5123 ? 0.1 : 0.5123 };
      return new Blob([JSON.stringify({ ...golden, cases: [other, ...rest] })]);
    });
    expect(faultOf(await controlled.selfTest({}, CONTROLLED_PACK, version))).toBe(
      'self-test-failed',
    );
  });

  it('does not trust a list that was made wrongly', async () => {
    await installList(database, '1.0.0', []);
    expect(faultOf(await controlled.checkLines({}))).toBe('pack-corrupt');
    expect(faultOf(await controlled.selfTest({}, LIST_PACK, '1.0.0'))).toBe('pack-corrupt');
    await installList(database, '1.1.0', TOYS);
    valueOf(await controlled.reload({}));
    expect(valueOf(await controlled.checkLines({}))).toMatchObject({ lines: 0, checked: 0 });
  });
});

/** The number once it has stood still for a while. */
async function quiet(read: () => number): Promise<number> {
  let before = -1;
  while (before !== read()) {
    before = read();
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  return before;
}

describe('the check in the background', () => {
  /** The check as the app runs it; `told` counts how often the list was read again. */
  function startChecks() {
    let told = 0;
    let asked = 0;
    let summary: ControlledSummary | null = null;
    const checks = new ControlledChecks({
      controlled: {
        checkLines: async (call) => {
          asked += 1;
          const checked = await controlled.checkLines(call);
          if (checked.ok) summary = checked.value;
          return checked;
        },
        reload: (call) => controlled.reload(call),
      },
      hasLines: async () => (await database.batches.count()) > 0,
      changed: async () => {
        told += 1;
      },
    });
    const unwatch = watchControlled(database, checks);
    const counts = () => summary?.counts ?? null;
    return { checks, unwatch, counts, told: () => told, asked: () => asked };
  }

  it('never starts the worker on a tablet without lines', async () => {
    await installList(database, '1.0.0', TOYS);
    const { checks, unwatch, asked } = startChecks();
    await checks.run();
    expect(asked()).toBe(0);
    expect(checks.state).toBe('idle');
    unwatch();
  });

  it('follows imports, other lists and another tab, and has the list read again after each', async () => {
    await installList(database, '1.0.0', TOYS);
    const { checks, unwatch, counts, told, asked } = startChecks();
    await bring(3 * CHUNK_LINES);
    await expect.poll(counts).toMatchObject({ check: 3 * CHUNK_LINES });
    await expect.poll(told).toBeGreaterThan(0);

    const first = await quiet(told);
    await checks.run();
    expect(await quiet(told), 'told of a run that wrote nothing').toBe(first);

    await quiet(asked);
    const before = asked();
    await Promise.all([checks.run(), checks.run(), checks.run()]);
    expect(asked() - before, 'runs for three requests at once').toBe(2);

    // Put to work by whichever tab.
    await installList(database, '2.0.0', [requirement('61', '확인서')]);
    await expect.poll(counts).toMatchObject({ check: 0 });
    await expect.poll(told).toBeGreaterThan(first);

    const second = await quiet(told);
    const [chunk] = await database.controlledChecks.toArray();
    // Of the same key, as another tab's check leaves it.
    if (chunk) await database.controlledChecks.put({ ...chunk, basis: 'other' });
    await expect.poll(told).toBe(second + 1);
    unwatch();
  });

  it('has the list read again at once when another list works, though the check then fails', async () => {
    await installList(database, '1.0.0', TOYS);
    await bring(10);
    const { checks, unwatch, counts, told } = startChecks();
    await expect.poll(counts).toMatchObject({ check: 10 });
    const before = await quiet(told);
    await installList(database, '2.0.0', []);
    await expect.poll(() => checks.state).toBe('failed');
    expect(await quiet(told)).toBe(before + 1);
    unwatch();
  });
});
