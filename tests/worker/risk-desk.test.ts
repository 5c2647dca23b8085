import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskView, DeskRow } from '../../src/contracts/risk.ts';
import type { Decision } from '../../src/contracts/events.ts';
import { appendEvent } from '../../src/platform/database/event-log.ts';
import { openCase } from '../../workers/risk/case.ts';
import { exportRanked } from '../../workers/risk/export-ranked.ts';
import { readRows } from '../../workers/risk/rows.ts';
import {
  csvFile,
  fileLine,
  installRiskPack,
  makeCall,
  Tablet,
  valueOf,
  type FileLine,
} from './risk-workshop.ts';

/** 1,500 lines of a January and a February; some goods and routes the pack has never seen. */
const LINES: FileLine[] = Array.from({ length: 1500 }, (_, n) =>
  fileLine(n, {
    date: `2021-0${(n % 2) + 1}-${String((n % 28) + 1).padStart(2, '0')}`,
    netMass: n % 10 === 0 ? '0' : String(10 + (n % 400)),
    ...(n % 7 === 0 ? { importer: '=HYPERLINK("x")', seller: 'Ärger, "Söhne"' } : {}),
  }),
);

const tablet = new Tablet();
const bare = new Tablet();
beforeAll(async () => {
  await installRiskPack(tablet.database);
  valueOf(await tablet.import(csvFile(LINES)));
  valueOf(await bare.import(csvFile(LINES)));
});
afterAll(() => {
  tablet.remove();
  bare.remove();
});

function rowsOf(view: DeskView, desk = tablet.desk): DeskRow[] {
  const { shown } = desk;
  if (!shown) throw new Error('nothing is shown');
  return readRows(shown, view.order);
}

const sumLines = (view: DeskView): number => view.lanes.reduce((sum, lane) => sum + lane.lines, 0);

let lastId = 0;
function decide(id: string, decision: Decision): Promise<unknown> {
  const context = {
    ...{ actor: 'officer', device: 'tablet', now: () => new Date() },
    newId: () => `T${(lastId += 1)}`,
  };
  const body = { decision, remark: '', seen: null };
  return appendEvent(tablet.database, context, { kind: 'decision-recorded', subject: id, body });
}

describe('without a model', () => {
  it('the list shows no score, puts all lines into review and none on the fast track', async () => {
    const view = valueOf(await bare.cut());
    expect(view.fault?.code).toBe('model-missing');
    expect(view.pack).toBeNull();
    expect(view.curve).toEqual([]);
    expect(view.lanes.map((lane) => [lane.lane, lane.lines, lane.fraud])).toEqual([
      ['inspect', 0, null],
      ['controlled', 0, null],
      ['review', 1500, null],
      ['fast', 0, null],
    ]);
    const rows = rowsOf(view, bare.desk);
    expect(rows.every((row) => row.probability === null && row.lane === 'review')).toBe(true);
    expect(rows.every((row) => row.rank === 0 && !row.random && row.topReason === null)).toBe(true);
  });

  it('can still be filtered, sorted and decided on', async () => {
    const view = valueOf(await bare.cut({ sort: 'price', text: 'd0001' }));
    expect(view.order.length).toBe(100);
    const prices = rowsOf(view, bare.desk).map((row) => row.itemPrice);
    expect(prices).toEqual([...prices].sort((a, b) => b - a));
  });
});

