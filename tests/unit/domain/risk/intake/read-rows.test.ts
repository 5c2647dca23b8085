import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineAt, LINE_FIELDS } from '../../../../../src/domain/risk/declaration.ts';
import type { LineField } from '../../../../../src/domain/risk/declaration.ts';
import { DOCUMENTS_LIMIT } from '../../../../../src/domain/risk/intake/cell.ts';
import { KCS_HEADERS } from '../../../../../src/domain/risk/kcs-headers.ts';
import { mergeLines } from '../../../../../src/domain/risk/intake/merge-lines.ts';
import { openRowReader } from '../../../../../src/domain/risk/intake/read-rows.ts';
import type { ReadOptions } from '../../../../../src/domain/risk/intake/read-rows.ts';

const COLUMNS = LINE_FIELDS.map((field) => KCS_HEADERS[field]);
const REQUIRED: LineField[] = ['id', 'date', 'hs6', 'departure', 'origin', 'netMass', 'itemPrice'];

const GOOD: Record<LineField, string> = {
  ...(Object.fromEntries(LINE_FIELDS.map((field) => [field, ''])) as Record<LineField, string>),
  id: 'D1',
  date: '2021-03-09',
  hs6: '854231',
  departure: 'CN',
  origin: 'VN',
  netMass: '12.5',
  itemPrice: '1,000',
};

const row = (changes: Partial<Record<LineField, string>> = {}): string[] =>
  LINE_FIELDS.map((field) => ({ ...GOOD, ...changes })[field]);

function read(rows: readonly (readonly string[])[], options: Partial<ReadOptions> = {}) {
  const reader = openRowReader({
    columns: COLUMNS,
    mapping: KCS_HEADERS,
    required: REQUIRED,
    isKnown: () => false,
    chunkLines: 100,
    ...options,
  });
  rows.forEach((cells, i) => {
    reader.take(i + 2, cells);
  });
  return reader.finish();
}

