import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { CodeFile, codeName, openCodes } from '../../../../src/domain/codes/code-table.ts';
import { countryName } from '../../../../src/domain/codes/country.ts';
import { GoldenCodes, codeDisagreements } from '../../../../src/domain/codes/golden.ts';

const pack = new URL('../../../../models/rules/kr-import-codes/v1/', import.meta.url);
const text = readFileSync(new URL('codes.json', pack), 'utf8');
const tables = openCodes(text);
const file = v.parse(CodeFile, JSON.parse(text));

describe('codes of the declaration by name', () => {
  it('passes its own self-test', () => {
    const golden = v.parse(
      GoldenCodes,
      JSON.parse(readFileSync(new URL('golden.json', pack), 'utf8')),
    );
    expect(codeDisagreements(tables, golden)).toEqual([]);
  });

  it('chooses the row by the day of the declaration', () => {
    expect(codeName(tables, 'office', '40', '2023-04-17', 'en').name).toBe(
      'Incheon Customs (airport)',
    );
    expect(codeName(tables, 'office', '40', '2023-04-18', 'en').name).toBe(
      'Incheon Airport Customs',
    );
  });

  it('takes an office as a spreadsheet writes it, with or without leading zeros', () => {
    expect(codeName(tables, 'office', '030', '2021-03-09', 'ko')).toEqual({
      name: '부산세관',
      verified: true,
    });
    expect(codeName(tables, 'office', '30', '2021-03-09', 'ko').name).toBe('부산세관');
  });

  it('shows an unknown code as it is, and never as verified', () => {
    expect(codeName(tables, 'office', '77', '2021-03-09', 'ko')).toEqual({
      name: '77',
      verified: false,
    });
    expect(codeName(tables, 'importType', '', '2021-03-09', 'ko')).toEqual({
      name: '',
      verified: false,
    });
  });

  it('does not vouch for a name on a day before its row begins', () => {
    expect(codeName(tables, 'office', '30', '2019-06-01', 'ko')).toEqual({
      name: '부산세관',
      verified: false,
    });
  });

  it('refuses a file of another format', () => {
    expect(() => openCodes('{"format":2,"rows":[]}')).toThrow();
  });
});

describe('the committed code tables', () => {
  it('vouch only for rows whose source is listed, and date the check', () => {
    for (const row of file.rows.filter((r) => r.verified)) {
      expect(row.last_verified, row.code).not.toBeNull();
      const known = Object.keys(file.sources).filter((key) => key !== 'none' && key !== 'pattern');
      expect(
        known.some((key) => row.source.startsWith(key)),
        `${row.table} ${row.code}`,
      ).toBe(true);
    }
  });

  it('never vouch for a plain code as if it were a name', () => {
    for (const row of file.rows.filter((r) => /^코드 /.test(r.ko)))
      expect(row.verified).toBe(false);
  });

  it('never have two rows of one code in force on one day', () => {
    for (const rows of tables.values()) {
      rows.forEach((row, i) => {
        const next = rows[i + 1];
        if (next === undefined) return;
        expect(row.effective_to, `${row.table} ${row.code}`).not.toBeNull();
        expect((row.effective_to ?? '') < next.effective_from).toBe(true);
      });
    }
  });
});

describe('countries by name', () => {
  it('follows the language of the screen', () => {
    expect(countryName('CN', 'ko')).toBe('중국');
    expect(countryName('US', 'en')).toBe('United States');
    expect(countryName('HK', 'ko')).toBe('홍콩');
  });

  it.each(['ZZ', 'XX', 'QQ', '', 'C', '12', 'cn'])('shows %s as it is', (code) => {
    expect(countryName(code, 'ko')).toBe(code);
  });
});