describe('the ranked list', () => {
  it('stands by risk and says which pack ranked it', async () => {
    const view = valueOf(await tablet.cut());
    expect(view).toMatchObject({
      total: 1500,
      fault: null,
      pack: { id: 'risk', version: '1.0.0' },
    });
    expect(view.span).toEqual({ first: '2021-01-01', last: '2021-02-28' });
    const rows = rowsOf(view);
    expect(rows.map((row) => row.rank)).toEqual(rows.map((_, i) => i + 1));
    const risks = rows.map((row) => row.probability ?? NaN);
    // Ranked by log-odds: where they differ in their last bits only, probabilities may tie.
    risks.forEach((risk, i) => expect(risk).toBeLessThanOrEqual((risks[i - 1] ?? 1) + 1e-6));
  });

  it('puts the top of the capacity into inspection and every line into one lane', async () => {
    for (const capacity of [1, 10, 30]) {
      const view = valueOf(await tablet.cut({ capacity }));
      expect(view.lanes[0]).toMatchObject({ lane: 'inspect', lines: (1500 * capacity) / 100 });
      expect(sumLines(view)).toBe(1500);
      expect(view.curve.length).toBe(30);
      expect(view.laneSizes[capacity - 1]?.inspect).toBe(view.lanes[0]?.lines);
    }
  });

  it('never sends a never-seen pattern through the fast track', async () => {
    const rows = rowsOf(valueOf(await tablet.cut({ lane: 'fast' })));
    expect(rows.filter((row) => row.novel)).toEqual([]);
    const novel = rowsOf(valueOf(await tablet.cut({ novelOnly: true })));
    expect(novel.length).toBeGreaterThan(0);
    expect(novel.every((row) => row.novel && row.lane !== 'fast')).toBe(true);
  });

  it('keeps the same lines drawn at random when it is cut again', async () => {
    const first = valueOf(await tablet.cut({ randomOnly: true }));
    tablet.desk.forget();
    const second = valueOf(await tablet.cut({ randomOnly: true }));
    expect(second.order).toEqual(first.order);
    expect(second.revision).not.toBe(first.revision);
  });

  it('ranks the lines of a period among themselves', async () => {
    const view = valueOf(await tablet.cut({ from: '2021-02-01', to: '2021-02-28' }));
    expect(view.total).toBe(750);
    const rows = rowsOf(view);
    expect(rows.every((row) => row.date.startsWith('2021-02'))).toBe(true);
    expect(rows[0]?.rank).toBe(1);
    expect(view.lanes[0]?.lines).toBe(75);
  });

  it('finds lines by number, goods, importer or seller, in either case', async () => {
    const byNumber = rowsOf(valueOf(await tablet.cut({ text: ' d000042 ' })));
    expect(byNumber.map((row) => row.id)).toEqual(['D000042']);
    const byImporter = rowsOf(valueOf(await tablet.cut({ text: 'imp3' })));
    expect(byImporter.length).toBeGreaterThan(50);
    expect(byImporter.every((row) => row.importer === 'IMP3')).toBe(true);
    const bySeller = rowsOf(valueOf(await tablet.cut({ text: 'sel12' })));
    expect(bySeller.every((row) => row.seller === 'SEL12')).toBe(true);
    const byName = rowsOf(valueOf(await tablet.cut({ text: 'toys', hs6In: ['950300'] })));
    expect(byName.length).toBe(500);
    expect(byName.every((row) => row.hs6 === '950300')).toBe(true);
  });

  it('shows what all chosen filters leave', async () => {
    const view = valueOf(await tablet.cut({ origin: 'VN', office: '11', lane: 'review' }));
    for (const row of rowsOf(view)) {
      expect(row).toMatchObject({ origin: 'VN', office: '11', lane: 'review' });
    }
    expect(view.origins).toEqual(['CN', 'JP', 'VN']);
    expect(view.offices).toEqual(['10', '11', '12', '13', '14']);
  });

  it('opens a group of similar lines as a filter', async () => {
    const view = valueOf(await tablet.cut({ capacity: 30 }));
    const [group] = view.groups;
    if (!group) throw new Error('no group');
    const rows = rowsOf(valueOf(await tablet.cut({ capacity: 30, group: group.id })));
    expect(rows.length).toBe(group.lines);
    const { hs6, departure, origin } = group;
    for (const row of rows) expect(row).toMatchObject({ hs6, departure, origin, lane: 'inspect' });
    expect(valueOf(await tablet.cut({ group: 'gone' })).order.length).toBe(0);
  });

  it('gives every row of the screen its weightiest reason', async () => {
    const rows = rowsOf(valueOf(await tablet.cut())).slice(0, 20);
    for (const row of rows) expect(row.topReason?.weight).toBeTypeOf('number');
  });

  it('changes its revision only when rows may have changed', async () => {
    const first = valueOf(await tablet.cut());
    expect(valueOf(await tablet.cut({ text: 'x' })).revision).toBe(first.revision);
    expect(valueOf(await tablet.cut({ capacity: 11 })).revision).not.toBe(first.revision);
  });
});

