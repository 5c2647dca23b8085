import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { PackEntry } from '../../src/contracts/pack.ts';
import {
  openControlledList,
  type ControlledList,
} from '../../src/domain/controlled/controlled-list.ts';
import { GoldenRequirements, listDisagreements } from '../../src/domain/controlled/golden.ts';
import { HaechiDatabase } from '../../src/platform/database/database.ts';
import { installPackFiles } from '../../src/platform/packs/install.ts';
import { findPack } from '../../src/platform/packs/read.ts';
import { readList } from '../../workers/controlled/read-list.ts';
import { installPack } from './hs-workshop.ts';
import { makeTools } from './packs-workshop.ts';
import { csvText, encodeKorean, encodeWide, faultOf, makeCall, valueOf } from './risk-workshop.ts';
import { sheetFile, zipFile } from './zip-archive.ts';

const TODAY = '2026-11-22';

const HEADER = [
  '세번부호',
  '근거법령',
  '요건확인기관',
  '구비서류',
  '적용대상',
  '시행일',
  '종료일',
  '근거',
];
const MEDICINE = [
  ...['3004.90', '약사법', '식품의약품안전처', '표준통관예정보고서', '', '2020-01-01', ''],
  '통합공고',
];
const FISH = [
  ...['0302110000', '수산생물질병 관리법', '검역원', '검역증명서', '산 것, 날것', '2021-07-01'],
  ...['2027-12-31', '제27조; 고시'],
];
const RADIO = [
  ...['8517', '전파법', '국립전파연구원', '적합성평가 확인서', '"무선" 기기', '2019.1.1', ''],
  '제58조의2',
];
const ROWS = [HEADER, MEDICINE, FISH, RADIO];

let database: HaechiDatabase;
beforeEach(() => {
  database = new HaechiDatabase(`list-${crypto.randomUUID()}`);
});
afterEach(() => {
  database.close();
  indexedDB.deleteDatabase(database.name);
});

const file = (content: BlobPart, name = 'list.csv'): File => new File([content], name);
const csv = (rows: readonly (readonly string[])[]): File => file(csvText(rows));
const read = (list: File, today = TODAY) => readList(makeCall().call, database, list, today);

/** The review of a file that can be read, and the rows of its pack. */
async function reviewed(list: File) {
  const { review, pack } = valueOf(await read(list));
  const text = await pack?.files.get('requirements.json')?.text();
  return { review, pack, list: text === undefined ? undefined : openControlledList(text) };
}

/** As a spreadsheet keeps it: days as day numbers, and a code that lost its leading zero. */
function workbook(rows: readonly (readonly string[])[]): Promise<File> {
  const cell = (text: string, at: string): string => {
    const serial = Date.parse(text) / 86_400_000 + 25_569;
    if (/^\d{4}-\d{2}-\d{2}$/.test(text) && serial > 0)
      return `<c r="${at}" s="1"><v>${serial}</v></c>`;
    if (/^\d+$/.test(text)) return `<c r="${at}"><v>${Number(text)}</v></c>`;
    const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return text === '' ? '' : `<c r="${at}" t="inlineStr"><is><t>${safe}</t></is></c>`;
  };
  return sheetFile(
    rows.map((cells, row) => {
      const inner = cells.map((text, at) =>
        cell(text, `${String.fromCharCode(65 + at)}${row + 1}`),
      );
      return `<row r="${row + 1}">${inner.join('')}</row>`;
    }),
  );
}

describe('the same list is read from', () => {
  it.each<[string, () => File | Promise<File>]>([
    ['UTF-8 with commas', () => csv(ROWS)],
    ['UTF-8 with a byte order mark', () => file(`\ufeff${csvText(ROWS)}`)],
    ['UTF-8 with semicolons', () => file(csvText(ROWS, ';', '\n'))],
    ['EUC-KR with commas', () => file(encodeKorean(csvText(ROWS)))],
    ['EUC-KR with tabs', () => file(encodeKorean(csvText(ROWS, '\t')))],
    ['UTF-16 with tabs, as a spreadsheet saves it', () => file(encodeWide(csvText(ROWS, '\t')))],
    ['a workbook', () => workbook(ROWS)],
  ])('%s', async (_, make) => {
    const { review, list } = await reviewed(await make());
    expect(review).toMatchObject({ rows: 3, codes: 3, inForce: 3, errors: 0, warnings: 0 });
    expect(review.laws).toEqual(['약사법', '수산생물질병 관리법', '전파법']);
    expect(list?.rows.map(({ hs }) => hs)).toEqual(['300490', '0302110000', '8517']);
    expect(list?.rows[1]).toMatchObject({
      document: { ko: '검역증명서', en: '검역증명서' },
      condition: { ko: '산 것, 날것' },
      ...{ effective_from: '2021-07-01', effective_to: '2027-12-31', citation: '제27조; 고시' },
    });
    expect(list?.rows[2]?.condition?.ko).toBe('"무선" 기기');
    expect(list?.rows[2]?.effective_from).toBe('2019-01-01');
  });
});

