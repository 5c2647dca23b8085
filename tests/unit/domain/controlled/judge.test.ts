import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { controlledList } from '../../../../src/domain/controlled/controlled-list.ts';
import { judgeLine, type ControlledModel } from '../../../../src/domain/controlled/judge.ts';
import type { LineFacts } from '../../../../src/domain/controlled/judge.ts';
import type { RequirementRow } from '../../../../src/domain/controlled/requirement.ts';
import { readDocuments } from '../../../../src/domain/risk/intake/cell.ts';

const digits = (count: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: 10 ** count - 1 }).map((n) => String(n).padStart(count, '0'));
const code = digits(10).filter((text) => !text.startsWith('00'));
const day = fc.integer({ min: 0, max: 3000 }).map((n) => new Date(n * 864e5 + 1.5e12));
const iso = (date: Date): string => date.toISOString().slice(0, 10);

/** Names as lists write them: words in either language, with brackets, points and numbers. */
const word = fc.oneof(
  fc.constantFrom(
    '어린이제품',
    '안전확인서',
    '검역증명서',
    '(수입)',
    '제12조',
    'Certificate',
    'No. 3',
  ),
  fc.string({ unit: fc.constantFrom(...'가나다라마검역증abcXYZ019'), minLength: 1, maxLength: 8 }),
);
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));

/** A row that covers the code on the day, at any of its lengths. */
const covering = (goods: string, on: Date): fc.Arbitrary<RequirementRow> =>
  fc
    .record({
      length: fc.constantFrom(2, 4, 6, 8, 10),
      ko: words,
      en: words,
      before: fc.nat(400),
      after: fc.option(fc.nat(400)),
    })
    .map(({ length, ko, en, before, after }) => ({
      ...{ hs: goods.slice(0, length), document: { ko, en } },
      ...{ law: { ko: '법', en: 'Act' }, authority: { ko: '기관', en: 'Agency' }, condition: null },
      effective_from: iso(new Date(+on - before * 864e5)),
      effective_to: after === null ? null : iso(new Date(+on + after * 864e5)),
      ...{ citation: '', last_verified: null },
    }));

const BLANKS = ['', ' ', '  ', '\u3000', '-', ' / '];
const BETWEEN = [',', '; ', '\n', ' | ', ',\t'];

/** The documents' names in some order, spaced and bracketed as an office may. */
const stated = (names: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.shuffledSubarray([...names], { minLength: names.length, maxLength: names.length }),
      fc.array(fc.constantFrom(...BLANKS), { minLength: 20, maxLength: 20 }),
      fc.constantFrom(...BETWEEN),
      fc.boolean(),
      words,
    )
    .map(([order, blanks, between, upper, other]) => {
      const spaced = order.map((name) =>
        Array.from(name, (letter, at) => letter + (blanks[at % blanks.length] ?? '')).join(''),
      );
      const text = [other, ...spaced].join(`${between}[`);
      return upper ? text.toUpperCase() : text;
    });

const lineOf = (goods: string, on: string, documents: string | null): LineFacts => ({
  ...{ code: goods, day: on, documents, suggestions: [], similarity: 0 },
  ...{ netMass: 1, itemPrice: 1, origin: 'CN', departure: 'CN' },
});

/** A model that would flag every line it is asked about. */
const SUSPICIOUS: ControlledModel = {
  version: '1.0.0',
  assess: () => ({ ground: 'hidden', probability: 1, suspect: '950300' }),
  clues: () => [],
};

const listOf = (rows: readonly RequirementRow[]) =>
  controlledList({
    ...{ format: 1, id: 'kr-controlled-goods', standing: 'starter', checked: '2026-11-22' },
    rows: [...rows],
  });

