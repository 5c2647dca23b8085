import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Case } from '../../../../src/features/risk/case.svelte.ts';
import { Desk } from '../../../../src/features/risk/desk.svelte.ts';
import { openDatabase, type HaechiDatabase } from '../../../../src/platform/database/database.ts';
import { Recorder } from '../../../../src/platform/database/recorder.ts';
import type { DeskRow } from '../../../../src/contracts/risk.ts';
import { madeCase } from '../controlled/made-controlled.ts';
import { HIDDEN, madeWorker } from './made-case.ts';

let database: HaechiDatabase;
let tick = 0;

beforeEach(async () => {
  database = await openDatabase(`case-${crypto.randomUUID()}`);
});
afterEach(() => database.delete());

/** A tablet with these declarations in its list, and the page of one of them. */
function tablet(ids: readonly string[], opened: string[] = [], change: Partial<DeskRow> = {}) {
  const context = () => ({
    ...{ actor: '김예시', device: 'T1', now: () => new Date(1_700_000_000_000 + tick++) },
    newId: () => `E${String(tick++).padStart(6, '0')}`,
  });
  const recorder = new Recorder({ database, context });
  const risk = madeWorker(ids, opened, change);
  const desk = new Desk({ risk, recorder, database });
  return { desk, page: new Case({ risk, database, desk }), recorder, risk };
}

function shown(page: Case): string | undefined {
  return page.state.kind === 'ready' ? page.state.opened.view.row.id : undefined;
}

