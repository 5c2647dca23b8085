import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { joinNames } from '../../../models/nomenclature/join-names.ts';
import { tellingFlags } from '../../../models/nomenclature/telling.ts';
import { writeHsTable, writeHskTable } from '../../../models/nomenclature/write-pack.ts';
import { PackManifest } from '../../../src/contracts/pack.ts';
import { openNomenclature } from '../../../src/domain/hs/nomenclature.ts';

const row = (code: string, ko: string, en: string, to = '2025-12-31') => ({
  code,
  ko,
  en,
  from: '2022-01-01',
  to,
  quantityUnit: 'U',
  weightUnit: 'KG',
});
const kcs = [
  row('8517130000', '스마트폰', 'Smartphones'),
  row('8517141000', '무선전화기', 'Radio telephones'),
  row('8517149000', '기타', 'Other'),
];
const levels = {
  names: new Map([
    ['85', '전기기기'],
    ['8517', '전화기'],
    ['851714', '그 밖의 전화기'],
  ]),
  leaves: kcs.map((line) => line.code),
  repaired: [],
};
const english = new Map([
  ['85', 'Electrical machinery'],
  ['8517', 'Telephone sets'],
  ['851713', 'Telephone sets; smartphones'],
  ['851714', 'Telephone sets; other'],
  ['9999', 'Not specified'],
]);

describe('training of the nomenclature', () => {
  it('gives an undivided subheading the name of its one leaf', () => {
    const { names } = joinNames(kcs, levels, english);
    expect(names.find((name) => name.code === '851713')?.ko).toBe('스마트폰');
  });

  it('reports what only one side names', () => {
    const { report } = joinNames(kcs, levels, english);
    expect(report.notInKorea).toEqual(['9999']);
    expect(report.withoutEnglish).toEqual([]);
  });

  it('refuses tables of two editions', () => {
    expect(() => joinNames([...kcs, row('8517690000', '기타', 'Other')], levels, english)).toThrow(
      'differ in their 10-digit codes',
    );
    const mixed = kcs.map((line, i) => (i === 0 ? { ...line, to: '2024-12-31' } : line));
    expect(() => joinNames(mixed, levels, english)).toThrow('more than one edition');
  });

  it('writes what the app reads back', () => {
    const joined = joinNames(kcs, levels, english);
    const edition = { hs: 'HS 2022', hsk: 'HSK 2025', validTo: joined.validTo };
    const opened = openNomenclature(
      new Map([
        ['hs6.tsv', writeHsTable(edition, joined.names)],
        ['hsk10.tsv', writeHskTable(joined.leaves)],
      ]),
    );
    for (const line of kcs) {
      expect(opened.entry(line.code)).toMatchObject({ ko: line.ko, en: line.en });
      expect(opened.details(line.code)).toEqual({
        quantityUnit: 'U',
        weightUnit: 'KG',
        validFrom: '2022-01-01',
      });
    }
  });

  it('does not let a qualifier, or a name two subheadings share, stand alone', () => {
    const flags = tellingFlags([
      { code: '6110110000', ko: '양모로 만든 것', en: 'Of wool' },
      { code: '8703211000', ko: '신차', en: 'New' },
      { code: '8703221000', ko: '신차', en: 'New' },
      { code: '8517130000', ko: '스마트폰', en: 'Smartphones' },
    ]);
    expect([...flags.values()]).toEqual([0, 0, 0, 3]);
  });
});

describe('the manifest', () => {
  const models = new URL('../../../models/', import.meta.url);
  const read = (path: string): Buffer => readFileSync(new URL(path, models));
  const manifest = v.parse(PackManifest, JSON.parse(read('manifest.json').toString()));

  it.each(['nomenclature', 'kr-import-codes'])('lists %s as its files lie', (id) => {
    const entry = manifest.packs.find((pack) => pack.id === id);
    expect(entry).toBeDefined();
    for (const file of entry?.files ?? []) {
      const bytes = read(`${entry?.path ?? ''}/${file.name}`);
      expect(bytes.length, file.name).toBe(file.bytes);
      expect(createHash('sha256').update(bytes).digest('hex'), file.name).toBe(file.sha256);
    }
  });
});
