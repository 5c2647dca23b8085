import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { findBreak, type LogEvent } from '../../src/domain/events/chain.ts';
import { DECISIONS } from '../../src/contracts/events.ts';
import { HaechiDatabase } from '../../src/platform/database/database.ts';
import {
  appendEvent,
  readLog,
  rebuildProjections,
  type LogContext,
  type NewEvent,
} from '../../src/platform/database/event-log.ts';
import { PROJECTIONS } from '../../src/platform/database/projections.ts';

/** What an officer can do; a withdrawal takes back one of the decisions before it, or none there is. */
type Deed =
  | { readonly do: 'decide'; readonly line: number; readonly decision: number }
  | { readonly do: 'withdraw'; readonly line: number; readonly which: number }
  | { readonly do: 'import'; readonly lines: number }
  | { readonly do: 'remember'; readonly header: string }
  | { readonly do: 'set'; readonly key: string; readonly value: number }
  | { readonly do: 'pick'; readonly line: number; readonly code: string }
  | { readonly do: 'reject'; readonly line: number };

const line = fc.integer({ min: 0, max: 3 });
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('decide' as const),
      line,
      decision: fc.integer({ min: 0, max: 2 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('withdraw' as const), line, which: fc.nat(5) }),
  },
  fc.record({ do: fc.constant('import' as const), lines: fc.nat(100) }),
  fc.record({ do: fc.constant('remember' as const), header: fc.constantFrom('a', 'b') }),
  fc.record({ do: fc.constant('set' as const), key: fc.constantFrom('x', 'y'), value: fc.nat(9) }),
  fc.record({
    do: fc.constant('pick' as const),
    line,
    code: fc.constantFrom('851713', '8517130000'),
  }),
  fc.record({ do: fc.constant('reject' as const), line }),
);
const deeds = fc.array(deed, { maxLength: 25 });

let database = new HaechiDatabase(`log-${crypto.randomUUID()}`);
afterEach(() => {
  database.close();
  indexedDB.deleteDatabase(database.name);
});

/** A clock and ids that count: what happens is the same in every run. */
function fixedContext(): LogContext {
  let count = 0;
  return {
    actor: 'officer',
    device: 'tablet',
    now: () => new Date(Date.UTC(2021, 2, 9) + count * 1000),
    newId: () => `E${String((count += 1)).padStart(4, '0')}`,
  };
}

/** What was on the screen. */
const SEEN = {
  ...{ text: 'smart phone', pack: 'hs', version: '1.0.0' },
  suggested: [
    ['851713', 0.8],
    ['851714', 0.1],
  ],
};

function eventOf(one: Deed, decided: readonly LogEvent[], n: number): NewEvent<never> {
  const subject = 'line' in one ? `D${one.line}` : 'any';
  const events = {
    decide: () => ({
      kind: 'decision-recorded',
      body: { decision: DECISIONS[one.do === 'decide' ? one.decision : 0], remark: '', seen: null },
    }),
    withdraw: () => {
      const mine = decided.filter((event) => event.subject === subject);
      const taken = one.do === 'withdraw' ? mine[one.which % Math.max(1, mine.length)] : undefined;
      return { kind: 'decision-withdrawn', body: { withdrawn: taken?.id ?? 'E0000' } };
    },
    import: () => ({
      kind: 'declarations-imported',
      body: {
        ...{ batch: `B${n}`, name: 'week.csv', sha256: 'ab'.repeat(32), rejected: 0, skipped: 0 },
        ...{ lines: one.do === 'import' ? one.lines : 0, firstDate: '', lastDate: '' },
      },
    }),
    remember: () => ({
      kind: 'mapping-remembered',
      body: { header: one.do === 'remember' ? one.header : '', mapping: { id: `Nr ${n}` } },
    }),
    set: () => ({
      kind: 'settings-changed',
      body: { settings: one.do === 'set' ? { [one.key]: one.value } : {} },
    }),
    pick: () => ({
      kind: 'hs-code-picked',
      body: {
        ...{ ...SEEN, declaration: subject, declared: '851712', answer: 'choose' },
        code: one.do === 'pick' ? one.code : '',
      },
    }),
    reject: () => ({
      kind: 'hs-suggestion-rejected',
      body: { ...SEEN, declaration: null },
    }),
  };
  return { subject, ...events[one.do]() } as NewEvent<never>;
}