describe('rows of a file', () => {
  it('become lines, with no value where a cell may be empty', () => {
    const { chunks, lines } = read([row()]);
    expect(lines).toBe(1);
    const line = chunks[0] && lineAt(chunks[0], 0);
    expect(line).toMatchObject({ id: 'D1', date: '2021-03-09', seller: '', itemPrice: 1000 });
    expect(line).toMatchObject({ taxRate: NaN, outcome: 'unknown' });
  });

  it.each([
    ['date', '9.3.2021', 'not-a-date'],
    ['netMass', '-1', 'negative'],
    ['netMass', '', 'empty'],
    ['itemPrice', 'free', 'not-a-number'],
    ['hs6', 'chips', 'not-an-hs-code'],
    ['origin', 'Korea', 'not-a-country'],
    ['taxRate', '99999', 'out-of-range'],
    ['importer', 'x'.repeat(100), 'too-long'],
    ['fraud', 'perhaps', 'out-of-range'],
  ] as const)('with a bad %s say where and why (%s)', (field, value, reason) => {
    const { lines, rejected, badCells } = read([row(), row({ id: 'D2', [field]: value })]);
    expect({ lines, rejected }).toEqual({ lines: 1, rejected: 1 });
    const column = KCS_HEADERS[field];
    expect(badCells).toEqual([{ line: 3, column, value: value.slice(0, 80), reason }]);
  });

  it('may have blanks where a cell may be empty, and only there', () => {
    const { chunks, lines } = read([row({ taxRate: ' ', seller: '  ' })]);
    expect(lines).toBe(1);
    expect(chunks[0] && lineAt(chunks[0], 0)).toMatchObject({ taxRate: NaN, seller: '' });
    expect(read([row({ netMass: ' ' })]).badCells[0]?.reason).toBe('empty');
  });

  it('whose numbers were rounded by a spreadsheet are refused', () => {
    const cells = [12_345_678_901_234_567_000, ...row().slice(1)];
    const reader = openRowReader({
      ...{ columns: COLUMNS, mapping: KCS_HEADERS, required: REQUIRED },
      ...{ isKnown: () => false, chunkLines: 100 },
    });
    reader.take(2, cells);
    reader.take(3, [9_007_199_254_740_991, ...row().slice(1)]);
    const { lines, badCells } = reader.finish();
    expect(lines).toBe(1);
    expect(badCells).toMatchObject([{ line: 2, column: KCS_HEADERS.id, reason: 'digits-lost' }]);
  });

  it('that cannot be told into cells are listed and counted', () => {
    const reader = openRowReader({
      ...{ columns: COLUMNS, mapping: KCS_HEADERS, required: REQUIRED },
      ...{ isKnown: () => false, chunkLines: 100 },
    });
    reader.refuse(7, 'x'.repeat(100), 'stray-quote');
    const { rejected, badCells } = reader.finish();
    expect(rejected).toBe(1);
    expect(badCells).toEqual([
      { line: 7, column: '', value: 'x'.repeat(80), reason: 'stray-quote' },
    ]);
  });

  it('with several bad cells list them all and count once', () => {
    const { rejected, badCells } = read([row({ date: '', netMass: 'heavy' })]);
    expect(rejected).toBe(1);
    expect(badCells.map((cell) => cell.column)).toEqual(['Date', 'Net Mass']);
  });

  it('that are short or long are refused; empty cells too many are not', () => {
    const { lines, badCells } = read([row().slice(0, 5), [...row(), 'x'], [...row(), '', ' ']]);
    expect(lines).toBe(1);
    expect(badCells.map((cell) => cell.reason)).toEqual(['too-few-columns', 'too-many-columns']);
  });

  it('bring their goods text, in one line and cut, beside the declared code', () => {
    const { goods, lines, rejected } = read(
      [
        row({ goods: ' PLASTIC \n  CASE ' }),
        row({ id: 'D2' }),
        row({ id: 'D3', goods: `${'가'.repeat(299)}😀`, hs6: '3926.90' }),
        row({ id: 'D4', goods: 'not kept', date: 'bad' }),
        row({ id: 'D5', goods: '<b>gift</b>' }),
      ],
      { chunkLines: 2 },
    );
    expect({ lines, rejected }).toEqual({ lines: 4, rejected: 1 });
    expect(goods).toEqual([
      { ids: ['D1'], texts: ['PLASTIC CASE'], declared: ['854231'] },
      {
        ids: ['D3', 'D5'],
        texts: ['가'.repeat(299), '<b>gift</b>'],
        declared: ['392690', '854231'],
      },
    ]);
  });

  it('bring their documents and the ten digits of their code, which the line cuts to six', () => {
    const { chunks, goods, papers } = read(
      [
        row({ documents: ' 수입신고필증 \n No. 7 ', hs6: '8542.31-1000', goods: 'chips' }),
        row({ id: 'D2' }),
        row({ id: 'D3', documents: 'x'.repeat(5000), hs6: '85423110' }),
        row({ id: 'D4', documents: 'not kept', date: 'bad' }),
      ],
      { chunkLines: 2 },
    );
    expect(chunks[0] && lineAt(chunks[0], 0).hs6).toBe('854231');
    expect(goods[0]?.declared).toEqual(['854231']);
    const stated = true;
    expect(papers).toEqual([
      {
        ...{ stated, ids: ['D1', 'D2'] },
        ...{ codes: ['8542311000', '854231'], documents: ['수입신고필증; No. 7', ''] },
      },
      { stated, ids: ['D3'], codes: ['854231'], documents: ['x'.repeat(DOCUMENTS_LIMIT)] },
    ]);
  });

  it('of a file without a column for documents bring only the codes that were cut', () => {
    const others = Object.entries(KCS_HEADERS).filter(([field]) => field !== 'documents');
    const mapping = Object.fromEntries(others);
    const rows = [row({ documents: 'passed over' }), row({ id: 'D2', hs6: '854231-1000' })];
    expect(read(rows, { mapping }).papers).toEqual([
      { stated: false, ids: ['D2'], codes: ['8542311000'], documents: [''] },
    ]);
  });

  it('may end before their goods text and documents, which are optional', () => {
    const optional = new Set<LineField>(['goods', 'documents']);
    const order = LINE_FIELDS.toSorted((a, b) => Number(optional.has(a)) - Number(optional.has(b)));
    const columns = order.map((field) => KCS_HEADERS[field]);
    const cells = order.filter((field) => !optional.has(field)).map((field) => GOOD[field]);
    const { lines, goods, papers } = read([cells], { columns });
    expect(lines).toBe(1);
    expect(goods).toEqual([{ ids: [], texts: [], declared: [] }]);
    expect(papers).toMatchObject([{ stated: true, documents: [''] }]);
  });

  it('that are empty are passed over', () => {
    expect(read([['']]).rejected).toBe(0);
    expect(read([row({}).map(() => ' ')]).rejected).toBe(0);
  });

  it('that repeat a number are counted and named', () => {
    const { repeated } = read([row(), row(), row({ id: 'D2' }), row({ id: 'D1', date: 'bad' })]);
    expect(repeated).toEqual({ count: 2, first: ['D1'] });
  });

  it('whose number is known are left out', () => {
    const isKnown = (id: string): boolean => id === 'D1';
    const { lines, known } = read([row(), row({ id: 'D2' })], { isKnown });
    expect({ lines, known }).toEqual({ lines: 1, known: { count: 1, first: ['D1'] } });
  });

  it.each([
    ['0', '0', 'nothing'],
    ['1', '1', 'fraud'],
    ['1', '2', 'critical'],
    ['1', '', 'fraud'],
    ['', '', 'unknown'],
    ['', '2', 'critical'],
  ])('with fraud %j and critical %j were found to be %s', (fraud, critical, outcome) => {
    const { chunks } = read([row({ fraud, critical })]);
    expect(chunks[0] && lineAt(chunks[0], 0).outcome).toBe(outcome);
  });

  it('stay the same lines however they are cut into chunks', () => {
    const line = fc.record({
      seller: fc.constantFrom('', 'S1', 'S2', 'S3'),
      netMass: fc.nat(1000).map(String),
      date: fc.constantFrom('2021-01-01', '2021-02-03', '2020-12-31', 'bad'),
    });
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 40 }),
        fc.integer({ min: 1, max: 9 }),
        (all, size) => {
          const rows = all.map((changes, n) => row({ ...changes, id: `D${n}` }));
          const { chunks, lines } = read(rows, { chunkLines: size });
          const merged = mergeLines(chunks);
          const good = all.flatMap((changes, n) =>
            changes.date === 'bad' ? [] : [{ ...changes, id: `D${n}` }],
          );
          expect(merged.length).toBe(good.length);
          expect(lines).toBe(good.length);
          good.forEach((expected, i) => {
            const netMass = Number(expected.netMass);
            expect(lineAt(merged, i)).toMatchObject({ ...expected, netMass });
          });
        },
      ),
    );
  });
});
