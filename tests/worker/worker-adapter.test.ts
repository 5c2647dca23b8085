import { proxy, wrap } from 'comlink';
import { afterEach, describe, expect, test } from 'vitest';
import { connect } from '../../src/platform/workers/client.ts';
import type { Wire } from '../../src/platform/workers/call.ts';
import type { Progress } from '../../src/contracts/risk.ts';
import type { AdapterTestWorker } from './adapter-contract.ts';

const spawn = (): Worker =>
  new Worker(new URL('./adapter-worker.ts', import.meta.url), { type: 'module' });
const { methods, stop } = connect<AdapterTestWorker>(spawn);

describe('calls to a worker', () => {
  afterEach(stop);

  test('bring back the value', async () => {
    expect(await methods.double({}, 21)).toEqual({ ok: true, value: 42 });
  });

  test('tell how far the work is, the last step always', async () => {
    const steps: Progress[] = [];
    await methods.countTo({ progress: (step) => steps.push(step) }, 200);
    expect(steps.length).toBeGreaterThan(1);
    expect(steps.length).toBeLessThan(200);
    expect(steps.at(-1)).toEqual({ stage: 'reading', done: 200, of: 200 });
  });

  test('bring the result after the last step, however late the screen hears of that', async () => {
    const worker = spawn();
    let told = false;
    const slowly = proxy(async () => {
      await new Promise((go) => setTimeout(go, 60));
      told = true;
    });
    await wrap<Wire>(worker).run(1, 'hurry', [], slowly);
    expect(told).toBe(true);
    worker.terminate();
  });

  test('stop half-way when the officer cancels, as a value and not as an error', async () => {
    const cancel = new AbortController();
    const counting = methods.countTo(
      { signal: cancel.signal, progress: () => cancel.abort() },
      100_000,
    );
    expect(await counting).toEqual({ ok: false, fault: { code: 'cancelled' } });
  });

  test('settle all at once when the worker dies, and the next call starts a fresh one', async () => {
    const waiting = methods.countTo({}, 100_000);
    const fatal = methods.die({});
    expect(await Promise.all([waiting, fatal])).toEqual([
      { ok: false, fault: { code: 'worker-lost' } },
      { ok: false, fault: { code: 'worker-lost' } },
    ]);
    expect(await methods.double({}, 4)).toEqual({ ok: true, value: 8 });
  });

  test('reject when the method has a bug: a bug never passes for an answer', async () => {
    await expect(methods.stumble({})).rejects.toThrow('a bug');
  });
});
