import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { EVENT_BODIES } from '../../../../src/contracts/events.ts';
import { GOODS_TEXT_LIMIT } from '../../../../src/contracts/hs.ts';
import { readRecords } from '../../../../src/domain/tables/csv-records.ts';
import { pickBody, rejectionBody, trainingRows } from '../../../../src/features/hs/picks.ts';
import { madeAnswer, madeCandidates } from './made-answer.ts';

const answered = { text: ' SMART WATCH \n', answer: madeAnswer() };
const source = { declaration: '41207-26-1M', declared: '910212' };

describe('what is recorded of a pick', () => {
  it('is the text, the code, and what was suggested by which model', () => {
    const body = pickBody(answered, '8517629030', source);
    expect(v.parse(EVENT_BODIES['hs-code-picked'], body)).toEqual({
      text: 'SMART WATCH',
      code: '8517629030',
      answer: 'suggest',
      suggested: [
        ['851762', 0.81],
        ['910212', 0.09],
        ['851769', 0.02],
      ],
      ...source,
      pack: 'hs',
      version: '1.0.0',
    });
  });

  it('fits the event, however long the text and the list are', () => {
    const candidates = madeCandidates(
      Array.from({ length: 8 }, (_, i) => [`85176${i}`, 0.1] as const),
    );
    const long = { text: '가'.repeat(20_000), answer: madeAnswer({ kind: 'choose', candidates }) };
    const body = v.parse(EVENT_BODIES['hs-code-picked'], pickBody(long, '851761', null));
    expect(body.text).toHaveLength(GOODS_TEXT_LIMIT);
    expect(body.suggested).toHaveLength(5);
    expect(body.declaration).toBeNull();
  });

  it('also says which suggestions did not fit', () => {
    const body = v.parse(EVENT_BODIES['hs-suggestion-rejected'], rejectionBody(answered, source));
    expect(body.suggested[0]).toEqual(['851762', 0.81]);
    expect(body.declaration).toBe('41207-26-1M');
  });
});

describe('the table of own picks', () => {
  const rowsOf = (csv: string) =>
    readRecords(csv.replace(/\uFEFF|\r/g, ''), ',', true).rows.map((row) => row.cells);

  it('has one row a pick, as a training reads it', () => {
    const csv = trainingRows([
      { text: 'SMART WATCH,\nwith "strap"', code: '8517629030' },
      { text: '냉동 새우', code: '030617' },
    ]);
    expect(rowsOf(csv)).toEqual([
      ['description', 'code'],
      ['SMART WATCH, with "strap"', '8517629030'],
      ['냉동 새우', '030617'],
    ]);
  });

  it('holds nothing that a spreadsheet would run', () => {
    const csv = trainingRows([{ text: '=HYPERLINK("http://x")', code: '851762' }]);
    expect(csv).not.toMatch(/(^|[\n,])"?[=+@]/);
  });
});