describe('the pack made of a list', () => {
  /** Opens exactly this version and runs the cases that came with it. */
  async function golden(files: ReadonlyMap<string, Blob>): Promise<[ControlledList, string[]]> {
    const text = async (name: string): Promise<string> => (await files.get(name)?.text()) ?? '';
    const list = openControlledList(await text('requirements.json'));
    const cases = v.parse(GoldenRequirements, JSON.parse(await text('golden.json')));
    return [list, [...listDisagreements(list, cases)]];
  }

  it('names the day, the file and its size, and its cases hold', async () => {
    const { pack } = await reviewed(file(csvText(ROWS), '본청 목록 2026.csv'));
    if (!pack) throw new Error('no pack');
    expect(pack.entry).toMatchObject({
      ...{ id: 'kr-controlled-goods', kind: 'rules', version: '2026.1122.1', made: TODAY },
      source: { ko: '본청 목록 2026.csv', en: '본청 목록 2026.csv' },
      metrics: { rows: { value: 3 }, laws: { value: 3 } },
    });
    expect(v.is(PackEntry, pack.entry)).toBe(true);
    const [list, disagreements] = await golden(pack.files);
    expect(disagreements).toEqual([]);
    expect(list).toMatchObject({ standing: 'administration', checked: TODAY });
  });

  it('is installed like any other, and the next list of the day gets the next number', async () => {
    const tools = makeTools(database, fetch);
    const call = makeCall().call;
    for (const [at, rows] of [ROWS, ROWS.slice(0, 3), ROWS.slice(0, 2), ROWS].entries()) {
      const { pack } = await reviewed(csv(rows));
      if (!pack) throw new Error('no pack');
      expect(pack.entry.version).toBe(`2026.1122.${at + 1}`);
      valueOf(await installPackFiles(tools, pack.entry, pack.files, call));
      expect((await findPack(database, 'kr-controlled-goods'))?.version).toBe(pack.entry.version);
    }
  });

  it('never takes the number of a list that was at work and is gone', async () => {
    const tools = makeTools(database, fetch);
    const { pack } = await reviewed(csv(ROWS));
    if (!pack) throw new Error('no pack');
    valueOf(await installPackFiles(tools, pack.entry, pack.files, makeCall().call));
    await database.packs.clear();
    expect((await reviewed(csv(ROWS))).pack?.entry.version).toBe('2026.1122.2');
  });
});

describe('with the nomenclature on the tablet', () => {
  it('codes of it pass at every length, and others are named', async () => {
    await installPack(database, 'nomenclature');
    const codes = ['30', '3004', '300490', '85171300', '8517130000', '302', '8599', '3004909999'];
    const rows = codes.map((code) => [code, ...MEDICINE.slice(1)]);
    const { review, list } = await reviewed(csv([HEADER, ...rows]));
    expect(review.problems.map(({ kind, line, value }) => [kind, line, value])).toEqual([
      ['unknown-code', 8, '8599'],
      ['unknown-code', 9, '3004909999'],
    ]);
    expect(list?.rows[5]?.hs).toBe('0302');
  });

  it('one that cannot be opened says nothing and stops nothing', async () => {
    await installPack(database, 'nomenclature', () => new Blob(['broken']));
    const { review } = await reviewed(csv([HEADER, ['8599', ...MEDICINE.slice(1)]]));
    expect(review).toMatchObject({ errors: 0, warnings: 0 });
  });
});

/** As big as it says, but nothing of it can be read. */
class HugeFile extends File {
  override get size(): number {
    return 2 ** 27;
  }
  override slice(): Blob {
    throw new Error('was read');
  }
}

describe('a file that is no list is refused:', () => {
  it.each<[string, () => File | Promise<File>, string]>([
    ['an empty file', () => file(''), 'file-empty'],
    ['spaces and line ends', () => file(' \r\n \r\n'), 'file-empty'],
    ['a header alone', () => csv([HEADER]), 'file-empty'],
    ['a workbook with a header alone', () => workbook([HEADER]), 'file-empty'],
    ['128 MB', () => new HugeFile([], 'list.csv'), 'file-too-large'],
    ['bytes', () => file(new Uint8Array(3000).map((_, i) => i % 251)), 'file-not-a-table'],
    ['a PDF', () => file('%PDF-1.7\n%âãÏÓ\n', 'list.xlsx'), 'file-not-a-table'],
    ['a web page', () => file('<!doctype html><table>'), 'file-not-a-table'],
    ['a zip of pictures', () => zipFile({ 'cat.txt': 'cat' }), 'file-not-a-table'],
    ['a broken workbook', () => file(new Uint8Array([0x50, 0x4b, 3, 4, 0])), 'file-unreadable'],
    ['a letter', () => file('Dear officer\nplease find\nenclosed\n'), 'header-unknown'],
    ['a list without laws', () => csv(ROWS.map((row) => row.toSpliced(1, 1))), 'header-unknown'],
    [
      'a list without first days',
      () => csv(ROWS.map((row) => row.toSpliced(5, 1))),
      'header-unknown',
    ],
    ['a mark never closed', () => file(`${csvText(ROWS)}3004,"약사법`), 'file-unreadable'],
  ])('%s', async (_, make, code) => {
    expect(faultOf(await read(await make()))).toBe(code);
  });
});

