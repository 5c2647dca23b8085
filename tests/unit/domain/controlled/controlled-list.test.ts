import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  controlledList,
  openControlledList,
} from '../../../../src/domain/controlled/controlled-list.ts';
import { missingDocuments } from '../../../../src/domain/controlled/documents.ts';
import { goldenOf, listDisagreements } from '../../../../src/domain/controlled/golden.ts';
import type { RequirementFile } from '../../../../src/domain/controlled/requirement.ts';
import { type RequirementRow } from '../../../../src/domain/controlled/requirement.ts';

function row(hs: string, from: string, to: string | null, document = '수입허가서'): RequirementRow {
  return {
    hs,
    law: { ko: '약사법', en: 'Pharmaceutical Affairs Act' },
    authority: { ko: '식품의약품안전처', en: 'Ministry of Food and Drug Safety' },
    document: { ko: document, en: `Import permit ${document.length}` },
    condition: null,
    effective_from: from,
    effective_to: to,
    citation: '',
    last_verified: null,
  };
}

function listOf(rows: RequirementRow[]): RequirementFile {
  return {
    format: 1,
    id: 'kr-controlled-goods',
    standing: 'administration',
    checked: '2026-01-01',
    rows,
  };
}

const codesOf = (rows: readonly RequirementRow[]): string[] => rows.map(({ hs }) => hs);

describe('a list of controlled goods', () => {
  const list = controlledList(
    listOf([
      row('3004', '2020-01-01', null),
      row('300490', '2022-01-01', '2023-06-30', '검사증명서'),
      row('85', '2021-03-01', null),
    ]),
  );

  it('covers a code by every row written for it or for what it belongs to', () => {
    expect(codesOf(list.coverage('3004909900', '2022-05-01').rows)).toEqual(['3004', '300490']);
    expect(codesOf(list.coverage('8517130000', '2022-05-01').rows)).toEqual(['85']);
    expect(list.coverage('3003100000', '2022-05-01').rows).toEqual([]);
  });

  it('does not take a code for its neighbour with the same first digits', () => {
    expect(list.coverage('300', '2022-05-01').rows).toEqual([]);
    expect(codesOf(list.coverage('300449', '2022-05-01').rows)).toEqual(['3004']);
  });

  it('names rows of parts of a code apart from those that cover all of it', () => {
    const { rows, below } = list.coverage('3004', '2022-05-01');
    expect([codesOf(rows), codesOf(below)]).toEqual([['3004'], ['300490']]);
    expect(list.touches('30', '2022-05-01')).toBe(true);
    expect(list.touches('31', '2022-05-01')).toBe(false);
  });

  it('counts the first and the last day of a row as in force, and no day beside them', () => {
    const inForce = (day: string): boolean =>
      codesOf(list.coverage('300490', day).rows).includes('300490');
    expect(['2021-12-31', '2022-01-01', '2023-06-30', '2023-07-01'].map(inForce)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('says from which day it speaks', () => {
    expect(list.firstDay).toBe('2020-01-01');
  });

  it('refuses a text that is no list, and a code with an odd number of digits', () => {
    expect(() => openControlledList('{"format":2}')).toThrow();
    const odd = JSON.stringify(listOf([row('300', '2020-01-01', null)]));
    expect(() => openControlledList(odd)).toThrow();
  });
});

describe('golden cases made of a list that an administration brings', () => {
  it('agree with the list they were made of, whatever its rows', () => {
    const file = listOf([
      row('3004', '2020-01-01', null),
      row('3004', '2021-01-01', '2021-12-31'),
      row('30', '2019-05-05', '9999-12-31', '검사증명서'),
      row('3004909900', '2020-02-29', '2020-02-29'),
    ]);
    expect(listDisagreements(controlledList(file), goldenOf(file))).toEqual([]);
  });

  it('take the days on which a row begins and ends, and the days beside them', () => {
    const { cases } = goldenOf(listOf([row('3004', '2020-03-01', '2021-12-31')]));
    expect(cases.map(({ day, rows }) => `${day} ${rows.length}`)).toEqual([
      '2020-02-29 0',
      '2020-03-01 1',
      '2021-12-31 1',
      '2022-01-01 0',
    ]);
  });

  it('catch a list whose row was lost or ends on another day', () => {
    const rows = [row('3004', '2020-03-01', '2021-12-31'), row('8517', '2020-03-01', null)];
    const golden = goldenOf(listOf(rows));
    const lost = controlledList(listOf(rows.slice(1)));
    expect(listDisagreements(lost, golden)).toEqual(['3004 2020-03-01', '3004 2021-12-31']);
    const longer = controlledList(
      listOf([row('3004', '2020-03-01', '2022-01-01'), ...rows.slice(1)]),
    );
    expect(listDisagreements(longer, golden)).toEqual(['3004 2022-01-01']);
  });

  it('stay at 200 for the longest list, spread over all of it', () => {
    const rows = Array.from({ length: 5000 }, (_, index) =>
      row(String(1000 + index), '2020-01-01', null),
    );
    const { cases } = goldenOf(listOf(rows));
    expect(cases).toHaveLength(200);
    expect(cases.at(-1)?.code.slice(0, 2)).toBe('59');
  });
});

describe('a document on a line', () => {
  const either = row('8516', '2020-01-01', null, '안전인증서 또는 안전확인신고증명서');

  it('is enough where a row names two of which one is needed', () => {
    expect(missingDocuments([either], '전기용품 안전확인신고증명서 XU07-1234')).toEqual([]);
    expect(missingDocuments([either], '전기용품 안전 인증서(사본)')).toEqual([]);
    expect(missingDocuments([either], '원산지증명서')).toEqual([either]);
  });

  it('is not taken from a word too short to name one', () => {
    const permit = row('9303', '2020-01-01', null, '수입허가서 또는 신고서');
    expect(missingDocuments([permit], '보세운송 신고서')).toEqual([permit]);
    expect(missingDocuments([permit], '수입허가서 또는 신고서 2024-1')).toEqual([]);
  });

  it('is not the one asked for when only the law is named', () => {
    expect(missingDocuments([either], '전기용품 및 생활용품 안전관리법')).toEqual([either]);
  });
});

describe('the starter list', () => {
  it('opens, and says that it is a starter', () => {
    const path = '../../../../models/rules/kr-controlled-goods/v1/requirements.json';
    const list = openControlledList(readFileSync(new URL(path, import.meta.url), 'utf8'));
    expect(list.standing).toBe('starter');
    expect(list.firstDay).toBe('2020-01-01');
  });
});
