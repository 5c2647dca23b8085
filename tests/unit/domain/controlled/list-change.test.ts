import { expect, it } from 'vitest';
import { fallsByHalf, lawsGone, listSize } from '../../../../src/domain/controlled/list-change.ts';
import type { RequirementRow } from '../../../../src/domain/controlled/requirement.ts';

const row = (hs: string, ko: string, en = ko, to: string | null = null): RequirementRow => ({
  ...{ hs, law: { ko, en }, authority: { ko: '가람협회', en: 'Garam' } },
  ...{ document: { ko: '보고서', en: 'Report' }, condition: null, citation: '' },
  ...{ effective_from: '2020-01-01', effective_to: to, last_verified: null },
});

it('laws that the new list does not name are gone, those with most rows first', () => {
  const from = [row('3304', '화장품법'), row('8517', '전파법'), row('8525', '전파법')];
  expect(lawsGone(from, [row('3004', '약사법')])).toEqual([
    { ko: '전파법', en: '전파법' },
    { ko: '화장품법', en: '화장품법' },
  ]);
});

it('a law stays under its name in either language, however it is spaced', () => {
  const from = [
    row('8517', '전파법', 'Radio Waves Act'),
    row('3808', '생활 화학법', 'Biocides Act'),
  ];
  expect(lawsGone(from, [row('8517', 'RADIO WAVES ACT'), row('3808', '생활화학법')])).toEqual([]);
});

it('half of the rows, of the laws or of what is in force today is much', () => {
  const before = listSize(
    ['3304', '3305', '8517', '8525'].map((hs) =>
      row(hs, hs.startsWith('33') ? '화장품법' : '전파법'),
    ),
    '2026-11-22',
  );
  expect(before).toEqual({ rows: 4, codes: 4, laws: 2, inForce: 4 });
  expect(fallsByHalf(before, before)).toBe(false);
  expect(fallsByHalf(before, { ...before, rows: 3, codes: 1, inForce: 3 })).toBe(false);
  expect(fallsByHalf(before, { ...before, rows: 2 })).toBe(true);
  expect(fallsByHalf(before, { ...before, laws: 1 })).toBe(true);
  const ended = [row('3304', '화장품법', 'x', '2021-12-31')];
  expect(fallsByHalf(before, { ...before, ...listSize(ended, '2026-11-22'), rows: 4 })).toBe(true);
});
