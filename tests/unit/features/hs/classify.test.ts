import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail, succeed } from '../../../../src/contracts/fault.ts';
import type { HsAnswer } from '../../../../src/contracts/hs.ts';
import { Classify } from '../../../../src/features/hs/classify.svelte.ts';
import { openDatabase, type HaechiDatabase } from '../../../../src/platform/database/database.ts';
import { Recorder, type RecorderTools } from '../../../../src/platform/database/recorder.ts';
import { madeAnswer, madeHs } from './made-answer.ts';

let database: HaechiDatabase;
let tick = 0;

/** A tablet whose model answers every text alike. */
function screen(answer: HsAnswer, identify?: RecorderTools['identify'], hs = madeHs(answer)) {
  const context = () => ({
    ...{ actor: '김예시', device: 'T1', now: () => new Date(1_700_000_000_000 + tick++) },
    newId: () => `E${String(tick++).padStart(6, '0')}`,
  });
  const recorder = new Recorder({ database, context, ...(identify && { identify }) });
  return new Classify({ hs, recorder, database });
}

/** What is on the device, oldest first. */
async function log(): Promise<{ kind: string; subject: string; body: unknown }[]> {
  return (await database.events.toArray()).map(({ kind, subject, body }) => ({
    kind,
    subject,
    body,
  }));
}

async function ask(classify: Classify, text = 'SMART WATCH'): Promise<void> {
  classify.put(text);
  await vi.waitFor(() => {
    expect(classify.question.answered?.text).toBe(text);
    expect(classify.opened.code === null || classify.opened.view?.text === text).toBe(true);
  });
}

beforeEach(async () => {
  database = await openDatabase(`classify-${crypto.randomUUID()}`);
  await database.goodsTexts.put({
    ...{ batch: 'B', index: 0, ids: ['D-0', 'D-1'] },
    texts: ['LEATHER BOOTS', 'SMART WATCH WITH STRAP'],
    declared: ['6403', '910212'],
  });
});
afterEach(() => database.delete());

