import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { evaluate } from '../../../models/risk/evaluate.ts';
import {
  readDeclarationFile,
  readInspected,
} from '../../../models/declarations/read-declarations.ts';
import { codeAt, OUTCOMES } from '../../../src/domain/risk/declaration.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'declarations-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function file(content: string | Uint8Array): string {
  const name = path.join(folder, 'week.csv');
  writeFileSync(name, content);
  return name;
}

const HEADER =
  'Declaration ID,Date,HS6 Code,Country of Departure,Country of Origin,Tax Rate,Net Mass,Item Price,Fraud,Critical Fraud';
const week = (...rows: string[]): string => file([HEADER, ...rows].join('\n'));

describe('a declaration file for training or measuring', () => {
  it('is understood as the desk understands it: other names, separators, lost zeros, 1.0', () => {
    const { table, rejected } = readDeclarationFile(
      file(
        '신고번호;신고일자;세번부호;적출국;원산지;관세율;순중량(kg);과세가격;우범여부;중대우범\r\n' +
          '1;2021.01.04;30617;cn;CN;8.0;1,234.50;25000;1.0;2.0\r\n',
      ),
    );
    expect(rejected).toBe(0);
    expect(codeAt(table, 'hs6', 0)).toBe('030617');
    expect(codeAt(table, 'departure', 0)).toBe('CN');
    expect(table.quantity.netMass[0]).toBe(1234.5);
    expect(OUTCOMES[table.outcome[0] ?? 0]).toBe('critical');
  });

  it('is read in EUC-KR', () => {
    // 품명 (a column nobody asks for) in EUC-KR.
    const head = Buffer.from([0xc7, 0xb0, 0xb8, 0xed]);
    const rest = Buffer.from(`,${HEADER}\nx,1,2021-01-04,030617,CN,CN,8,10,25000,0,0\n`);
    expect(readDeclarationFile(file(Buffer.concat([head, rest]))).table.length).toBe(1);
  });

  it('counts the rows the desk would refuse and leaves out lines without an outcome', () => {
    const { table, rejected, withoutOutcome } = readInspected(
      week(
        '1,2021-01-04,030617,CN,CN,8,10,25000,0,0',
        '2,04/01/2021,030617,CN,CN,8,10,25000,0,0',
        '3,2021-01-04,030617,CN,CN,8,-1,25000,0,0',
        '4,2021-01-04,030617,CN,CN,8,10,25000,,',
      ),
    );
    expect([table.id, rejected, withoutOutcome]).toEqual([['1'], 2, 1]);
  });

  it('is refused by name when a column is missing, no line is readable or a quotation never ends', () => {
    expect(() => readDeclarationFile(file('Declaration ID,Date\n1,2021-01-04\n'))).toThrow(
      /no column for "HS6 Code", "Country of Departure"/,
    );
    expect(() => readDeclarationFile(week('1,04/01/2021,030617,CN,CN,8,10,25000,0,0'))).toThrow(
      /no line can be read \(line 2, "Date": not-a-date/,
    );
    expect(() => readDeclarationFile(week('"1,2021-01-04'))).toThrow(/quotation mark/);
    expect(() => readDeclarationFile(path.join(folder, 'none.csv'))).toThrow(/cannot be read/);
  });

  it('is not measured when no line has an outcome', async () => {
    const data = week('1,2021-01-04,030617,CN,CN,8,10,25000,,');
    await expect(evaluate({ data })).rejects.toThrow(/no line has an outcome/);
  });

  it('is measured on the lines with an outcome, and says what was left out', async () => {
    const data = week(
      '1,2021-01-04,030617,CN,CN,8,10,25000,0,0',
      '2,2021-01-04,030617,CN,CN,8,11,25000,1,1',
      '3,2021-01-04,030617,CN,CN,8,12,25000,,',
      '4,nonsense,030617,CN,CN,8,12,25000,1,1',
    );
    expect(await evaluate({ data })).toMatchObject({
      rows: 2,
      rejected: 1,
      without_outcome: 1,
      base_rate: 0.5,
    });
  });
});
