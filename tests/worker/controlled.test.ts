import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GROUNDS, LIST_PACK, type ControlledSummary } from '../../src/contracts/controlled.ts';
import { succeed, type Result } from '../../src/contracts/fault.ts';
import type { ControlledModel } from '../../src/domain/controlled/judge.ts';
import { KCS_HEADERS } from '../../src/domain/risk/kcs-headers.ts';
import { CHUNK_LINES, HaechiDatabase } from '../../src/platform/database/database.ts';
import type { Call } from '../../src/platform/workers/call.ts';
import { checkLines } from '../../workers/controlled/check-lines.ts';
import { openLine } from '../../workers/controlled/open-line.ts';
import { makeState, type State } from '../../workers/controlled/state.ts';
import { checkTexts, installList, madeModel, requirement, ROWS } from './controlled-workshop.ts';
import {
  csvFile,
  csvText,
  faultOf,
  fileLine,
  makeCall,
  tableOf,
  Tablet,
  valueOf,
  type FileLine,
} from './risk-workshop.ts';

const TOY_PAPER = '어린이제품 안전확인서';

let tablet: Tablet;
let state: State;
beforeEach(() => {
  tablet = new Tablet();
  state = makeState(tablet.database);
});
afterEach(() => tablet.remove());

/** The worker's packs with a model of the test's own. */
const withModel = (model: ControlledModel | null) => ({
  read: async () => {
    const opened = await state.packs.read();
    return opened.ok ? succeed({ ...opened.value, model }) : opened;
  },
});

const check = (
  model: ControlledModel | null = null,
  call: Call = makeCall().call,
): Promise<Result<ControlledSummary>> =>
  checkLines(call, state.database, state.answers, withModel(model));

const open = async (declaration: string, model: ControlledModel | null = null) => {
  const judges = valueOf(await withModel(model).read());
  return openLine(state.database, state.importers, judges, declaration);
};

/** Grounds of the lines on the tablet, by declaration. */
async function grounds(): Promise<Record<string, string | undefined>> {
  const chunks = await state.database.controlledChecks.toArray();
  return Object.fromEntries(
    chunks.flatMap(({ ids, ground }) => ids.map((id, at) => [id, GROUNDS[ground[at] ?? -1]])),
  );
}

const OTHERS = Object.entries(KCS_HEADERS).filter(([field]) => field !== 'documents');

/** A line of the 10th of January 2021. */
const line = (id: string, changes: FileLine): FileLine =>
  fileLine(1, { id, date: '2021-01-10', ...changes });

const bring = async (lines: readonly FileLine[]) => valueOf(await tablet.import(csvFile(lines)));

/** A file without a column for documents. */
async function bringWithout(lines: readonly FileLine[]) {
  const file = new File([csvText(tableOf(lines))], 'week.csv');
  return valueOf(await tablet.import(file, { mapping: Object.fromEntries(OTHERS) }));
}