describe('nothing is made of a list with an error, which is named with its line and column:', () => {
  const changed = (at: number, text: string): string[] => MEDICINE.with(at, text);
  it.each<[string, string[], object]>([
    ['a code', changed(0, '3004.9O'), { kind: 'not-a-code', column: '세번부호', value: '3004.9O' }],
    [
      'a day',
      changed(5, '2024-13-01'),
      { kind: 'not-a-date', column: '시행일', value: '2024-13-01' },
    ],
    ['reversed days', changed(6, '2019-12-31'), { kind: 'dates-reversed', column: '종료일' }],
    ['no law', changed(1, ''), { kind: 'empty', column: '근거법령', value: '' }],
    ['a cell too many', [...MEDICINE, '더'], { kind: 'too-many-columns', column: '' }],
    ['a very long cell', changed(3, '가'.repeat(9000)), { kind: 'too-long', column: '구비서류' }],
    ['a repeat', RADIO, { kind: 'repeated', other: 4 }],
  ])('%s', async (_, bad, problem) => {
    for (const list of [csv([...ROWS, bad]), await workbook([...ROWS, bad])]) {
      const { review, pack } = await reviewed(list);
      expect(review.problems).toMatchObject([{ line: 5, ...problem }]);
      expect(review).toMatchObject({ rows: 4, errors: 1 });
      expect(pack).toBeNull();
    }
  });

  it('a stray quotation mark costs its own line only', async () => {
    const text = `${csvText(ROWS)}3003,"약사법"x,기관,서류,,2020-01-01,,\r\nx,법,기관,서류,,2020-01-01,,\r\n`;
    const { review, pack } = await reviewed(file(text));
    expect(review.problems).toMatchObject([
      { kind: 'stray-quote', line: 5 },
      { kind: 'not-a-code', line: 6, value: 'x' },
    ]);
    expect(pack).toBeNull();
  });
});

it('an overlap and a gap are named with both lines, and the list can be taken', async () => {
  const { review, pack } = await reviewed(
    csv([
      ...ROWS,
      MEDICINE.with(0, '3003').with(6, '2022-12-31'),
      MEDICINE.with(0, '3003').with(5, '2024-01-01'),
      MEDICINE.with(5, '2026-01-01'),
    ]),
  );
  expect(review.problems).toMatchObject([
    { kind: 'gap', line: 6, other: 5, value: '2023-01-01 ~ 2023-12-31' },
    { kind: 'overlap', line: 7, other: 2, column: '시행일' },
  ]);
  expect(pack).not.toBeNull();
});

it('lines are those of the sheet, a title and empty rows counted', async () => {
  const bad = MEDICINE.with(0, 'x');
  // A spreadsheet writes every row as wide as the widest.
  const wide = (text: string): string[] => HEADER.map((_, at) => (at === 0 ? text : ''));
  const rows = [wide('2026년 목록'), wide(''), HEADER, MEDICINE, wide(''), wide(''), bad];
  for (const list of [csv(rows), await workbook(rows)]) {
    expect((await reviewed(list)).review.problems).toMatchObject([{ line: 7, value: 'x' }]);
  }
});

it('formulas and markup come through as the text they are', async () => {
  const texts = ['=HYPERLINK("http://x";"y")', '<script>alert(1)</script>', "'+cmd|' /C calc'!A0"];
  const rows = texts.map((text) => MEDICINE.with(1, text).with(3, text));
  for (const list of [csv([HEADER, ...rows]), await workbook([HEADER, ...rows])]) {
    expect((await reviewed(list)).list?.rows.map(({ law }) => law.ko)).toEqual(texts);
  }
});

it('100,000 rows are read in bounded time, and one more keeps the list out', async () => {
  const long = Array.from({ length: 100_000 }, (_, n) =>
    MEDICINE.with(0, String(1_000_000_000 + ((n * 7919) % 100_000) * 10)).join(','),
  );
  const text = `${HEADER.join(',')}\n${long.join('\n')}\n`;
  const begun = performance.now();
  const { review, pack } = valueOf(await read(file(text)));
  // About two seconds here, the making of the pack included.
  expect(performance.now() - begun).toBeLessThan(20_000);
  expect(review).toMatchObject({ rows: 100_000, codes: 100_000, errors: 0, warnings: 0 });
  expect(pack?.files.size).toBe(2);
  const more = valueOf(await read(file(`${text}8517,법,기관,서류,,2020-01-01,,\n`)));
  expect(more.review.problems).toMatchObject([{ kind: 'too-many-rows', line: 100_002 }]);
  expect(more.pack).toBeNull();
});

it('a cancelled reading ends as cancelled', async () => {
  const { call, controller } = makeCall();
  const reading = readList(call, database, csv(ROWS), TODAY);
  controller.abort();
  expect(faultOf(await reading)).toBe('cancelled');
});
