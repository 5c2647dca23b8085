import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { openControlledList } from '../../../../src/domain/controlled/controlled-list.ts';
import {
  CODE_LIMIT,
  ListReader,
  ROW_LIMIT,
  type CheckedList,
  type ReaderOptions,
} from '../../../../src/domain/controlled/list-reader.ts';
import { RequirementFile } from '../../../../src/domain/controlled/requirement.ts';
import type { Cell } from '../../../../src/domain/risk/intake/cell.ts';

const HEADER = ['HSK', '근거법령', '확인기관', '구비서류', '대상물품', '시행일', '종료일', '근거'];
const GOOD: readonly Cell[] = [
  ...['3004.90', '약사법', '식품의약품안전처', '표준통관예정보고서', '', '2020-01-01', ''],
  '통합공고 별표',
];

/** The good row with some cells changed. */
function row(changes: Readonly<Record<number, Cell>>): Cell[] {
  return GOOD.map((cell, at) => changes[at] ?? cell);
}

function check(
  rows: readonly (readonly Cell[])[],
  header: readonly string[] = HEADER,
  options: Partial<ReaderOptions> = {},
): CheckedList {
  const reader = new ListReader({ today: '2026-11-22', isKnown: null, ...options });
  for (const [at, cells] of [header, ...rows].entries()) reader.take(at + 1, cells);
  return reader.finish();
}

describe('a good list', () => {
  it('becomes a table of requirements in force from its days on', () => {
    const list = check([GOOD, row({ 0: 8517, 4: '무선기기', 5: 45292, 6: '20251231', 7: '-' })]);
    expect(list.problems).toEqual([]);
    const opened = openControlledList(JSON.stringify(list.file));
    expect(opened.standing).toBe('administration');
    expect(opened.checked).toBe('2026-11-22');
    expect(opened.rows[0]).toEqual({
      hs: '300490',
      law: { ko: '약사법', en: '약사법' },
      authority: { ko: '식품의약품안전처', en: '식품의약품안전처' },
      document: { ko: '표준통관예정보고서', en: '표준통관예정보고서' },
      condition: null,
      effective_from: '2020-01-01',
      effective_to: null,
      citation: '통합공고 별표',
      last_verified: null,
    });
    expect(opened.coverage('8517130000', '2024-01-01').rows).toHaveLength(1);
    expect(opened.coverage('8517130000', '2026-01-01').rows).toEqual([]);
    expect(list).toMatchObject({ rows: 2, codes: 2, laws: ['약사법'], inForce: 1 });
  });

  it('may name its columns in English, with English names and the day someone verified it', () => {
    const header = [
      ...['HS prefix', 'Law', 'law_en', 'Authority', 'authority_en', 'Document', 'document_en'],
      ...[
        'Condition',
        'condition_en',
        'effective_from',
        'effective_to',
        'Citation',
        'Last verified',
      ],
    ];
    const cells = [
      ...[
        '3303',
        '화장품법',
        'Cosmetics Act',
        '식약처',
        'MFDS',
        '보고서',
        'Report',
        '향수',
        'Perfume',
      ],
      ...['2020-01-01', '2027-12-31', 'Art. 3', '2026-10-01'],
    ];
    expect(check([cells], header).file?.rows).toEqual([
      {
        hs: '3303',
        law: { ko: '화장품법', en: 'Cosmetics Act' },
        authority: { ko: '식약처', en: 'MFDS' },
        document: { ko: '보고서', en: 'Report' },
        condition: { ko: '향수', en: 'Perfume' },
        effective_from: '2020-01-01',
        effective_to: '2027-12-31',
        citation: 'Art. 3',
        last_verified: '2026-10-01',
      },
    ]);
  });

  it.each([
    [['세번부호', '법령', '요건확인기관', '요건서류', '적용시작일']],
    [['품목번호', '확인법령명', '요건승인기관명', '요건확인서류명', '적용시작일자']],
    [['HS', 'Act', 'Agency', 'Required document', 'Effective date']],
    [['hs_prefix', 'law', 'authority', 'document', 'Effective From']],
  ])('is known by the columns %s', (header) => {
    expect(check([['3004', '법', '기관', '서류', '2020-01-01']], header).file?.rows).toHaveLength(
      1,
    );
  });

  it('may have a title above its header, columns of its own and empty rows', () => {
    const reader = new ListReader({ today: '2026-11-22', isKnown: null });
    reader.take(1, ['2026년 세관장확인대상 목록']);
    reader.take(2, ['', '']);
    reader.take(3, ['연번', ...HEADER]);
    reader.take(4, ['1', ...row({ 0: 'x' })]);
    reader.take(5, ['', '  ', '']);
    reader.take(6, ['2', ...GOOD]);
    const { rows, problems } = reader.finish();
    expect(rows).toBe(2);
    expect(problems).toMatchObject([{ kind: 'not-a-code', line: 4, column: 'HSK', value: 'x' }]);
  });
});

