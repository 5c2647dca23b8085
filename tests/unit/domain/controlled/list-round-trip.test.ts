import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { placeColumns, LIST_COLUMNS } from '../../../../src/domain/controlled/list-columns.ts';
import { openControlledList } from '../../../../src/domain/controlled/controlled-list.ts';
import { ListReader } from '../../../../src/domain/controlled/list-reader.ts';
import { readRecords } from '../../../../src/domain/tables/csv-records.ts';
import { listCsv } from '../../../../src/features/controlled/list-csv.ts';
import { listImportMessages } from '../../../../src/i18n/messages/list-import.ts';

const STARTER = new URL(
  '../../../../models/rules/kr-controlled-goods/v1/requirements.json',
  import.meta.url,
);
const LOCALES = ['ko', 'en'] as const;

it.each(LOCALES)('every column of the form that the app shows is known (%s)', (locale) => {
  const { columns } = listImportMessages[locale];
  const names = LIST_COLUMNS.map((column) => columns[column]);
  expect([...placeColumns(names).keys()]).toEqual(LIST_COLUMNS);
});

it.each(LOCALES)('the shipped list, downloaded and read again, is the same list (%s)', (locale) => {
  const { rows } = openControlledList(readFileSync(STARTER, 'utf8'));
  const text = listCsv(rows, listImportMessages[locale].columns)
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n');
  const reader = new ListReader({ today: '2026-11-22', isKnown: null });
  for (const { line, cells } of readRecords(text, ',', true).rows) reader.take(line, cells ?? []);
  const { file, problems } = reader.finish();
  expect(problems).toEqual([]);
  expect(file?.rows).toEqual(rows);
});
