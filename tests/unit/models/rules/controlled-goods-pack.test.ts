import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { controlledList } from '../../../../src/domain/controlled/controlled-list.ts';
import { GoldenRequirements, listDisagreements } from '../../../../src/domain/controlled/golden.ts';
import {
  RequirementFile,
  type RequirementRow,
} from '../../../../src/domain/controlled/requirement.ts';
import { readHsTable } from '../../../../src/domain/hs/nomenclature-text.ts';

const models = new URL('../../../../models/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, models), 'utf8');
const pack = 'rules/kr-controlled-goods/v1/';
const file = v.parse(RequirementFile, JSON.parse(read(`${pack}requirements.json`)));
const golden = v.parse(GoldenRequirements, JSON.parse(read(`${pack}golden.json`)));
const list = controlledList(file);
const subheadings = readHsTable(read('nomenclature/v1/hs6.tsv')).codes;

const DAY_MS = 86_400_000;
/** HS 2022 in Korea. Codes of HS 2017 that it dropped are on the list up to the day before. */
const HS_2022 = '2022-01-01';

const shift = (day: string, by: number): string =>
  new Date(Date.parse(day) + by * DAY_MS).toISOString().slice(0, 10);
const label = ({ hs, law, document, effective_from }: RequirementRow): string =>
  `${hs} ${law.ko} ${document.ko} (${effective_from})`;
const covers = (row: RequirementRow, day: string): boolean =>
  list.coverage(row.hs, day).rows.includes(row);
const sameRequirement = (row: RequirementRow): string =>
  `${row.hs} ${row.law.ko} ${row.document.ko}`;

describe('every row of the starter list', () => {
  it('is in force on its first day and not on the day before', () => {
    const wrong = file.rows.filter(
      (row) => !covers(row, row.effective_from) || covers(row, shift(row.effective_from, -1)),
    );
    expect(wrong.map(label)).toEqual([]);
  });

  it('is in force on its last day and not on the day after', () => {
    const wrong = file.rows.filter((row) => {
      const last = row.effective_to;
      return last !== null && (!covers(row, last) || covers(row, shift(last, 1)));
    });
    expect(wrong.map(label)).toEqual([]);
  });

  it('is still in force a year after the list was written where it has no last day', () => {
    const open = file.rows.filter((row) => row.effective_to === null);
    expect(open.filter((row) => !covers(row, shift(file.checked, 365))).map(label)).toEqual([]);
  });

  it('begins on or after the first day that the list speaks of, and ends after it begins', () => {
    const wrong = file.rows.filter(
      ({ effective_from, effective_to }) =>
        effective_from < '2020-01-01' || (effective_to !== null && effective_to < effective_from),
    );
    expect(wrong.map(label)).toEqual([]);
  });

  it('names a code of the nomenclature, or ends with the edition that had the code', () => {
    const known = new Set(subheadings);
    const unknown = file.rows.filter(
      ({ hs, effective_to }) =>
        !known.has(hs) && !(effective_to !== null && effective_to < HS_2022),
    );
    expect(unknown.map(label)).toEqual([]);
  });

  it('is written for a heading or a subheading', () => {
    expect(file.rows.filter(({ hs }) => hs.length !== 4 && hs.length !== 6).map(label)).toEqual([]);
  });

  it('has its names in both languages, each in its own script', () => {
    const wrong = file.rows.filter(({ law, authority, document, condition }) =>
      [law, authority, document, ...(condition === null ? [] : [condition])].some(
        ({ ko, en }) => !/\p{Script=Hangul}/u.test(ko) || !/^\P{Script=Hangul}+$/u.test(en),
      ),
    );
    expect(wrong.map(label)).toEqual([]);
  });

  it('cites its law and claims no check that nobody made', () => {
    const wrong = file.rows.filter(
      ({ law, citation, last_verified }) => !citation.startsWith(law.ko) || last_verified !== null,
    );
    expect(wrong.map(label)).toEqual([]);
  });
});

describe('the starter list as a whole', () => {
  it('says no requirement of a code twice on one day, nor again for a part of the code', () => {
    const twice = file.rows.filter((row) => {
      const days = [row.effective_from, row.effective_to ?? file.checked];
      return days.some((day) => {
        const { rows } = list.coverage(row.hs, day);
        const same = rows.filter(
          ({ law, document }) => law.ko === row.law.ko && document.ko === row.document.ko,
        );
        return same.length !== 1;
      });
    });
    expect(twice.map(label)).toEqual([]);
  });

  it('leaves no day between two rows of the same requirement', () => {
    const gaps = file.rows.filter((row) => {
      const before = file.rows.filter(
        (other) =>
          sameRequirement(other) === sameRequirement(row) &&
          other.effective_from < row.effective_from,
      );
      const follows = before.some(
        ({ effective_to }) =>
          effective_to !== null && shift(effective_to, 1) === row.effective_from,
      );
      return before.length > 0 && !follows;
    });
    expect(gaps.map(label)).toEqual([]);
  });

  it('carries goods over from HS 2017 to HS 2022: phones, cameras, drones, lamps, electrical waste', () => {
    const controlled = (code: string, day: string): boolean => list.touches(code, day);
    const moved = [
      ['851712', '851713'],
      ['852580', '852589'],
      ['853950', '853952'],
      ['854810', '854921'],
      ['940540', '940542'],
      ['284440', '284443'],
      ['340220', '340250'],
      ['240399', '240411'],
    ] as const;
    const wrong = moved.filter(
      ([before, after]) =>
        !controlled(before, '2021-12-31') ||
        controlled(before, HS_2022) ||
        controlled(after, '2021-12-31') ||
        !controlled(after, HS_2022),
    );
    expect(wrong).toEqual([]);
  });

  it('asks for the paper of the law in force on the day: in vitro diagnostics, refrigerants', () => {
    const laws = (code: string, day: string): string[] =>
      list.coverage(code, day).rows.map(({ law }) => law.ko);
    expect(laws('382200', '2020-04-30')).toEqual(['의료기기법']);
    expect(laws('382200', '2020-05-01')).toEqual(['체외진단의료기기법']);
    expect(laws('290345', '2023-04-18')).toEqual([]);
    expect(laws('290345', '2023-04-19')).toEqual([
      '오존층 보호 등을 위한 특정물질의 관리에 관한 법률',
    ]);
  });

  it('leaves neighbours of controlled goods uncovered', () => {
    const open = ['850423', '851680', '851779', '852990', '901814', '281122', '340290', '950691'];
    expect(open.filter((code) => list.touches(code, file.checked))).toEqual([]);
  });

  it('covers between a quarter and a half of the subheadings', () => {
    const six = subheadings.filter((code) => code.length === 6);
    const covered = six.filter((code) => list.coverage(code, file.checked).rows.length > 0);
    expect(covered.length / six.length).toBeGreaterThan(0.25);
    expect(covered.length / six.length).toBeLessThan(0.5);
  });
});

describe('the golden cases of the starter list', () => {
  it('agree with it', () => {
    expect(listDisagreements(list, golden)).toEqual([]);
  });

  it('hold codes that are on the list and codes that are not', () => {
    const empty = golden.cases.filter(({ rows }) => rows.length === 0);
    expect(empty.length).toBeGreaterThan(20);
    expect(golden.cases.length - empty.length).toBeGreaterThan(80);
  });

  it('catch a case that says otherwise than the list', () => {
    const changed = { code: '850423', day: '2024-05-01', rows: ['850423 수입허가서'] };
    const wrong = { ...golden, cases: [changed, ...golden.cases] };
    expect(listDisagreements(list, wrong)).toEqual(['850423 2024-05-01']);
  });
});