describe('all goods of a code', () => {
  it.each(['', '-', '전체', '모두', 'all', ' ALL '])('are meant by the condition "%s"', (said) => {
    expect(check([row({ 4: said })]).file?.rows[0]?.condition).toBeNull();
  });

  it('are not meant by a condition that names some', () => {
    const [first] = check([row({ 4: '전체 길이 1미터 이상' })]).file?.rows ?? [];
    expect(first?.condition?.ko).toBe('전체 길이 1미터 이상');
  });

  it.each(['대상', '확인대상'])('are meant where a column %s says yes or no', (name) => {
    const header = HEADER.map((cell) => (cell === '대상물품' ? name : cell));
    expect(check([row({ 4: 'Y' })], header).file?.rows[0]?.condition).toBeNull();
  });
});

describe('one bad cell keeps the list out, and is named with its line and column:', () => {
  it.each([
    ['a code of letters', row({ 0: 'medicines' }), 'not-a-code', 'HSK', 'medicines'],
    ['a code of no digits', row({ 0: '' }), 'empty', 'HSK', ''],
    ['no law', row({ 1: ' ' }), 'empty', '근거법령', ''],
    ['no document but a dash', row({ 3: '-' }), 'empty', '구비서류', '-'],
    ['no first day', row({ 5: '' }), 'empty', '시행일', ''],
    [
      'a first day without an end of time',
      row({ 5: '9999-12-31' }),
      'not-a-date',
      '시행일',
      '9999-12-31',
    ],
    ['a day that is none', row({ 5: '2024-02-30' }), 'not-a-date', '시행일', '2024-02-30'],
    ['an end that is no day', row({ 6: 'later' }), 'not-a-date', '종료일', 'later'],
    [
      'an end before the start',
      row({ 6: '2019-12-31' }),
      'dates-reversed',
      '종료일',
      '2020-01-01 ~ 2019-12-31',
    ],
    ['a name too long', row({ 2: '가'.repeat(201) }), 'too-long', '확인기관', '가'.repeat(80)],
    ['a cell too many', [...GOOD, '더'], 'too-many-columns', '', '더'],
    ['a row cut short', GOOD.slice(0, 5), 'empty', '시행일', ''],
  ] as const)('%s', (_, bad, kind, column, value) => {
    const list = check([GOOD, bad, row({ 0: '8517' })]);
    expect(list.problems).toEqual([{ kind, line: 3, column, value, other: null }]);
    expect(list).toMatchObject({ file: null, rows: 3, errors: 1, warnings: 0 });
  });

  it('a row that starts and ends on one day is right', () => {
    expect(check([row({ 6: '2020-01-01' })]).errors).toBe(0);
  });

  it('a stray quotation mark', () => {
    const reader = new ListReader({ today: '2026-11-22', isKnown: null });
    reader.take(1, HEADER);
    reader.refuse(2, '3004,"약사법"x,');
    const { file, problems } = reader.finish();
    expect(file).toBeNull();
    expect(problems).toMatchObject([{ kind: 'stray-quote', line: 2, value: '3004,"약사법"x,' }]);
  });

  it('a row that stands there twice', () => {
    const list = check([GOOD, row({ 0: '8517' }), GOOD]);
    expect(list.file).toBeNull();
    expect(list.problems).toMatchObject([{ kind: 'repeated', line: 4, other: 2 }]);
  });
});

describe('what may be right is a warning, and the list is taken:', () => {
  const isKnown = (code: string) => ['3004', '300490', '0302'].includes(code);

  it('a code that the nomenclature does not have', () => {
    const list = check([GOOD, row({ 0: '8599.00' })], HEADER, { isKnown });
    expect(list.file?.rows).toHaveLength(2);
    expect(list).toMatchObject({ codes: 2, unknownCodes: 1 });
    expect(list.problems).toMatchObject([
      { kind: 'unknown-code', line: 3, column: 'HSK', value: '8599.00' },
    ]);
  });

  it('but not one that a zero in front would not mend', () => {
    expect(check([row({ 0: 302 })], HEADER, { isKnown }).file?.rows[0]?.hs).toBe('0302');
    const list = check([row({ 0: '85130' })], HEADER, { isKnown });
    expect(list.problems).toMatchObject([{ kind: 'not-a-code', value: '85130' }]);
  });

  it('overlaps and gaps, with both lines', () => {
    const list = check([
      row({ 6: '2021-12-31' }),
      row({ 5: '2021-06-01', 6: '2022-12-31' }),
      row({ 5: '2024-01-01' }),
    ]);
    expect(list).toMatchObject({ errors: 0, warnings: 2 });
    expect(list.file?.rows).toHaveLength(3);
    expect(list.problems).toEqual([
      { kind: 'overlap', line: 3, column: '시행일', value: '2021-06-01', other: 2 },
      { kind: 'gap', line: 4, column: '시행일', value: '2023-01-01 ~ 2023-12-31', other: 3 },
    ]);
  });
});

