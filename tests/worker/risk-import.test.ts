import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findBreak } from '../../src/domain/events/chain.ts';
import { lineAt } from '../../src/domain/risk/declaration.ts';
import { KCS_HEADERS } from '../../src/domain/risk/kcs-headers.ts';
import { readDeclaredGoods } from '../../src/platform/database/goods.ts';
import { readLog } from '../../src/platform/database/event-log.ts';
import {
  csvFile,
  csvText,
  encodeKorean,
  encodeWide,
  fileLine,
  fileLines,
  makeCall,
  tableOf,
  Tablet,
  valueOf,
} from './risk-workshop.ts';
import { workbook } from './zip-archive.ts';

let tablet: Tablet;
beforeEach(() => {
  tablet = new Tablet();
});
afterEach(() => tablet.remove());

const KOREAN = {
  ...KCS_HEADERS,
  id: '신고번호',
  hs6: '품목번호',
  origin: '원산지',
  netMass: '순중량(kg)',
};

/** The fourth line as it must come out, whatever file it came in. */
const FOURTH = {
  ...fileLine(3),
  fraud: undefined,
  critical: undefined,
  outcome: 'nothing',
  taxRate: 8,
  netMass: 13,
  itemPrice: 100_030,
};

describe('a file of declarations', () => {
  const text = csvText(tableOf(fileLines(30), KOREAN));
  const rows = (delimiter: string, end?: string): string =>
    csvText(tableOf(fileLines(30), KOREAN), delimiter, end);
  const forms: [string, BlobPart[]][] = [
    ['UTF-8', [text]],
    ['UTF-8 with a byte order mark', ['\ufeff', text]],
    ['EUC-KR', [encodeKorean(text)]],
    ['UTF-16, as Excel saves Unicode text', [encodeWide(rows('\t'))]],
    ['semicolons', [rows(';')]],
    ['tabs', [rows('\t')]],
    ['line feeds alone', [rows(',', '\n')]],
    ['no line end at the end', [text.trimEnd()]],
    ['empty lines between and after', [text.replaceAll('\r\n', '\r\n\r\n')]],
  ];
  for (const [name, parts] of forms) {
    it(`is understood with ${name}`, async () => {
      const report = valueOf(await tablet.import(new File(parts, 'week.txt')));
      expect(report).toMatchObject({ lines: 30, rejected: 0, skipped: 0 });
      const { table } = await tablet.lines.read();
      expect(lineAt(table, 3)).toEqual(FOURTH);
    });
  }

  it('is understood as a workbook, with dates of its own and codes that lost their zero', async () => {
    const file = await workbook(fileLines(30));
    const outline = valueOf(await tablet.outline(file));
    expect(outline).toMatchObject({ format: 'xlsx', encoding: 'binary', delimiter: null });
    expect(outline.missing).toEqual([]);
    valueOf(await tablet.import(file));
    const { table } = await tablet.lines.read();
    expect(lineAt(table, 3)).toEqual(FOURTH);
  });

  it('brings its goods texts into the same transaction, to be found by declaration', async () => {
    const lines = fileLines(5000).map((line, n) => ({
      ...line,
      goods: n % 2 === 0 ? `스마트폰 ${n}, "USB-C"` : '',
    }));
    valueOf(await tablet.import(csvFile(lines)));
    const { database } = tablet;
    const chunks = await database.goodsTexts.toArray();
    expect(chunks.map(({ ids }) => ids.length)).toEqual([2048, 452]);
    expect(await readDeclaredGoods(database, 'D004998')).toEqual({
      ...{ text: '스마트폰 4998, "USB-C"', declared: '010121' },
    });
    expect(await readDeclaredGoods(database, 'D004999')).toBeUndefined();
  });

  it('keeps letters whole that fall on the border between two pieces', async () => {
    const lines = Array.from({ length: 60_000 }, (_, n) => fileLine(n, { importer: `무역${n}가` }));
    valueOf(await tablet.import(csvFile(lines)));
    const { table } = await tablet.lines.read();
    const wrong = table.code.importer.values.filter((name) => !/^무역\d+가$/.test(name));
    expect(wrong).toEqual([]);
    expect(table.length).toBe(60_000);
  });

  it('takes in 20,000 lines and tells how far it is', async () => {
    const told: string[] = [];
    const { call } = makeCall((step) => told.push(step.stage));
    const report = valueOf(await tablet.import(csvFile(fileLines(20_000)), {}, call));
    expect(report).toMatchObject({ lines: 20_000, rejected: 0 });
    expect(told).toContain('checking');
    expect(told).toContain('storing');
    const batch = await tablet.database.batches.get(report.batch);
    expect(batch).toMatchObject({ lines: 20_000, firstDate: '2021-01-01', lastDate: '2021-01-28' });
    const fresh = new Tablet(tablet.database.name);
    const { table } = await fresh.lines.read();
    expect(table.length).toBe(20_000);
    expect(lineAt(table, 19_999).id).toBe('D019999');
    fresh.database.close();
  });
});