/** Does it all on an empty tablet. */
async function live(all: readonly Deed[]): Promise<LogEvent[]> {
  database.close();
  indexedDB.deleteDatabase(database.name);
  database = new HaechiDatabase(`log-${crypto.randomUUID()}`);
  const context = fixedContext();
  const log: LogEvent[] = [];
  for (const [n, one] of all.entries()) {
    const decided = log.filter((event) => event.kind === 'decision-recorded');
    log.push(await appendEvent(database, context, eventOf(one, decided, n)));
  }
  return log;
}

async function projections(): Promise<unknown> {
  const tables = PROJECTIONS.map(async (name) => [name, await database.table(name).toArray()]);
  return Object.fromEntries(await Promise.all(tables));
}

/** The decision that stands, worked out the slow and plain way. */
function standing(log: readonly LogEvent[], subject: string): string | undefined {
  const mine = log.filter((event) => event.subject === subject);
  const taken = mine
    .filter((event) => event.kind === 'decision-withdrawn')
    .map((event) => (event.body as { withdrawn: string }).withdrawn);
  return mine.findLast((e) => e.kind === 'decision-recorded' && !taken.includes(e.id))?.id;
}

const RUNS = { numRuns: 25 };

describe('the log of what officers did', () => {
  it('is an unbroken chain, however it came about', async () => {
    await fc.assert(
      fc.asyncProperty(deeds, async (all) => {
        await live(all);
        const stored = await readLog(database);
        expect(stored.length).toBe(all.length);
        expect(findBreak(stored)).toBeUndefined();
      }),
      RUNS,
    );
  });

  it('shows where an event was altered, taken out or moved', async () => {
    const events = await live([
      ...Array.from({ length: 8 }, (_, n): Deed => ({
        do: 'decide',
        line: n % 3,
        decision: n % 3,
      })),
    ]);
    const place = fc.integer({ min: 0, max: events.length - 2 });
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 5 }), (at, far) => {
        const one = events[at] as LogEvent;
        const altered = events.with(at, { ...one, actor: 'someone else' });
        expect(findBreak(altered)).toEqual({ index: at, why: 'altered' });
        const resealed = events.with(at, { ...one, body: {}, hash: one.hash });
        expect(findBreak(resealed)).toEqual({ index: at, why: 'altered' });
        expect(findBreak(events.toSpliced(at, 1))).toEqual({ index: at, why: 'unlinked' });
        const to = Math.min(events.length - 1, at + far);
        const moved = events.toSpliced(at, 1).toSpliced(to, 0, one);
        expect(findBreak(moved)?.why).toBe('unlinked');
      }),
    );
  });

  it('rebuilds everything the screens show from it, to the last field', async () => {
    await fc.assert(
      fc.asyncProperty(deeds, async (all) => {
        await live(all);
        const before = await projections();
        await rebuildProjections(database);
        expect(await projections()).toEqual(before);
      }),
      RUNS,
    );
  });

  it('lets the last decision stand that was not taken back', async () => {
    await fc.assert(
      fc.asyncProperty(deeds, async (all) => {
        const log = await live(all);
        for (const subject of ['D0', 'D1', 'D2', 'D3']) {
          const shown = (await database.decisions.get(subject))?.event;
          expect(shown).toBe(standing(log, subject));
        }
      }),
      RUNS,
    );
  });

  it('keeps nothing of an event whose data could not be written with it', async () => {
    await live([{ do: 'decide', line: 1, decision: 0 }]);
    const before = { log: await readLog(database), shown: await projections() };
    const event = eventOf({ do: 'import', lines: 3 }, [], 9);
    const later = { ...fixedContext(), newId: () => 'F0001' };
    const append = appendEvent(database, later, event, async () => {
      await database.rejected.add({ batch: 'B9', cells: [] });
      throw new RangeError('no room');
    });
    await expect(append).rejects.toThrow('no room');
    expect({ log: await readLog(database), shown: await projections() }).toEqual(before);
    expect(await database.rejected.count()).toBe(0);
  });

  it('keeps both of two events appended at the same time, one after the other', async () => {
    await live([]);
    const context = fixedContext();
    await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        appendEvent(database, context, eventOf({ do: 'set', key: 'x', value: n }, [], n)),
      ),
    );
    const log = await readLog(database);
    expect(log.length).toBe(10);
    expect(findBreak(log)).toBeUndefined();
  });

  it('refuses an event whose body is not as agreed, and stays as it was', async () => {
    await live([]);
    const body = { decision: 'forget', remark: '', seen: null };
    const event = { kind: 'decision-recorded', subject: 'D1', body } as unknown as NewEvent<never>;
    await expect(appendEvent(database, fixedContext(), event)).rejects.toThrow();
    expect(await database.events.count()).toBe(0);
  });
});