describe('a code that the list covers', () => {
  const declared = fc.tuple(code, day).chain(([goods, on]) =>
    fc.array(covering(goods, on), { minLength: 1, maxLength: 4 }).chain((rows) =>
      fc.record({
        ...{ goods: fc.constant(goods), on: fc.constant(iso(on)), rows: fc.constant(rows) },
        documents: stated(rows.map(({ document }) => document.ko)),
        english: stated(rows.map(({ document }) => document.en)),
      }),
    ),
  );

  it('is never flagged when it is declared with its documents, in any order and spacing', () => {
    fc.assert(
      fc.property(declared, ({ goods, on, rows, documents, english }) => {
        for (const text of [documents, english]) {
          const read = readDocuments(text);
          const line = lineOf(goods, on, read.reason === undefined ? read.value : '');
          const judged = judgeLine(listOf(rows), SUSPICIOUS, line);
          expect(judged).toEqual({ ground: 'document-given', probability: null, suspect: null });
        }
      }),
      { numRuns: 400 },
    );
  });

  it('is never left to the model: without documents it is flagged, unstated it cannot be told', () => {
    fc.assert(
      fc.property(declared, ({ goods, on, rows }) => {
        const judged = (documents: string | null) =>
          judgeLine(listOf(rows), SUSPICIOUS, lineOf(goods, on, documents)).ground;
        expect(judged('')).toBe('document-missing');
        expect(judged(null)).toBe('documents-not-stated');
      }),
    );
  });

  it('is left to the model on days on which no row of it is in force', () => {
    const row: RequirementRow = {
      ...{ hs: '9503', document: { ko: '확인서', en: 'Certificate' }, condition: null },
      ...{ law: { ko: '법', en: 'Act' }, authority: { ko: '기관', en: 'Agency' } },
      ...{ effective_from: '2021-03-01', effective_to: '2021-03-31' },
      ...{ citation: '', last_verified: null },
    };
    const ground = (on: string, model: ControlledModel | null = SUSPICIOUS) =>
      judgeLine(listOf([row]), model, lineOf('950300', on, '')).ground;
    expect(ground('2021-02-28')).toBe('outside-dates');
    expect(ground('2021-03-01')).toBe('document-missing');
    expect(ground('2021-03-31')).toBe('document-missing');
    expect(ground('2021-04-01')).toBe('hidden');
    expect(ground('2021-04-01', null)).toBe('no-text');
  });
});

describe('papers that only some goods of a code need', () => {
  const row = (change: Partial<RequirementRow>): RequirementRow => ({
    ...{ hs: '630790', law: { ko: '법', en: 'Act' }, authority: { ko: '기관', en: 'Agency' } },
    ...{ document: { ko: '수입허가서', en: 'Import permit' }, condition: null },
    ...{ effective_from: '2020-01-01', effective_to: null, citation: '', last_verified: null },
    ...change,
  });
  const some = row({ condition: { ko: '마스크', en: 'masks' } });

  it('are asked about where they are not stated: the goods may be others', () => {
    const judged = judgeLine(listOf([some]), SUSPICIOUS, lineOf('630790', '2026-01-01', ''));
    expect(judged.ground).toBe('condition-open');
  });

  it('are missing all the same where another paper that all goods need is missing too', () => {
    const all = row({ document: { ko: '검역증명서', en: 'Quarantine certificate' } });
    const judged = judgeLine(listOf([some, all]), SUSPICIOUS, lineOf('630790', '2026-01-01', ''));
    expect(judged.ground).toBe('document-missing');
  });
});

describe('a code that is listed by its ten digits', () => {
  const listed: RequirementRow = {
    ...{ hs: '8517629010', document: { ko: '적합성평가확인서', en: 'Confirmation' } },
    ...{ law: { ko: '전파법', en: 'Radio Act' }, authority: { ko: '기관', en: 'Agency' } },
    ...{ condition: null, effective_from: '2020-01-01', effective_to: null },
    ...{ citation: '', last_verified: null },
  };
  const CONTENT: ControlledModel = {
    ...SUSPICIOUS,
    assess: () => ({ ground: 'no-sign', probability: 0.0001, suspect: null }),
  };
  const ground = (code: string, model: ControlledModel, documents: string | null = '') =>
    judgeLine(listOf([listed]), model, lineOf(code, '2026-01-01', documents)).ground;

  it.each(['8517', '851762'])('never fits when %s is declared: it may be meant', (code) => {
    expect(ground(code, CONTENT)).toBe('condition-open');
    expect(ground(code, CONTENT, null)).toBe('condition-open');
    expect(ground(code, CONTENT, '적합성평가확인서')).toBe('document-given');
  });

  it('leaves its neighbour of the same subheading open, too: the suggester tells six digits', () => {
    expect(ground('8517629099', CONTENT)).toBe('unclear');
    expect(ground('8518109000', CONTENT)).toBe('no-sign');
  });

  it('does not keep the model from finding goods of another code', () => {
    expect(ground('851762', SUSPICIOUS)).toBe('hidden');
  });

  it('is not judged by the model while the goods text is unread', () => {
    const line = lineOf('392690', '2026-01-01', '');
    expect(judgeLine(listOf([listed]), SUSPICIOUS, line, true).ground).toBe('text-unread');
  });
});
