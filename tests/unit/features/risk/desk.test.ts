import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fail, succeed, type Result } from '../../../../src/contracts/fault.ts';
import type { DeskQuery, DeskRow, DeskView } from '../../../../src/contracts/risk.ts';
import { Desk } from '../../../../src/features/risk/desk.svelte.ts';
import { openDatabase, type HaechiDatabase } from '../../../../src/platform/database/database.ts';
import { Recorder } from '../../../../src/platform/database/recorder.ts';
import { madeRow, madeWorker } from './made-case.ts';

let database: HaechiDatabase;
let tick = 0;

beforeEach(async () => {
  database = await openDatabase(`desk-${crypto.randomUUID()}`);
});
afterEach(() => database.delete());

/** A cut of these handles; decided ones are left to the rows. */
function cutOf(handles: readonly number[], change: Partial<DeskView> = {}): DeskView {
  return {
    ...{ revision: 1, linesVersion: '', total: handles.length, span: null, curve: [] },
    ...{ laneSizes: [], lanes: [], groups: [], controlled: null },
    ...{ order: Uint32Array.from(handles), next: handles[0] ?? null, origins: [], offices: [] },
    ...{ randomShare: 0.02, pack: { id: 'risk', version: '1.0.0' }, fault: null },
    ...change,
  };
}

interface Office {
  readonly desk: Desk;
  readonly queries: DeskQuery[];
  /** How many rows each call asked for. */
  readonly asked: number[];
}

/** A desk whose worker answers a cut as told. */
function office(
  answer: (query: DeskQuery, signal: AbortSignal | undefined) => Promise<Result<DeskView>>,
  rowOf: (handle: number) => DeskRow = (handle) => madeRow({ handle, id: `A-${handle}` }),
): Office {
  const queries: DeskQuery[] = [];
  const asked: number[] = [];
  const context = () => ({
    ...{ actor: '김예시', device: 'T1', now: () => new Date(1_700_000_000_000 + tick++) },
    newId: () => `E${String(tick++).padStart(6, '0')}`,
  });
  const recorder = new Recorder({ database, context });
  const risk = {
    ...madeWorker([]),
    desk: (call: { signal?: AbortSignal }, query: DeskQuery) => {
      queries.push(query);
      return answer(query, call.signal);
    },
    rows: async (_: object, handles: Uint32Array) => {
      asked.push(handles.length);
      return succeed([...handles].map(rowOf));
    },
  };
  return { desk: new Desk({ risk, recorder, database }), queries, asked };
}