describe('bad rows', () => {
  it('are listed with line, column, value and reason, and the good ones still work', async () => {
    const lines = [
      fileLine(1),
      fileLine(2, { date: '09/03/2021' }),
      fileLine(3, { netMass: '-4' }),
      fileLine(4, { hs6: 'unknown', origin: 'Korea' }),
      fileLine(5, { itemPrice: '1.234,5' }),
      fileLine(6),
    ];
    const report = valueOf(await tablet.import(csvFile(lines)));
    expect(report).toMatchObject({ lines: 2, rejected: 4 });
    const bad = [
      { line: 3, column: 'Date', value: '09/03/2021', reason: 'not-a-date' },
      { line: 4, column: 'Net Mass', value: '-4', reason: 'negative' },
      { line: 5, column: 'HS6 Code', value: 'unknown', reason: 'not-an-hs-code' },
      { line: 5, column: 'Country of Origin', value: 'Korea', reason: 'not-a-country' },
      { line: 6, column: 'Item Price', value: '1.234,5', reason: 'not-a-number' },
    ];
    expect(report.badCells).toEqual(bad);
    expect((await tablet.database.rejected.get(report.batch))?.cells).toEqual(bad);
  });
});

describe('quotation marks', () => {
  it('that are stray make one bad row; the lines after it still work', async () => {
    const rows = csvText(tableOf(fileLines(6))).replace('IMP1,', '"foo" bar,');
    const quoted = rows.replace('IMP3,', '"IMP3",').replace('IMP4,', '"two\nlines",');
    const report = valueOf(
      await tablet.import(new File([quoted.replace('11,21,11,40,B5', '11,"21" x,11,40,B5')], 'w')),
    );
    expect(report).toMatchObject({ lines: 4, rejected: 2 });
    expect(report.badCells.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'stray-quote'],
      // Its line in the file: a cell above it holds a line end.
      [8, 'stray-quote'],
    ]);
    expect(report.badCells[0]?.value).toContain('D000001');
    const { table, handles } = await tablet.lines.read();
    expect([...handles.keys()]).toEqual(['D000000', 'D000002', 'D000003', 'D000004']);
    expect(lineAt(table, 2).importer).toBe('IMP3');
    expect(lineAt(table, 3).importer).toBe('two\nlines');
  });
});

describe('the places of lines', () => {
  it('are the same after a restart, though the clock was set back between two imports', async () => {
    valueOf(await tablet.import(csvFile([fileLine(1)])));
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2001-01-01') });
    valueOf(await tablet.import(csvFile([fileLine(2)])));
    vi.useRealTimers();
    const before = await tablet.lines.read();
    const restarted = new Tablet(tablet.database.name);
    const after = await restarted.lines.read();
    restarted.database.close();
    expect(before.table.id).toEqual(['D000001', 'D000002']);
    expect(after.table.id).toEqual(before.table.id);
    expect(after.version).toBe(before.version);
  });
});

describe('what is recorded', () => {
  it('is one event for the import and one for the columns, in an unbroken chain', async () => {
    valueOf(await tablet.import(csvFile(fileLines(10)), { remember: true }));
    const log = await readLog(tablet.database);
    expect(log.map((event) => event.kind)).toEqual(['declarations-imported', 'mapping-remembered']);
    expect(log[0]?.body).toMatchObject({ name: 'week.csv', lines: 10, rejected: 0, skipped: 0 });
    expect(log[0]?.actor).toBe('officer');
    expect(findBreak(log)).toBeUndefined();
  });

  it('lets the next file of the same header be read with the columns chosen by hand', async () => {
    const header = { ...KCS_HEADERS, id: 'Nr', hs6: 'Ware' };
    const file = (from: number): File =>
      new File([csvText(tableOf([fileLine(from), fileLine(from + 1)], header))], 'odd.csv');
    const outline = valueOf(await tablet.outline(file(0)));
    expect([...outline.missing].sort()).toEqual(['hs6', 'id']);
    const mapping = { ...outline.mapping, id: 'Nr', hs6: 'Ware' };
    valueOf(await tablet.import(file(0), { mapping, remember: true }));
    const second = valueOf(await tablet.outline(file(5)));
    expect(second.missing).toEqual([]);
    expect(second.mapping).toMatchObject({ id: 'Nr', hs6: 'Ware' });
  });
});

describe('two tabs on one tablet', () => {
  it('see each other’s imports and never take in one declaration twice', async () => {
    const other = new Tablet(tablet.database.name);
    valueOf(await other.cut());
    valueOf(await tablet.import(csvFile(fileLines(20))));
    expect(valueOf(await other.cut()).total).toBe(20);
    const both = await Promise.all([
      tablet.import(csvFile([fileLine(30), fileLine(31)])),
      other.import(csvFile([fileLine(31), fileLine(32)])),
    ]);
    expect(both.filter((result) => result.ok).length).toBe(1);
    expect(both.find((result) => !result.ok)).toMatchObject({ fault: { code: 'ids-known' } });
    for (const one of [tablet, other]) expect(valueOf(await one.cut()).total).toBe(22);
    other.database.close();
  });
});
