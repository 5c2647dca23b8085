import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail, succeed } from '../../../../src/contracts/fault.ts';
import type { HsAnswer } from '../../../../src/contracts/hs.ts';
import type { Classify } from '../../../../src/features/hs/classify.svelte.ts';
import type { HaechiDatabase } from '../../../../src/platform/database/database.ts';
import type { RecorderTools } from '../../../../src/platform/database/recorder.ts';
import { madeAnswer, madeHs } from './made-answer.ts';
import { log, madeScreen, madeTablet, type } from './made-screen.ts';

let database: HaechiDatabase;
/** A tablet whose model answers every text alike. */
const screen = (answer: HsAnswer, identify?: RecorderTools['identify'], hs = madeHs(answer)) =>
  madeScreen(database, hs, identify);

/** A tariff with one code below each subheading. */
function oneLeaf(): ReturnType<typeof madeHs> {
  const only = { code: '8517620000', level: 'leaf' as const, ko: '기타', en: 'Other' };
  const leaf = { ...only, children: 0, units: null, validFrom: null, probability: 1 };
  return { ...madeHs(), leaves: async () => succeed([leaf]) };
}

async function ask(classify: Classify, text = 'SMART WATCH'): Promise<void> {
  classify.put(text);
  await vi.waitFor(() => {
    expect(classify.question.answered?.text).toBe(text);
    expect(classify.opened.code === null || classify.opened.view?.text === text).toBe(true);
  });
}

beforeEach(async () => {
  database = await madeTablet();
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
    expect(await log(database)).toMatchObject([
      {
        kind: 'hs-code-picked',
        subject: 'goods',
        body: { code: '8517629030', text: 'SMART WATCH', declaration: null },
      },
    ]);
    expect(await database.hsPicks.toArray()).toMatchObject([{ code: '8517629030' }]);
    expect(classify.recorded).toMatchObject({ text: 'SMART WATCH', code: '8517629030' });
  });

  it('records the same code of the same text once, however often it is tapped', async () => {
    const classify = screen(madeAnswer());
    await ask(classify);
    await classify.pick();
    await vi.waitFor(() => expect(classify.question.asking).toBe(false));
    expect(await classify.pick()).toBeNull();
    expect(await log(database)).toHaveLength(1);
    await classify.reject();
    expect(await log(database)).toHaveLength(2);
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

  it('takes the only code below a subheading, unless six digits are wanted', async () => {
    const classify = screen(madeAnswer(), undefined, oneLeaf());
    classify.expired = false;
    await ask(classify);
    expect(classify.target).toBe('8517620000');
    classify.chooseLeaf(null);
    await type(classify, 'SMART WATCH 46MM');
    await vi.waitFor(() => expect(classify.opened.view?.text).toBe('SMART WATCH 46MM'));
    expect(classify.target).toBe('851762');
  });

  it('fills in no digits from a tariff that is past', async () => {
    const classify = screen(madeAnswer(), undefined, oneLeaf());
    classify.expired = true;
    await ask(classify);
    expect(classify.target).toBe('851762');
  });

  it('drops ten digits of an earlier pick that this tariff does not have', async () => {
    const classify = screen(madeAnswer());
    await ask(classify);
    classify.choose('8517629999');
    await vi.waitFor(() => expect(classify.target).toBe('851762'));
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
    classify.choose('9102199030');
    expect(classify.added).toBe('910219');
    await vi.waitFor(() => expect(classify.opened.view?.code).toBe('910219'));
    expect(classify.target).toBe('9102199030');
    expect(classify.browsing).toBe(false);
  });

  it('keeps a code from the nomenclature while its goods are typed on, and for no others', async () => {
    const classify = screen(madeAnswer({ kind: 'choose' }));
    await ask(classify, 'leather boots');
    classify.choose('640391');
    await type(classify, 'leather boots, rubber sole');
    expect(classify.target).toBe('640391');
    await type(classify, 'frozen shrimp');
    expect(classify.target).toBeNull();
    expect(classify.added).toBeNull();
  });

  it('lets go of a code from the nomenclature once it is recorded and the text changes', async () => {
    const classify = screen(madeAnswer({ kind: 'choose' }));
    await ask(classify, 'leather boots');
    classify.choose('640391');
    await classify.pick();
    await vi.waitFor(() => expect(classify.question.asking).toBe(false));
    expect(classify.target).toBe('640391');
    await type(classify, 'leather boots, new');
    expect(classify.target).toBeNull();
  });

  it('holds the open code against any other', async () => {
    const classify = screen(madeAnswer());
    await ask(classify);
    classify.compare('854370');
    expect(classify.opened.rival).toBe('854370');
    classify.choose('854370');
    expect(classify.opened.rival).toBe('851762');
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

  it('records nothing while the text is ahead of the answer', async () => {
    const classify = screen(madeAnswer());
    await ask(classify);
    classify.question.type('SMART WATCH 46MM', false);
    expect(await classify.pick()).toBeNull();
    expect(await classify.reject()).toBeNull();
    await vi.waitFor(() => expect(classify.ready?.text).toBe('SMART WATCH 46MM'));
    expect((await classify.pick())?.ok).toBe(true);
  });

  it('records nothing while the lines of an invoice are shown', async () => {
    const classify = screen(madeAnswer());
    await ask(classify, 'SMART WATCH\nLEATHER BOOTS');
    await classify.list.begin(classify.question.text, ['SMART WATCH', 'LEATHER BOOTS']);
    expect(classify.target).toBe('851762');
    expect(await classify.pick()).toBeNull();
    expect(await classify.reject()).toBeNull();
  });

  it('loses nothing when the storage is full', async () => {
    const classify = screen(madeAnswer());
    await ask(classify);
    classify.chooseLeaf('8517629030');
    database.hsPicks.hook('creating', () => {
      throw new Dexie.QuotaExceededError('full');
    });
    await classify.pick();
    expect(await log(database)).toEqual([]);
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