const arrive = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('the desk', () => {
  it('opens on the capacity that was chosen last on this tablet', async () => {
    const first = office(async () => succeed(cutOf([0])));
    await first.desk.open();
    expect(first.queries[0]?.capacity).toBe(10);
    await first.desk.change({ capacity: 17 });
    await expect.poll(() => database.settings.get('risk.capacity')).toMatchObject({ value: 17 });
    const again = office(async () => succeed(cutOf([0])));
    await again.desk.open();
    expect(again.queries[0]?.capacity).toBe(17);
  });

  it('drops the cut being made when the officer asks for another', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const { desk } = office(async (query, signal) => {
      signals.push(signal);
      await arrive();
      return succeed(cutOf(query.lane === 'fast' ? [7] : [1, 2]));
    });
    const slow = desk.change({ lane: 'inspect' });
    await arrive();
    await desk.change({ lane: 'fast' });
    await slow;
    expect(signals[0]?.aborted).toBe(true);
    expect([...(desk.view?.order ?? [])]).toEqual([7]);
  });

  it('keeps the list on the screen while it is cut again, and when that fails', async () => {
    let broken = false;
    const { desk } = office(async () => (broken ? fail('worker-lost') : succeed(cutOf([1, 2]))));
    await desk.open();
    broken = true;
    const recut = desk.refresh();
    expect(desk.state.kind).toBe('loading');
    expect(desk.view?.order.length).toBe(2);
    await recut;
    expect(desk.state).toMatchObject({ kind: 'failed', fault: { code: 'worker-lost' } });
    expect(desk.view?.order.length).toBe(2);
  });

  it('never moves the row under the finger: the current line stays current in another order', async () => {
    const { desk } = office(async (query) =>
      succeed(cutOf(query.sort === 'price' ? [3, 2, 1] : [1, 2, 3])),
    );
    await desk.open();
    desk.current = 2;
    await desk.change({ sort: 'price' });
    expect(desk.current).toBe(0);
  });

  it('fetches only the rows that are looked at, a page at a time, each once', async () => {
    const { desk, asked } = office(async () =>
      succeed(cutOf(Array.from({ length: 100_000 }, (_, i) => i))),
    );
    await desk.open();
    expect(desk.rowAt(0)).toBeUndefined();
    expect(desk.rowAt(99_999)).toBeUndefined();
    await arrive();
    expect(desk.rowAt(0)?.id).toBe('A-0');
    expect(desk.rowAt(99_999)?.id).toBe('A-99999');
    await arrive();
    expect(asked).toEqual([32]);
  });

  it('leaves no queue behind a finger that flies over the list', async () => {
    const { desk, asked } = office(async () =>
      succeed(cutOf(Array.from({ length: 100_000 }, (_, i) => i))),
    );
    await desk.open();
    for (let position = 0; position < 100_000; position += 1000) desk.rowAt(position);
    await arrive();
    expect(desk.rowAt(99_000)?.id).toBe('A-99000');
    expect(asked.reduce((sum, rows) => sum + rows, 0)).toBeLessThan(200);
  });

  it('shows an old row until its new one is here, and asks for it when the cut changed it', async () => {
    let revision = 1;
    const { desk } = office(
      async () => succeed(cutOf([0], { revision })),
      (handle) => madeRow({ handle, rank: revision }),
    );
    await desk.open();
    desk.rowAt(0);
    await arrive();
    revision = 2;
    await desk.refresh();
    expect(desk.rowAt(0)?.rank).toBe(1);
    await arrive();
    expect(desk.rowAt(0)?.rank).toBe(2);
  });

  it('goes to the first undecided line below, then from the top, then nowhere', async () => {
    const handles = [10, 11, 12];
    const { desk } = office(async () => succeed(cutOf(handles)));
    await desk.open();
    expect(desk.nextUndecided(11)).toBe(12);
    expect(desk.nextUndecided(12)).toBe(10);
    const none = office(async () => succeed(cutOf(handles, { next: null })));
    await none.desk.open();
    expect(none.desk.nextUndecided(10)).toBeNull();
  });

  it('stops a first cut and says so, with a way to try again', async () => {
    const { desk } = office(() => new Promise(() => undefined));
    void desk.open();
    await arrive();
    desk.stop();
    expect(desk.state).toMatchObject({ kind: 'failed', fault: { code: 'cancelled' }, view: null });
  });

  it('stops waiting and says so when the worker has a bug, which is not swallowed', async () => {
    const { desk } = office(async () => Promise.reject(new TypeError('a bug')));
    await expect(desk.open()).rejects.toThrow('a bug');
    expect(desk.state).toMatchObject({ kind: 'failed', fault: { code: 'worker-lost' } });
    await expect(desk.change({ lane: 'fast' })).rejects.toThrow('a bug');
    expect(desk.state.kind).toBe('failed');
  });

  it('leaves a bug of a cut that was dropped out of the list that took over', async () => {
    const { desk } = office(async (query) => {
      if (query.lane === 'fast') return succeed(cutOf([7]));
      await arrive();
      throw new TypeError('a bug');
    });
    const dropped = desk.change({ lane: 'inspect' });
    await arrive();
    await desk.change({ lane: 'fast' });
    await expect(dropped).rejects.toThrow('a bug');
    expect(desk.state.kind).toBe('ready');
  });

  it('shows the filters of the list that stays when a cut is stopped', async () => {
    const { desk } = office((query) =>
      query.text === '' ? Promise.resolve(succeed(cutOf([1, 2]))) : new Promise(() => undefined),
    );
    await desk.open();
    void desk.change({ text: 'watch', capacity: 20 });
    await arrive();
    desk.stop();
    expect(desk.state.kind).toBe('ready');
    expect(desk.query).toMatchObject({ text: '', capacity: 10 });
  });
});