describe('lines declared under a code of the list', () => {
  it('fit with their document and are to be checked without it', async () => {
    await installList(state.database, '1.0.0');
    await bring([
      line('GIVEN', { hs6: '950300', documents: `면장 1호 / (${TOY_PAPER})` }),
      line('IN-ENGLISH', { hs6: '9503.00', documents: 'en 어린이제품안전확인서 No. 3' }),
      line('MISSING', { hs6: '950300', documents: '원산지증명서' }),
      line('EMPTY', { hs6: '950300' }),
      line('OTHER', { hs6: '610910' }),
    ]);
    const summary = valueOf(await check());
    expect(summary).toEqual({
      ...{ lines: 5, checked: 5 },
      counts: { check: 2, fits: 2, 'cannot-tell': 1 },
    });
    expect(await grounds()).toEqual({
      ...{ GIVEN: 'document-given', 'IN-ENGLISH': 'document-given', OTHER: 'no-text' },
      ...{ MISSING: 'document-missing', EMPTY: 'document-missing' },
    });
  });

  it('cannot be told where the file has no column for documents', async () => {
    await installList(state.database, '1.0.0');
    await bringWithout([line('A', { hs6: '950300', documents: TOY_PAPER })]);
    valueOf(await check());
    expect(await grounds()).toEqual({ A: 'documents-not-stated' });
    expect(valueOf(await open('A'))).toMatchObject({ documents: null, answer: 'cannot-tell' });
  });

  it('are held against the rows of their day, both boundary days included', async () => {
    await installList(state.database, '1.0.0');
    const horse = (id: string, date: string) => line(id, { hs6: '010121', date });
    await bring([
      horse('BEFORE', '2021-01-04'),
      horse('FIRST', '2021-01-05'),
      horse('LAST', '2021-01-20'),
      horse('AFTER', '2021-01-21'),
    ]);
    valueOf(await check());
    expect(await grounds()).toEqual({
      ...{ BEFORE: 'outside-dates', AFTER: 'no-text' },
      ...{ FIRST: 'document-missing', LAST: 'document-missing' },
    });
  });

  it('are told by ten digits where the list is written so, in either kind of file', async () => {
    await installList(state.database, '1.0.0');
    await bring([
      line('TEN', { hs6: '8542.31-1000' }),
      line('OTHER-TEN', { hs6: '8542312000' }),
      line('SIX', { hs6: '854231' }),
    ]);
    await bringWithout([line('TEN-UNSTATED', { hs6: '8542311000' })]);
    valueOf(await check());
    expect(await grounds()).toEqual({
      ...{ TEN: 'document-missing', 'OTHER-TEN': 'no-text', SIX: 'condition-open' },
      'TEN-UNSTATED': 'documents-not-stated',
    });
    const papers = await state.database.linePapers.toArray();
    expect(papers.map(({ stated, ids }) => [stated, ids])).toEqual([
      [true, ['TEN', 'OTHER-TEN', 'SIX']],
      [false, ['TEN-UNSTATED']],
    ]);
    const { code, missing } = valueOf(await open('TEN'));
    expect(code).toBe('8542311000');
    expect(missing.map(({ document }) => document.ko)).toEqual(['전파 적합성평가서']);
  });
});

describe('lines whose code is not on the list', () => {
  const LINES = [
    line('TOY', { hs6: '392690', goods: 'plastic toy', importer: 'IMP' }),
    line('TOY-2', { hs6: '392690', goods: 'plastic toy', importer: 'IMP' }),
    line('BARE', { hs6: '610910', importer: 'IMP' }),
  ];
  const model = madeModel('2.0.0');

  it('are judged again once their text is checked, and when it is checked anew', async () => {
    await installList(state.database, '1.0.0');
    await bring(LINES);
    valueOf(await check(model));
    expect(await grounds()).toMatchObject({ TOY: 'text-unread', BARE: 'no-text' });
    await checkTexts(state.database, '1.0.0', '950300');
    expect(valueOf(await check(model)).counts).toEqual({ check: 2, fits: 0, 'cannot-tell': 1 });
    await checkTexts(state.database, '1.1.0', '392690');
    expect(valueOf(await check(model)).counts).toEqual({ check: 0, fits: 2, 'cannot-tell': 1 });
    expect(await grounds()).toMatchObject({ TOY: 'no-sign', BARE: 'no-text' });
  });

  it('get a model once it is there: without it nothing is said of them', async () => {
    await installList(state.database, '1.0.0');
    await bring(LINES);
    await checkTexts(state.database, '1.0.0', '950300');
    valueOf(await check());
    expect(await grounds()).toMatchObject({ TOY: 'unclear', BARE: 'no-text' });
    valueOf(await check(model));
    const [chunk] = await state.database.controlledChecks.toArray();
    expect(chunk).toMatchObject({ list: '1.0.0', model: '2.0.0' });
    expect(chunk?.suspect).toEqual(['950300', '950300', '']);
    expect([...(chunk?.probability ?? [])]).toEqual([0.75, 0.75, NaN]);
  });

  it('open with the suspected code’s law, the document it lacks, the text and the clues', async () => {
    await installList(state.database, '1.0.0');
    await bring([...LINES, line('ELSE', { hs6: '950300', importer: 'OTHER' })]);
    await checkTexts(state.database, '1.0.0', '950300');
    // Not answered yet: opened from what the tablet holds, not from stored answers.
    const shown = valueOf(await open('TOY', model));
    expect(shown).toMatchObject({
      ...{ declaration: 'TOY', code: '392690', day: '2021-01-10', text: 'plastic toy' },
      ...{ answer: 'check', ground: 'hidden', probability: 0.75, suspect: '950300' },
      ...{ list: '1.0.0', model: '2.0.0', standing: 'starter', documents: '' },
    });
    expect(shown.requirements).toEqual([ROWS[0]]);
    expect(shown.missing).toEqual([ROWS[0]]);
    expect(shown.clues).toEqual([
      { key: 'text', weight: 2, facts: { similarity: 0.5 } },
      { key: 'importer', weight: 0, facts: { lines: 2 } },
    ]);
    await bring([line('TOY-3', { hs6: '950300', importer: 'IMP' })]);
    expect(valueOf(await open('TOY', model)).clues[1]?.facts).toEqual({ lines: 3 });
    valueOf(await check(model));
    expect(valueOf(await open('TOY', model))).toEqual({
      ...shown,
      clues: [shown.clues[0], { key: 'importer', weight: 0, facts: { lines: 3 } }],
    });
    expect(faultOf(await open('NOWHERE', model))).toBe('not-found');
    const ruled = valueOf(await open('ELSE', model));
    expect(ruled).toMatchObject({ ground: 'document-missing', clues: [], probability: null });
  });
});

