import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findBreak } from '../../src/domain/events/chain.ts';
import { KCS_HEADERS } from '../../src/domain/risk/kcs-headers.ts';
import { lineAt } from '../../src/domain/risk/declaration.ts';
import { readLog } from '../../src/platform/database/event-log.ts';
import {
  csvFile,
  csvText,
  encodeKorean,
  encodeWide,
  faultOf,
  fileLine,
  fileLines,
  makeCall,
  tableOf,
  Tablet,
  valueOf,
} from './risk-workshop.ts';

let tablet: Tablet;
beforeEach(() => {
  tablet = new Tablet();
});
afterEach(() => tablet.database.delete());

const KOREAN = {
  ...KCS_HEADERS,
  id: '신고번호',
  hs6: '품목번호',
  origin: '원산지',
  netMass: '순중량(kg)',
};

describe('a file of declarations', () => {
  const text = csvText(tableOf(fileLines(30), KOREAN));
  const forms: [string, BlobPart[]][] = [
    ['UTF-8', [text]],
    ['UTF-8 with a byte order mark', ['\ufeff', text]],
    ['EUC-KR', [encodeKorean(text)]],
    ['UTF-16, as Excel saves Unicode text', [encodeWide(text)]],
    ['semicolons', [csvText(tableOf(fileLines(30), KOREAN), ';')]],
    ['tabs', [csvText(tableOf(fileLines(30), KOREAN), '\t')]],
    ['line feeds alone', [csvText(tableOf(fileLines(30), KOREAN), ',', '\n')]],
    ['no line end at the end', [text.trimEnd()]],
  ];
  for (const [name, parts] of forms) {
    it(`is understood with ${name}`, async () => {
      const report = valueOf(await tablet.import(new File(parts, 'week.txt')));
      expect(report).toMatchObject({ lines: 30, rejected: 0, skipped: 0 });
      const { table } = await tablet.lines.read();
      expect(lineAt(table, 3)).toEqual({
        ...fileLine(3),
        fraud: undefined,
        critical: undefined,
        outcome: 'nothing',
        taxRate: 8,
        netMass: 13,
        itemPrice: 100_030,
      });
    });
  }
});
