import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskRow, DeskView } from '../../src/contracts/risk.ts';
import { exportRanked } from '../../workers/risk/export-ranked.ts';
import { readRows } from '../../workers/risk/rows.ts';
import { answerLines, installControlledModel, installList } from './controlled-answers.ts';
import { csvFile, fileLine, installRiskPack, makeCall, Tablet, valueOf } from './risk-workshop.ts';

const LINES = Array.from({ length: 1500 }, (_, n) => fileLine(n, { netMass: String(10 + n) }));

/** Every tenth line looks like other goods, every fifteenth wants a document. */
function say(id: string) {
  const number = Number(id.slice(1));
  if (number % 15 === 0) return { ground: 'document-missing' } as const;
  if (number % 10 === 0)
    return { ground: 'hidden', probability: 0.625, suspect: '300490' } as const;
  return { ground: number % 2 === 0 ? 'no-sign' : 'unclear', probability: 0.03 } as const;
}
const suspected = (id: string): boolean =>
  Number(id.slice(1)) % 10 === 0 || Number(id.slice(1)) % 15 === 0;
const SUSPECTED = LINES.filter(({ id = '' }) => suspected(id)).length;
const NO_DOCUMENT = LINES.filter(({ id = '' }) => Number(id.slice(1)) % 15 === 0).length;

const tablet = new Tablet();
/** Without a risk model. */
const bare = new Tablet();
beforeAll(async () => {
  await installRiskPack(tablet.database);
  for (const each of [tablet, bare]) valueOf(await each.import(csvFile(LINES)));
});
afterAll(() => {
  tablet.remove();
  bare.remove();
});

function rowsOf(view: DeskView, { desk } = tablet): DeskRow[] {
  if (!desk.shown) throw new Error('nothing is shown');
  return readRows(desk.shown, view.order);
}
const laneOf = (view: DeskView, lane: string) => view.lanes.find((each) => each.lane === lane);

describe('before anything was looked at', () => {
  it('the lane is empty and the desk says why: no list, then no answer yet', async () => {
    const before = valueOf(await tablet.cut());
    expect(before.controlled).toBeNull();
    expect(laneOf(before, 'controlled')?.lines).toBe(0);
    expect(rowsOf(before).every((row) => row.controlled === null)).toBe(true);
    await installList(tablet.database);
    await installControlledModel(tablet.database);
    const after = valueOf(await tablet.cut());
    expect(after.controlled).toEqual({
      standing: 'starter',
      model: true,
      answered: 0,
      check: 0,
      unstated: 0,
    });
  });
});