it('errors come before warnings, and no more than 1,000 are named while all are counted', () => {
  const bad = Array.from({ length: 1500 }, () => row({ 0: 'x' }));
  const overlap = [row({ 6: '2022-01-01' }), row({ 5: '2021-01-01' })];
  const some = check([...overlap, row({ 0: 'x' })]);
  expect(some.problems.map(({ kind }) => kind)).toEqual(['not-a-code', 'overlap']);
  const many = check([...overlap, ...bad]);
  expect(many).toMatchObject({ errors: 1500, warnings: 1, rows: 1502 });
  expect(many.problems).toHaveLength(1000);
});

it('a list without rows is no list', () => {
  expect(check([])).toMatchObject({ file: null, rows: 0, errors: 0 });
});

it('a table without the columns of a list is given up, not searched to its end', () => {
  const reader = new ListReader({ today: '2026-11-22', isKnown: null });
  const taken = Array.from({ length: 20 }, (_, n) => reader.take(n + 1, ['name', 'price']));
  expect(taken.at(-1)).toBe('header-unknown');
  expect(reader.met).toBe('no-header');
});

it('formulas, markup and names of objects stay the text they are', () => {
  const texts = ['=HYPERLINK("x")', '<img src=x onerror=alert(1)>', '__proto__', '@SUM(A1)'];
  const list = check(texts.map((text) => row({ 1: text, 3: text })));
  expect(list.file?.rows.map(({ law }) => law.ko)).toEqual(texts);
  expect(list.laws).toEqual(texts);
});

/** A list as long as one may be, in a shuffled order: two following rows of each requirement. */
function longList(rows: number): Cell[][] {
  return Array.from({ length: rows }, (_, n) => {
    const at = (n * 7919) % rows;
    const code = String(1_000_000_000 + (at >> 1) * 10);
    return at % 2 === 0 ? row({ 0: code, 6: '2022-12-31' }) : row({ 0: code, 5: '2023-01-01' });
  });
}

it('100,000 rows are checked in seconds, also where all are rows of one requirement', () => {
  const begun = performance.now();
  const apart = check(longList(ROW_LIMIT));
  expect(apart).toMatchObject({ rows: ROW_LIMIT, codes: 50_000, errors: 0, warnings: 0 });
  expect(v.is(RequirementFile, apart.file)).toBe(true);
  const same = check(Array.from({ length: ROW_LIMIT }, () => GOOD));
  expect(same.errors, 'repeated, and too many of a code').toBe(ROW_LIMIT);
  // One list takes about half a second; both within what a slow tablet would take for one.
  expect(performance.now() - begun).toBeLessThan(20_000);
}, 60_000);

describe('papers of one code', () => {
  const papers = (count: number): Cell[][] =>
    Array.from({ length: count }, (_, n) => row({ 0: '30', 3: `수입허가서 ${n}호` }));

  it('may be many', () => {
    expect(check(papers(CODE_LIMIT)).file?.rows).toHaveLength(CODE_LIMIT);
  });

  it('keep the list out where no line could be held against all of them; said once a code', () => {
    const list = check([...papers(CODE_LIMIT + 50), GOOD]);
    expect(list.file).toBeNull();
    const line = CODE_LIMIT + 2;
    expect(list.problems).toMatchObject([{ kind: 'too-many-of-code', line, value: '30' }]);
  });
});

it('a row past the limit is named, and nothing behind it is read', () => {
  const reader = new ListReader({ today: '2026-11-22', isKnown: null });
  reader.take(1, HEADER);
  for (const [at, cells] of longList(ROW_LIMIT).entries()) reader.take(at + 2, cells);
  expect(reader.take(ROW_LIMIT + 2, row({ 0: '9999' }))).toBe('too-many-rows');
  const { file, problems } = reader.finish();
  expect(file).toBeNull();
  expect(problems).toMatchObject([{ kind: 'too-many-rows', line: ROW_LIMIT + 2 }]);
}, 60_000);