describe('the open declaration', () => {
  it('has the next one ready before it is asked for', async () => {
    const opened: string[] = [];
    const { page } = tablet(['A', 'B', 'C'], opened);
    await page.open('A');
    expect(shown(page)).toBe('A');
    expect(opened).toEqual(['A', 'B']);
    expect(await page.next()).toBe('B');
    const opening = page.open('B');
    expect(shown(page)).toBe('B');
    await opening;
  });

  it('is decided on the device, remark and score and all, before the page says so', async () => {
    const { page } = tablet(['A', 'B']);
    await page.open('A');
    page.remark = ' price too low ';
    const recorded = await page.decide('inspect');
    expect(recorded?.ok).toBe(true);
    const stored = await database.decisions.get('A');
    expect(stored).toMatchObject({ decision: 'inspect', remark: 'price too low', actor: '김예시' });
    const event = await database.events.where('subject').equals('A').first();
    expect(event?.body).toMatchObject({
      seen: { probability: 0.97, pack: 'risk', version: '1.0.0' },
    });
  });

  it('keeps with the decision what was seen of controlled goods, and that nothing was known', async () => {
    const bodyOf = async (id: string): Promise<unknown> =>
      (await database.events.where('subject').equals(id).first())?.body;
    const suspected = tablet(['A'], [], { controlled: HIDDEN, lane: 'controlled' });
    await suspected.page.open('A');
    suspected.page.controlled = madeCase('hidden', { declaration: 'A' });
    expect((await suspected.page.decide('review'))?.ok).toBe(true);
    const { ground, suspect, list, model } = suspected.page.controlled;
    const seen = { ground, probability: Math.fround(0.74), suspect, list, model };
    expect(await bodyOf('A')).toMatchObject({ controlled: seen, seen: { lane: 'controlled' } });
    // The row of the list knows an answer that the page has not shown yet.
    const unknown = tablet(['B'], [], { controlled: HIDDEN });
    await unknown.page.open('B');
    expect((await unknown.page.decide('review'))?.ok).toBe(true);
    expect(await bodyOf('B')).toMatchObject({ controlled: null });
  });

  it('does not keep what the page before showed, however quickly the next is decided', async () => {
    const { page } = tablet(['A', 'B']);
    await page.open('A');
    page.controlled = madeCase('hidden', { declaration: 'A' });
    await page.decide('review');
    expect(await page.next()).toBe('B');
    await page.open('B');
    await page.decide('release');
    const event = await database.events.where('subject').equals('B').first();
    expect(event?.body).toMatchObject({ controlled: null });
  });

  it('is followed by the next undecided one, and by an end when none is left', async () => {
    const { page } = tablet(['A', 'B', 'C']);
    await page.open('B');
    await page.decide('release');
    expect(await page.next()).toBe('C');
    await page.open('C');
    await page.decide('release');
    expect(await page.next()).toBe('A');
    await page.open('A');
    await page.decide('review');
    expect(await page.next()).toBeNull();
    expect(page.state.kind).toBe('finished');
  });

  it('skips what another screen decided a moment ago, as the log knows', async () => {
    const { page, recorder } = tablet(['A', 'B', 'C']);
    await page.open('A');
    const body = { decision: 'release', remark: '', seen: null } as const;
    await recorder.record({ kind: 'decision-recorded', subject: 'B', body });
    const fresh = tablet(['A', 'B', 'C']).page;
    await fresh.open('A');
    expect(await fresh.next()).toBe('C');
  });

  it('keeps the remark and says why when the tablet could not record', async () => {
    const { page } = tablet(['A', 'B']);
    await page.open('A');
    page.remark = 'look at the label';
    database.close();
    await page.decide('inspect');
    expect(page.fault?.code).toBe('storage-refused');
    expect(page.remark).toBe('look at the label');
    expect(page.recording).toBeNull();
    expect(shown(page)).toBe('A');
  });

  it('records one decision when the button is tapped twice', async () => {
    const { page } = tablet(['A', 'B']);
    await page.open('A');
    const [first, second] = await Promise.all([page.decide('inspect'), page.decide('release')]);
    expect(first?.ok).toBe(true);
    expect(second).toBeNull();
    expect(await database.events.count()).toBe(1);
  });

  it('shows who decided it, and both decision and withdrawal when that was taken back', async () => {
    const { page } = tablet(['A', 'B']);
    await page.open('A');
    const recorded = await page.decide('inspect');
    if (!recorded?.ok) throw new Error('not recorded');
    await page.open('A');
    const decided = page.state.kind === 'ready' ? page.state.opened.history : null;
    expect(decided?.standing).toMatchObject({ decision: 'inspect', actor: '김예시' });

    await page.withdraw('A', recorded.value.id);
    await page.open('A', 'as it was');
    const taken = page.state.kind === 'ready' ? page.state.opened.history : null;
    expect(taken?.standing).toBeNull();
    expect(taken?.entries.map((entry) => entry.kind)).toEqual(['withdrawn', 'decided']);
    expect(page.remark).toBe('as it was');
  });

  it('uncovers the earlier decision when the later one is taken back', async () => {
    const { page } = tablet(['A']);
    await page.open('A');
    await page.decide('review');
    const later = await page.decide('inspect');
    if (!later?.ok) throw new Error('not recorded');
    await page.withdraw('A', later.value.id);
    await page.open('A');
    const history = page.state.kind === 'ready' ? page.state.opened.history : null;
    expect(history?.standing?.decision).toBe('review');
  });

  it('says so when the number is not on this tablet', async () => {
    const { page } = tablet(['A']);
    await page.open('Z');
    expect(page.state).toEqual({ kind: 'failed', fault: { code: 'not-found' } });
  });

  it('names the pack that gave the score, whatever the list has been cut with since', async () => {
    const { page, desk } = tablet(['A', 'B']);
    await page.open('A');
    const { view } = desk;
    if (!view) throw new Error('no list');
    desk.state = { kind: 'ready', view: { ...view, pack: { id: 'risk', version: '2.0.0' } } };
    await page.decide('inspect');
    const event = await database.events.where('subject').equals('A').first();
    expect(event?.body).toMatchObject({ seen: { version: '1.0.0' } });
  });

  it('is read again when the model changed since it was read ahead', async () => {
    const opened: string[] = [];
    const { page, desk } = tablet(['A', 'B'], opened);
    await page.open('A');
    const { view } = desk;
    if (!view) throw new Error('no list');
    desk.state = { kind: 'ready', view: { ...view, pack: { id: 'risk', version: '2.0.0' } } };
    expect(await page.next()).toBe('B');
    expect(opened).toEqual(['A', 'B', 'B']);
  });

  it('says that nothing was recorded when recording has a bug, which is not swallowed', async () => {
    const { page, recorder } = tablet(['A']);
    await page.open('A');
    page.remark = 'look at the label';
    recorder.record = async () => Promise.reject(new TypeError('a bug'));
    await expect(page.decide('inspect')).rejects.toThrow('a bug');
    expect(page.fault).not.toBeNull();
    expect(page.recording).toBeNull();
    expect(page.remark).toBe('look at the label');
  });

  it('does not wait for ever when reading it has a bug', async () => {
    const { page, risk } = tablet(['A']);
    risk.openCase = async () => Promise.reject(new TypeError('a bug'));
    await expect(page.open('A')).rejects.toThrow('a bug');
    expect(page.state.kind).toBe('failed');
  });

  it('leads nowhere once the officer has left it, though a decision was still on its way', async () => {
    const { page } = tablet(['A', 'B']);
    await page.open('A');
    const deciding = page.decide('review');
    page.close();
    expect((await deciding)?.ok).toBe(true);
    expect(await page.next()).toBeNull();
  });
});