describe('the check of lines', () => {
  const LINES = 2 * CHUNK_LINES + 500;
  const many = () => Array.from({ length: LINES }, (_, n) => fileLine(n));

  it('says which pack is missing, and goes without the model', async () => {
    await bring([line('A', { hs6: '950300' })]);
    expect(await checkLines(makeCall().call, state.database, state.answers, state.packs)).toEqual({
      ...{ ok: false, fault: { code: 'model-missing', facts: { pack: LIST_PACK } } },
    });
    await installList(state.database, '1.0.0');
    const checked = checkLines(makeCall().call, state.database, state.answers, state.packs);
    expect(valueOf(await checked)).toMatchObject({ checked: 1, counts: { check: 1 } });
  });

  it('stops at a word, keeps the chunks that are done, goes on there and tells how far it is', async () => {
    await installList(state.database, '1.0.0');
    await bring(many());
    const model = madeModel('2.0.0');
    // Slow enough that each chunk takes several stretches.
    const slow: ControlledModel = {
      ...model,
      assess(list, facts) {
        const until = performance.now() + 0.05;
        while (performance.now() < until);
        return model.assess(list, facts);
      },
    };
    const { call, controller } = makeCall(({ done }) => {
      if (done > CHUNK_LINES) controller.abort();
    });
    expect(faultOf(await check(slow, call))).toBe('cancelled');
    expect(await state.database.controlledChecks.count()).toBe(1);

    const steps: number[] = [];
    const going = makeCall(({ stage, done, of }) => {
      expect([stage, of]).toEqual(['checking', LINES]);
      steps.push(done);
    });
    const summary = valueOf(await check(slow, going.call));
    expect(steps[0]).toBeGreaterThan(CHUNK_LINES);
    expect(steps.at(-1)).toBe(LINES);
    expect(summary).toMatchObject({ lines: LINES, checked: LINES });
    expect(Object.keys(await grounds())).toHaveLength(LINES);
  });

  it('does not look again at what it has answered, and does after another list', async () => {
    await installList(state.database, '1.0.0');
    await bring([line('SHIRT', { hs6: '610910' })]);
    valueOf(await check());
    const silent = makeCall(() => expect.unreachable());
    expect(valueOf(await check(null, silent.call)).counts.check).toBe(0);
    await installList(state.database, '2026.11.22', [requirement('61', '원산지 확인서')]);
    expect(valueOf(await check()).counts.check).toBe(1);
    await installList(state.database, '1.0.0');
    expect(valueOf(await check()).counts.check).toBe(0);
  });

  it('is done once by two tabs', async () => {
    await installList(state.database, '1.0.0', [
      requirement('97', '확인서', { effective_from: '2021-01-01' }),
    ]);
    await bring(many());
    const other = makeState(new HaechiDatabase(tablet.database.name));
    let judged = 0;
    const counting: ControlledModel = {
      ...madeModel('2.0.0'),
      assess(...facts) {
        judged += 1;
        return madeModel('2.0.0').assess(...facts);
      },
    };
    const packs = withModel(counting);
    const both = await Promise.all(
      [state, other].map(({ database, answers }) =>
        checkLines(makeCall().call, database, answers, packs),
      ),
    );
    for (const one of both) expect(valueOf(one).checked).toBe(LINES);
    // All lines are the model's: none of them was looked at twice.
    expect(judged).toBe(LINES);
    other.database.close();
  });
});