describe('answers on controlled goods', () => {
  it('come into the list with the next cut, under a new revision', async () => {
    const before = valueOf(await tablet.cut());
    await answerLines(tablet.database, say);
    const after = valueOf(await tablet.cut());
    expect(after.revision).not.toBe(before.revision);
    expect(after.controlled?.answered).toBe(1500);
    expect(after.curve).toBe(before.curve);
    expect(valueOf(await tablet.cut()).revision).toBe(after.revision);
    const row = rowsOf(after).find(({ id }) => id === 'D000010');
    expect(row?.controlled).toEqual({
      ...{ answer: 'check', ground: 'hidden', probability: 0.625, suspect: '300490' },
      ...{ list: '1.0.0', model: '1.0.0' },
    });
  });

  it('keep every suspected line off the fast track and out of the random draw', async () => {
    for (const capacity of [1, 10, 30]) {
      const view = valueOf(await tablet.cut({ capacity }));
      const rows = rowsOf(view);
      for (const row of rows) {
        const check = row.controlled?.answer === 'check';
        expect(check).toBe(suspected(row.id));
        if (check) expect(['inspect', 'controlled']).toContain(row.lane);
        else expect(row.lane).not.toBe('controlled');
        if (check) expect(row.random).toBe(false);
      }
      expect(laneOf(view, 'inspect')?.lines).toBe((1500 * capacity) / 100);
    }
  });

  it('make sizes that follow the capacity and count every line once', async () => {
    for (const capacity of [1, 10, 30]) {
      const view = valueOf(await tablet.cut({ capacity }));
      const sizes = view.laneSizes[capacity - 1];
      for (const { lane, lines } of view.lanes) expect(sizes?.[lane]).toBe(lines);
      expect(view.lanes.reduce((sum, { lines }) => sum + lines, 0)).toBe(1500);
    }
  });

  it('are a lane and a filter: the filter shows suspected lines of every lane', async () => {
    const inLane = rowsOf(valueOf(await tablet.cut({ lane: 'controlled' })));
    expect(inLane.length).toBeGreaterThan(0);
    expect(inLane.every((row) => suspected(row.id) && row.lane === 'controlled')).toBe(true);
    const all = rowsOf(valueOf(await tablet.cut({ controlledOnly: true })));
    expect(all.length).toBe(SUSPECTED);
    expect(new Set(all.map((row) => row.lane))).toEqual(new Set(['inspect', 'controlled']));
  });

  it('of an older list still stand, and are counted as open until they are given anew', async () => {
    const before = valueOf(await tablet.cut());
    await installList(tablet.database, '1.1.0');
    const open = valueOf(await tablet.cut());
    expect(open.controlled?.answered).toBe(0);
    expect(laneOf(open, 'controlled')?.lines).toBe(laneOf(before, 'controlled')?.lines);
    await answerLines(tablet.database, () => ({ ground: 'no-sign' }), '1.1.0|1.0.0|1.0.0');
    const after = valueOf(await tablet.cut({ controlledOnly: true }));
    expect(after.controlled?.answered).toBe(1500);
    expect(after.order.length).toBe(0);
    await installList(tablet.database);
    await answerLines(tablet.database, say);
  });

  it('find their lines again when another file is imported', async () => {
    const more = new Tablet();
    await installList(more.database);
    valueOf(await more.import(csvFile([fileLine(10), fileLine(11)])));
    await answerLines(more.database, say, '1.0.0||');
    expect(valueOf(await more.cut()).controlled).toMatchObject({ model: false, answered: 2 });
    valueOf(await more.import(csvFile([fileLine(12), fileLine(20)])));
    const view = valueOf(await more.cut());
    expect([view.total, view.controlled?.answered]).toEqual([4, 2]);
    expect(rowsOf(view, more).map((row) => row.controlled?.answer ?? null)).toEqual([
      ...['check', 'cannot-tell', null, null],
    ]);
    more.remove();
  });
});

describe('without a risk model', () => {
  it('suspected lines have their lane all the same, and the rest waits for review', async () => {
    await installList(bare.database);
    await installControlledModel(bare.database);
    await answerLines(bare.database, say);
    const view = valueOf(await bare.cut());
    expect(view.pack).toBeNull();
    expect(view.lanes.map(({ lane, lines }) => [lane, lines])).toEqual([
      ['inspect', 0],
      ['controlled', SUSPECTED],
      ['review', 1500 - SUSPECTED],
      ['fast', 0],
    ]);
    expect(laneOf(view, 'controlled')?.noDocument).toBe(NO_DOCUMENT);
    const rows = rowsOf(valueOf(await bare.cut({ lane: 'controlled' })), bare);
    expect(rows.every((row) => row.probability === null && suspected(row.id))).toBe(true);
  });
});

describe('the exported list', () => {
  it('has the answer, the suspected code, its probability and the list in columns of their own', async () => {
    valueOf(await tablet.cut({ text: 'D00003' }));
    const { shown } = tablet.desk;
    if (!shown) throw new Error('nothing is shown');
    const blob = await exportRanked(shown, 'en', makeCall().call.signal);
    const [head = [], ...lines] = (await blob.text()).split('\r\n').map((line) => line.split(','));
    const first = head.indexOf('Controlled goods');
    expect(head[first + 2]).toContain('simulated');
    const said = new Map(lines.map((cells) => [cells[1], cells.slice(first, first + 5).join()]));
    const starter = '"1.0.0 (starter list, not the legal list)"';
    expect(said.get('D000030')).toBe(`Check this,,,${starter}`);
    expect(said.get('D000031')).toBe(`Cannot tell,,0.03,${starter}`);
    expect(said.get('D000032')).toBe(`Fits its declaration,,0.03,${starter}`);
    valueOf(await tablet.cut({ text: 'D000010' }));
    const again = await exportRanked(tablet.desk.shown ?? shown, 'ko', makeCall().call.signal);
    expect(await again.text()).toContain(
      '확인 필요,300490,0.625,"1.0.0 (시작용 목록, 법정 목록이 아님)"',
    );
    await installList(tablet.database, '1.1.0');
    valueOf(await tablet.cut({ text: 'D000010' }));
    const older = await exportRanked(tablet.desk.shown ?? shown, 'en', makeCall().call.signal);
    expect(await older.text()).toContain('1.0.0 (no longer in use)');
  });
});
