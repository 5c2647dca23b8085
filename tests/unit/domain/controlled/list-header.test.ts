import { expect, it } from 'vitest';
import { ListReader } from '../../../../src/domain/controlled/list-reader.ts';

const HEADER = ['세번', '법령', '기관명', '서류', '시행일'];
const open = (): ListReader => new ListReader({ today: '2026-11-22', isKnown: null });

it('says which columns it needs and did not find, by the row that names most of them', () => {
  const reader = open();
  expect(reader.missing).toEqual(['hs', 'law', 'authority', 'document', 'effective_from']);
  reader.take(1, ['2026년 목록']);
  reader.take(2, HEADER.with(1, '요건'));
  reader.take(3, ['3304', '화장품법', '가람협회', '보고서', '2020-01-01']);
  expect(reader.missing).toEqual(['law']);
});

it('drops marks that turn the direction of writing: no name reads as another one', () => {
  const reader = open();
  reader.take(1, HEADER);
  const law = '\u2067약사\u2069법\u202e';
  reader.take(2, ['\u202d3004.90\u202c', law, '식약처', '보고서', '2020-01-01']);
  const { file, problems, laws } = reader.finish();
  expect(problems).toEqual([]);
  expect(file?.rows[0]).toMatchObject({ hs: '300490', law: { ko: '약사법' } });
  expect(laws).toEqual(['약사법']);
});
