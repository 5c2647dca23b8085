import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareSpans, type PlacedRow } from '../../../../src/domain/controlled/list-spans.ts';
import type { RequirementRow } from '../../../../src/domain/controlled/requirement.ts';
import { dateOf, dayOf } from '../../../../src/domain/risk/declaration.ts';

const both = (name: string) => ({ ko: name, en: name });

function placed(
  line: number,
  from: string,
  to: string | null,
  changes: Partial<RequirementRow> = {},
): PlacedRow {
  const row = {
    ...{ hs: '3004', law: both('약사법'), authority: both('협회'), document: both('예정보고서') },
    ...{ condition: null, effective_from: from, effective_to: to, citation: '제42조' },
    ...{ last_verified: null, ...changes },
  };
  return { row, line };
}

const found = (rows: readonly PlacedRow[]) =>
  compareSpans(rows, '시행일').map(({ kind, line, other, value }) => ({
    kind,
    line,
    other,
    value,
  }));

describe('rows of one requirement', () => {
  it('may follow each other day by day, in any order of the file', () => {
    const rows = [
      placed(2, '2024-01-01', null),
      placed(3, '2020-01-01', '2022-06-30'),
      placed(4, '2022-07-01', '2023-12-31'),
    ];
    expect(found(rows)).toEqual([]);
  });

  it('overlap where both are in force on one day, and both lines are named', () => {
    const rows = [placed(2, '2020-01-01', '2023-12-31'), placed(9, '2023-12-31', null)];
    expect(found(rows)).toEqual([{ kind: 'overlap', line: 9, other: 2, value: '2023-12-31' }]);
  });

  it('overlap with a row that ends later than the one between them', () => {
    const rows = [
      placed(2, '2020-01-01', '2029-12-31'),
      placed(3, '2021-01-01', '2021-12-31'),
      placed(4, '2025-01-01', null),
    ];
    expect(found(rows)).toEqual([
      { kind: 'overlap', line: 3, other: 2, value: '2021-01-01' },
      { kind: 'overlap', line: 4, other: 2, value: '2025-01-01' },
    ]);
  });

  it('leave a gap where days lie between them, and the days are named', () => {
    const rows = [placed(2, '2020-01-01', '2023-12-31'), placed(7, '2024-02-01', null)];
    const value = '2024-01-01 ~ 2024-01-31';
    expect(found(rows)).toEqual([{ kind: 'gap', line: 7, other: 2, value }]);
  });

  it('leave a gap of a single day', () => {
    const rows = [placed(2, '2024-01-01', '2024-02-28'), placed(3, '2024-03-01', null)];
    expect(found(rows)).toEqual([
      { kind: 'gap', line: 3, other: 2, value: '2024-02-29 ~ 2024-02-29' },
    ]);
  });

  it('are repeated where days and authority are the same', () => {
    const rows = [placed(2, '2024-01-01', null), placed(5, '2024-01-01', null)];
    expect(found(rows)).toEqual([{ kind: 'repeated', line: 5, other: 2, value: '3004' }]);
  });
});

it('another code, law, document or kind of goods is another requirement', () => {
  const rows = [
    placed(2, '2024-01-01', null),
    placed(3, '2024-01-01', null, { hs: '300490' }),
    placed(4, '2024-01-01', null, { law: both('마약류 관리에 관한 법률') }),
    placed(5, '2024-01-01', null, { document: both('허가서') }),
    placed(6, '2024-01-01', null, { condition: both('동물용') }),
  ];
  expect(found(rows)).toEqual([]);
});

it('days in two rows or in none are found exactly where they are, whatever the days', () => {
  const spans = fc.array(fc.tuple(fc.nat(40), fc.nat(10)), { minLength: 1, maxLength: 8 });
  const start = dayOf('2024-01-01') ?? 0;
  fc.assert(
    fc.property(spans, (list) => {
      const rows = list.map(([from, length], n) =>
        placed(n + 2, dateOf(start + from), dateOf(start + from + length)),
      );
      const covering = Array.from({ length: 60 }, (_, day) =>
        list.filter(([from, length]) => from <= day && day <= from + length),
      );
      const first = covering.findIndex((rowsOfDay) => rowsOfDay.length > 0);
      const last = covering.findLastIndex((rowsOfDay) => rowsOfDay.length > 0);
      const kinds = found(rows).map(({ kind }) => kind);
      const twice = covering.some((rowsOfDay) => rowsOfDay.length > 1);
      expect(kinds.some((kind) => kind !== 'gap')).toBe(twice);
      const uncovered = covering.slice(first, last).some((rowsOfDay) => rowsOfDay.length === 0);
      expect(kinds.includes('gap')).toBe(uncovered);
    }),
  );
});
