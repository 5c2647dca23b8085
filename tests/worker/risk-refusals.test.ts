import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportRequest } from '../../src/contracts/risk.ts';
import {
  csvFile,
  csvText,
  faultOf,
  fileLine,
  fileLines,
  makeCall,
  tableOf,
  Tablet,
  valueOf,
} from './risk-workshop.ts';
import { workbook, zipFile } from './zip-archive.ts';

let tablet: Tablet;
beforeEach(async () => {
  tablet = new Tablet();
  valueOf(await tablet.import(csvFile(fileLines(5))));
});
afterEach(() => tablet.remove());

/** Imports a file that must be refused, and sees that the tablet holds what it held before. */
async function refused(file: Blob, changes: Partial<ImportRequest> = {}) {
  const before = await tablet.contents();
  const result = await tablet.import(file, changes);
  expect(await tablet.contents()).toEqual(before);
  expect((await tablet.lines.read()).table.length).toBe(5);
  if (result.ok) throw new Error('was imported');
  return result.fault;
}

/** As big as it says, but nothing of it can be read. */
class HugeFile extends File {
  override get size(): number {
    return 2 ** 30;
  }
  override slice(): Blob {
    throw new Error('was read');
  }
}

const text = (...parts: BlobPart[]): File => new File(parts, 'week.csv');

describe('a file that is no table is refused and changes nothing:', () => {
  const files: [string, () => Promise<File> | File, string][] = [
    ['an empty file', () => text(''), 'file-empty'],
    ['a file of spaces and line ends', () => text('  \r\n\r\n '), 'file-empty'],
    ['a header alone', () => text(csvText(tableOf([]))), 'file-empty'],
    ['a file of 1 GB', () => new HugeFile([], 'year.csv'), 'file-too-large'],
    ['a web page', () => text('<!doctype html><table>'), 'file-not-a-table'],
    ['JSON', () => text('[{"id": 1}]'), 'file-not-a-table'],
    ['a picture', () => text(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2])), 'file-not-a-table'],
    ['an old workbook', () => text(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])), 'file-not-a-table'],
    ['bytes', () => text(new Uint8Array(3000).map((_, i) => i % 251)), 'file-not-a-table'],
    ['a letter', () => text('Dear officer\nplease find\nenclosed\n'), 'file-not-a-table'],
    ['a few columns', () => text('a,b,c\n1,2,3\n'), 'file-not-a-table'],
    ['a zip of pictures', () => zipFile({ 'cat.txt': 'cat' }), 'file-not-a-table'],
    ['a broken workbook', () => text(new Uint8Array([0x50, 0x4b, 3, 4, 0])), 'file-unreadable'],
  ];
  for (const [name, make, code] of files) {
    it(name, async () => {
      expect((await refused(await make())).code).toBe(code);
    });
  }

  it('a workbook cut off in the middle', async () => {
    const whole = await workbook(fileLines(50));
    expect((await refused(whole.slice(0, whole.size / 2))).code).toBe('file-unreadable');
  });

  it('a workbook whose sheet is no sheet', async () => {
    const file = await zipFile({ 'xl/workbook.xml': '<workbook>', '_rels/.rels': 'x' });
    expect((await refused(file)).code).toBe('file-unreadable');
  });
});

describe('a table is refused and changes nothing', () => {
  it('when it repeats a number, and says which', async () => {
    const lines = [fileLine(10), fileLine(11), fileLine(10), fileLine(11), fileLine(11)];
    const fault = await refused(csvFile(lines));
    expect(fault).toEqual({ code: 'ids-repeated', facts: { count: 3, ids: 'D000010, D000011' } });
  });

  it('when it holds numbers that are here already, unless they are to be left as they are', async () => {
    const file = csvFile([fileLine(3, { netMass: '999' }), fileLine(20)]);
    const fault = await refused(file);
    expect(fault).toEqual({ code: 'ids-known', facts: { count: 1, ids: 'D000003', new: 1 } });
    const report = valueOf(await tablet.import(file, { known: 'skip' }));
    expect(report).toMatchObject({ lines: 1, skipped: 1 });
    const { table, handles } = await tablet.lines.read();
    expect(table.quantity.netMass[handles.get('D000003') ?? -1]).toBe(13);
  });

  it('when the very same file was imported before', async () => {
    const fault = await refused(csvFile(fileLines(5)), { known: 'skip' });
    expect(fault.code).toBe('file-already-imported');
    expect(fault.facts?.['name']).toBe('week.csv');
  });

  it('when none of its rows is good', async () => {
    const fault = await refused(csvFile([fileLine(8, { date: '?' }), fileLine(9, { hs6: '?' })]));
    expect(fault).toMatchObject({ code: 'no-good-rows', facts: { rejected: 2, line: 2 } });
  });

  it('when a quotation mark is opened and never closed', async () => {
    const rows = csvText(tableOf([fileLine(7), fileLine(8), fileLine(9)]));
    const fault = await refused(text(rows.replace('IMP8', '"IMP8')));
    expect(fault).toEqual({ code: 'file-unreadable', facts: { line: 3 } });
  });

  it('when a quotation mark is stray in its header', async () => {
    const rows = csvText(tableOf([fileLine(7)]));
    const fault = await refused(text(rows.replace('Date', '"Date" x')));
    expect(fault).toEqual({ code: 'file-unreadable', facts: { line: 1 } });
  });

  it('when its letters are of no encoding that can be told for certain', async () => {
    const bytes = new TextEncoder().encode(csvText(tableOf(fileLines(9))));
    const broken = Uint8Array.from([...bytes.slice(0, -30), 0xff, ...bytes.slice(-30)]);
    expect((await refused(text(broken))).code).toBe('file-not-a-table');
  });

  it('when the columns asked for are not in it', async () => {
    const mapping = { id: 'No such column' };
    expect((await refused(csvFile([fileLine(30)]), { mapping })).code).toBe('header-unknown');
  });

  it('when the tablet is full', async () => {
    const stop = refuseWrites(tablet);
    const fault = await refused(csvFile([fileLine(30)]));
    stop();
    expect(fault.code).toBe('storage-full');
    valueOf(await tablet.import(csvFile([fileLine(30)])));
  });
});

/** The browser's own refusal for want of room, at the last write of an import. */
function refuseWrites({ database }: Tablet): () => void {
  const full = (): never => {
    throw new DOMException('no room', 'QuotaExceededError');
  };
  database.chunks.hook('creating', full);
  return () => database.chunks.hook('creating').unsubscribe(full);
}

describe('an import that is cancelled leaves nothing behind', () => {
  for (const stage of ['checking', 'storing'] as const) {
    it(`while ${stage}`, async () => {
      const before = await tablet.contents();
      const lines = Array.from({ length: 20_000 }, (_, n) => fileLine(n + 100));
      const { call, controller } = makeCall((step) => {
        if (step.stage === stage) controller.abort();
      });
      const result = await tablet
        .import(csvFile(lines), {}, call)
        .catch((error: unknown) => (call.signal.aborted ? null : Promise.reject(error)));
      if (result) expect(faultOf(result)).toBe('cancelled');
      expect(await tablet.contents()).toEqual(before);
      expect((await tablet.lines.read()).table.length).toBe(5);
      valueOf(await tablet.import(csvFile(lines)));
    });
  }
});