describe('the classify screen', () => {
  it('opens a suggested code, ready to be picked at six digits', async () => {
    const classify = screen(madeAnswer());
    await ask(classify);
    expect(classify.opened.code).toBe('851762');
    expect(classify.target).toBe('851762');
    expect(classify.opened.rival).toBe('910212');
  });

  it('shows the first of a list to choose from, and chooses none', async () => {
    const classify = screen(madeAnswer({ kind: 'choose' }));
    await ask(classify);
    expect(classify.opened.code).toBe('851762');
    expect(classify.target).toBeNull();
    classify.choose('851769');
    expect(classify.target).toBe('851769');
  });

  it('opens nothing when it asks for more, until a hint is tapped', async () => {
    const classify = screen(madeAnswer({ kind: 'ask', reason: 'unsure' }));
    await ask(classify);
    expect(classify.opened.code).toBeNull();
    classify.choose('910212');
    expect(classify.target).toBe('910212');
  });

  it('records the ten digits that the officer went down to', async () => {
    const classify = screen(madeAnswer());
    await ask(classify);
    classify.chooseLeaf('8517629030');
    await classify.pick();
    expect(await log()).toMatchObject([
      {
        kind: 'hs-code-picked',
        subject: 'goods',
        body: { code: '8517629030', text: 'SMART WATCH', declaration: null },
      },
    ]);
    expect(await database.hsPicks.toArray()).toMatchObject([{ code: '8517629030' }]);
    expect(classify.recorded).toMatchObject({ text: 'SMART WATCH', code: '8517629030' });
  });

  it('keeps ten digits while the text is typed on, and drops them with another code', async () => {
    const classify = screen(madeAnswer());
    await ask(classify);
    classify.chooseLeaf('8517629030');
    classify.question.type('SMART WATCH 46MM', false);
    await vi.waitFor(() => expect(classify.opened.view?.text).toBe('SMART WATCH 46MM'));
    expect(classify.target).toBe('8517629030');
    classify.choose('910212');
    expect(classify.target).toBe('910212');
  });

  it('takes the only code below a subheading: its digits are known', async () => {
    const hs = madeHs();
    const only = { code: '8517620000', level: 'leaf' as const, ko: '기타', en: 'Other' };
    hs.leaves = async () =>
      succeed([{ ...only, children: 0, units: null, validFrom: null, probability: 1 }]);
    const classify = screen(madeAnswer(), undefined, hs);
    await ask(classify);
    expect(classify.target).toBe('8517620000');
  });

  it('lets go of what was chosen for another text', async () => {
    const classify = screen(madeAnswer({ kind: 'choose' }));
    await ask(classify);
    classify.choose('851769');
    await ask(classify, 'FROZEN SHRIMP');
    expect(classify.target).toBeNull();
  });

  it('adds a code found in the nomenclature to the candidates, down to its last digit', async () => {
    const classify = screen(madeAnswer());
    await ask(classify);
    classify.browsing = true;
    classify.choose('9102190000');
    expect(classify.added).toBe('910219');
    expect(classify.target).toBe('9102190000');
    expect(classify.browsing).toBe(false);
  });

  it('holds the open code against any other', async () => {
    const classify = screen(madeAnswer());
    await ask(classify);
    classify.compare('854370');
    expect(classify.opened.rival).toBe('854370');
    classify.choose('854370');
    expect(classify.opened.rival).toBe('851762');
  });

  it('brings the goods of a declaration, with the declared code as the one to compare with', async () => {
    const classify = screen(madeAnswer());
    await classify.openDeclaration('D-1');
    await vi.waitFor(() => expect(classify.opened.view).not.toBeNull());
    expect(classify.question.text).toBe('SMART WATCH WITH STRAP');
    expect(classify.opened.rival).toBe('910212');
    await classify.reject();
    await classify.pick();
    expect(await log()).toMatchObject([
      { kind: 'hs-suggestion-rejected', subject: 'D-1', body: { declaration: 'D-1' } },
      { kind: 'hs-code-picked', subject: 'D-1', body: { declared: '910212' } },
    ]);
  });

  it('keeps what the officer typed when the declaration is left, and drops what was its own', async () => {
    const classify = screen(madeAnswer());
    await classify.openDeclaration('D-1');
    classify.leaveDeclaration();
    expect(classify.question.text).toBe('');
    await classify.openDeclaration('D-1');
    classify.question.type('SMART WATCH WITH STRAP, LTE', false);
    classify.leaveDeclaration();
    expect(classify.question.text).toBe('SMART WATCH WITH STRAP, LTE');
  });

  it('does not compare with a declared heading: it is no code of six digits', async () => {
    const classify = screen(madeAnswer());
    await classify.openDeclaration('D-0');
    expect(classify.goods?.declared).toBe('6403');
    expect(classify.declared).toBeNull();
  });

  it('says when the worker was lost half-way, and shows the code once it is back', async () => {
    const hs = madeHs();
    const { explain } = hs;
    hs.explain = async () => fail('worker-lost');
    const classify = screen(madeAnswer(), undefined, hs);
    classify.put('SMART WATCH');
    await vi.waitFor(() => expect(classify.opened.fault?.code).toBe('worker-lost'));
    hs.explain = explain;
    classify.question.again();
    await vi.waitFor(() => expect(classify.opened.view?.code).toBe('851762'));
    expect(classify.opened.fault).toBeNull();
  });

  it('says that a declaration has no goods text', async () => {
    const classify = screen(madeAnswer());
    await classify.openDeclaration('D-2');
    expect(classify.goods).toEqual({ declaration: 'D-2', text: null, declared: null });
  });

  it('loses nothing when the storage is full', async () => {
    const classify = screen(madeAnswer());
    await ask(classify);
    classify.chooseLeaf('8517629030');
    database.hsPicks.hook('creating', () => {
      throw new Dexie.QuotaExceededError('full');
    });
    await classify.pick();
    expect(await log()).toEqual([]);
    expect(classify.fault?.code).toBe('storage-full');
    expect(classify.target).toBe('8517629030');
    expect(classify.question.text).toBe('SMART WATCH');
    expect(classify.recorded).toBeNull();
  });

  it('records nothing and blames nobody when no officer gives a name', async () => {
    const classify = screen(madeAnswer(), async () => false);
    await ask(classify);
    await classify.pick();
    expect(classify.fault).toBeNull();
    expect(classify.recorded).toBeNull();
  });

  it('goes through the lines of an invoice and ticks those that are recorded', async () => {
    const classify = screen(madeAnswer());
    await ask(classify, 'SMART WATCH\nLEATHER BOOTS');
    await classify.list.begin(classify.question.text, ['SMART WATCH', 'LEATHER BOOTS']);
    classify.openLine(1);
    await vi.waitFor(() => expect(classify.opened.view?.text).toBe('LEATHER BOOTS'));
    await classify.pick();
    expect(classify.list.open).toBeNull();
    expect(classify.list.lines.map(({ picked }) => picked)).toEqual([null, '851762']);
    expect(classify.list.end()).toBe('SMART WATCH\nLEATHER BOOTS');
  });
});
