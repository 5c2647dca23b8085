import { describe, expect, it } from 'vitest';
import { fail, succeed, type Result } from '../../../../src/contracts/fault.ts';
import type { CheckSummary, GoodsCheck } from '../../../../src/contracts/hs.ts';
import { GoodsChecks } from '../../../../src/features/hs/goods-check.svelte.ts';

const SUMMARY: CheckSummary = {
  ...{ lines: 2, checked: 2 },
  counts: { agrees: 1, 'near-miss': 0, conflict: 1, 'cannot-tell': 0 },
};
const CONFLICT: GoodsCheck = {
  ...{ declaration: 'D-1', text: 'SMART WATCH', declared: '910212', suggested: '851762' },
  ...{ probability: 0.8, declaredProbability: 0.1, agreement: 'conflict' },
  pack: { id: 'hs', version: '1.0.0' },
};

/** A check that runs until the test ends it. */
function checking() {
  const ends: ((result: Result<CheckSummary>) => void)[] = [];
  const checks = new GoodsChecks({
    checkDeclarations: ({ signal, progress }) => {
      progress?.({ stage: 'checking', done: 1, of: 2 });
      return new Promise((end) => {
        ends.push(end);
        signal?.addEventListener('abort', () => end(fail('cancelled')));
      });
    },
    disagreements: async () => succeed([CONFLICT]),
  });
  return { checks, ends };
}

describe('the check of imported goods texts', () => {
  it('tells how far it is, and then what does not agree', async () => {
    const { checks, ends } = checking();
    const running = checks.run();
    expect(checks.state).toEqual({ kind: 'running', done: 1, of: 2 });
    ends[0]?.(succeed(SUMMARY));
    await running;
    expect(checks.state).toEqual({ kind: 'ready', summary: SUMMARY });
    expect(checks.found).toEqual([CONFLICT]);
  });

  it('goes round once more when a file comes in while it runs', async () => {
    const { checks, ends } = checking();
    const running = checks.run();
    await checks.run();
    await checks.run();
    ends[0]?.(succeed(SUMMARY));
    await expect.poll(() => ends.length).toBe(2);
    ends[1]?.(succeed(SUMMARY));
    await running;
    expect(ends).toHaveLength(2);
  });

  it('can be stopped, and keeps what it has found', async () => {
    const { checks } = checking();
    const running = checks.run();
    checks.stop();
    await running;
    expect(checks.state.kind).toBe('stopped');
    expect(checks.found).toEqual([CONFLICT]);
  });

  it('says why it cannot run', async () => {
    const { checks, ends } = checking();
    const running = checks.run();
    ends[0]?.(fail('model-missing'));
    await running;
    expect(checks.state).toEqual({ kind: 'failed', fault: { code: 'model-missing' } });
  });
});