describe('decisions', () => {
  it('are respected at once: the next undecided line moves on', async () => {
    const before = valueOf(await tablet.cut());
    const [first] = rowsOf(before);
    expect(before.next).toBe(first?.handle);
    await decide(first?.id ?? '', 'inspect');
    const after = valueOf(await tablet.cut());
    expect(after.next).toBe(before.order[1]);
    expect(rowsOf(after)[0]?.decision?.decision).toBe('inspect');
    expect(after.lanes[0]?.decided).toBe(1);
    const open = valueOf(await tablet.cut({ undecidedOnly: true }));
    expect(open.order.length).toBe(1499);
    expect(open.next).toBe(before.order[1]);
  });
});

describe('a case', () => {
  it('carries the line, its reasons that add up, and earlier lines like it', async () => {
    const view = valueOf(await tablet.cut());
    const { shown } = tablet.desk;
    if (!shown) throw new Error('nothing is shown');
    const opened = valueOf(openCase(shown, view.order[3] ?? 0));
    const { explanation, row, line, similar } = opened;
    if (!explanation) throw new Error('no explanation');
    const sum = explanation.reasons.reduce(
      (total, reason) => total + reason.weight,
      explanation.base,
    );
    expect(sum).toBeCloseTo(explanation.logit, 6);
    expect(explanation.probability).toBeCloseTo(row.probability ?? NaN, 4);
    expect(line.id).toBe(row.id);
    expect(opened.pack).toEqual({ id: 'risk', version: '1.0.0', made: '2021-04-01' });
    expect(similar.total).toBeGreaterThan(0);
    expect(similar.lines.every((other) => other.handle !== row.handle)).toBe(true);
    expect(similar.lines.every((other) => other.date <= row.date)).toBe(true);
    expect(openCase(shown, 10_000)).toMatchObject({ ok: false, fault: { code: 'not-found' } });
  });
});

describe('the exported list', () => {
  it('stands in list order, with words of the locale and no live formula', async () => {
    const view = valueOf(await tablet.cut({ text: 'hyperlink' }));
    const { shown } = tablet.desk;
    if (!shown) throw new Error('nothing is shown');
    for (const [locale, first] of [
      ['ko', '순위'],
      ['en', 'Rank'],
    ] as const) {
      const blob = await exportRanked(shown, locale, makeCall().call.signal);
      const bytes = new Uint8Array(await blob.arrayBuffer());
      expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      const lines = (await blob.text()).split('\r\n');
      expect(lines[0]?.startsWith(first)).toBe(true);
      expect(lines[0]).toMatch(locale === 'ko' ? /신고가격 .*위험 모델$/ : /Price .*Risk model$/);
      expect(lines.join('\n')).not.toMatch(/\.\d{6}/);
      expect(lines.length).toBe(view.order.length + 2);
      const ids = lines.slice(1, -1).map((text) => text.split(',')[1]);
      expect(ids).toEqual(rowsOf(view).map((row) => row.id));
      expect(lines[1]).toContain(`"'=HYPERLINK(""x"")"`);
      expect(lines[1]).toContain(`"Ärger, ""Söhne"""`);
    }
  });

  it('names the lanes as the office does, and as the app does where the office gave no name', async () => {
    const names = {
      inspect: { ko: '=개장', en: 'Open it' },
      review: { ko: '', en: '' },
      fast: { ko: '', en: '' },
    };
    const context = {
      ...{ actor: 'officer', device: 'tablet', now: () => new Date() },
      newId: () => `T${(lastId += 1)}`,
    };
    await appendEvent(tablet.database, context, {
      ...{ kind: 'settings-changed', subject: 'risk' },
      body: { settings: { 'risk.lanes': names } },
    });
    valueOf(await tablet.cut());
    const { shown } = tablet.desk;
    if (!shown) throw new Error('nothing is shown');
    const korean = await (await exportRanked(shown, 'ko', makeCall().call.signal)).text();
    expect(korean).toContain("'=개장");
    const lanes = korean.split('\r\n').map((line) => line.split(',')[5]);
    expect(lanes).toContain('검토');
    expect(lanes).not.toContain('검사');
    const english = await (await exportRanked(shown, 'en', makeCall().call.signal)).text();
    expect(english).toContain('Open it');
    expect(english).toContain('Review');
  });
});
