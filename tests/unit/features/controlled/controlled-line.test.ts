import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ControlledCase } from '../../../../src/contracts/controlled.ts';
import { fail, succeed, type Result } from '../../../../src/contracts/fault.ts';
import type { HsReasons } from '../../../../src/contracts/hs.ts';
import { ControlledLine } from '../../../../src/features/controlled/controlled-line.svelte.ts';
import { HaechiDatabase } from '../../../../src/platform/database/database.ts';
import { madeCase } from './made-controlled.ts';

const database = new HaechiDatabase(`controlled-${crypto.randomUUID()}`);
const stops: (() => void)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) stop();
  await database.controlledChecks.clear();
});

const BLUETOOTH = { start: 13, end: 22, weight: 1 };
const CHUNK = {
  ...{ batch: 'B', index: 0, basis: '2026.1 1.0.0', list: '2026.1', model: '1.0.0' },
  ...{ ids: ['D-1'], ground: Uint8Array.of(3), probability: Float32Array.of(0.74) },
  suspect: ['851762'],
};

/** A section whose workers answer when the test says so. */
function opening(reasons: Result<HsReasons> = succeed({ spans: [BLUETOOTH], differences: [] })) {
  const asked: { id: string; settle: (result: Result<ControlledCase>) => void }[] = [];
  const compared: (string | null)[][] = [];
  const line = new ControlledLine({
    database,
    controlled: {
      openLine: (_, id) => new Promise((settle) => asked.push({ id, settle })),
    },
    hs: {
      explain: async (_, text, code, rival) => {
        compared.push([text, code, rival]);
        return reasons;
      },
    },
  });
  const follow = (id: string): void => void stops.push(line.follow(id));
  const waitFor = (calls: number) => vi.waitFor(() => expect(asked).toHaveLength(calls));
  return { line, asked, compared, follow, waitFor };
}

describe('the section on controlled goods', () => {
  it('shows the answer at once, and the words that led there when they are found', async () => {
    const { line, asked, compared, follow, waitFor } = opening();
    follow('D-1');
    expect(line.state.kind).toBe('loading');
    await waitFor(1);
    asked[0]?.settle(succeed(madeCase('hidden')));
    await vi.waitFor(() => expect(line.spans).toEqual([BLUETOOTH]));
    expect(line.state).toMatchObject({ kind: 'ready', opened: { ground: 'hidden' } });
    expect(compared).toEqual([['SMART WATCH, BLUETOOTH', '851762', '910212']]);
  });

  it('leaves the text plain where the words cannot be found', async () => {
    const { line, asked, compared, follow, waitFor } = opening(fail('model-missing'));
    follow('D-1');
    await waitFor(1);
    asked[0]?.settle(succeed(madeCase('hidden')));
    await vi.waitFor(() => expect(compared).toHaveLength(1));
    expect([line.state.kind, line.spans]).toEqual(['ready', []]);
  });

  it('asks for no words where the list answered', async () => {
    const { line, asked, compared, follow, waitFor } = opening();
    follow('D-1');
    await waitFor(1);
    asked[0]?.settle(succeed(madeCase('document-missing', { suspect: null })));
    await vi.waitFor(() => expect(line.state.kind).toBe('ready'));
    expect(compared).toEqual([]);
  });

  it('drops an answer that comes after another declaration was opened', async () => {
    const { line, asked, follow, waitFor } = opening();
    follow('D-1');
    await waitFor(1);
    follow('D-2');
    await waitFor(2);
    asked[1]?.settle(succeed(madeCase('no-sign', { declaration: 'D-2' })));
    await vi.waitFor(() => expect(line.state.kind).toBe('ready'));
    asked[0]?.settle(succeed(madeCase('hidden')));
    await Promise.resolve();
    expect(line.state).toMatchObject({ opened: { declaration: 'D-2', ground: 'no-sign' } });
  });

  it('says a failure, never an answer, and can be asked again', async () => {
    const { line, asked, follow, waitFor } = opening();
    follow('D-1');
    await waitFor(1);
    asked[0]?.settle(fail('worker-lost'));
    await vi.waitFor(() => expect(line.state.kind).toBe('failed'));
    line.again();
    expect(line.state.kind).toBe('loading');
    await waitFor(2);
    asked[1]?.settle(succeed(madeCase('hidden')));
    await vi.waitFor(() => expect(line.state.kind).toBe('ready'));
  });

  it('opens the line again when the background check has answered it', async () => {
    const { line, asked, follow, waitFor } = opening();
    follow('D-1');
    await waitFor(1);
    asked[0]?.settle(fail('model-missing'));
    await vi.waitFor(() => expect(line.state.kind).toBe('failed'));
    await database.controlledChecks.put(CHUNK);
    await waitFor(2);
    asked[1]?.settle(succeed(madeCase('hidden')));
    await vi.waitFor(() => expect(line.state.kind).toBe('ready'));
    // The same answer once more changes nothing.
    await database.controlledChecks.put(CHUNK);
    await database.controlledChecks.put({ ...CHUNK, index: 1, ids: ['D-7'] });
    await new Promise((done) => setTimeout(done, 30));
    expect(asked).toHaveLength(2);
  });
});
