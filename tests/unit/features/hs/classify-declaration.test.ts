import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HsAnswer } from '../../../../src/contracts/hs.ts';
import type { HaechiDatabase } from '../../../../src/platform/database/database.ts';
import { madeAnswer, madeHs } from './made-answer.ts';
import { log, madeScreen, madeTablet, type } from './made-screen.ts';

let database: HaechiDatabase;
const screen = (answer: HsAnswer) => madeScreen(database, madeHs(answer));

beforeEach(async () => {
  database = await madeTablet();
});
afterEach(() => database.delete());

describe('the goods of a declaration on the classify screen', () => {
  it('brings the goods of a declaration, with the declared code as the one to compare with', async () => {
    const classify = screen(madeAnswer());
    await classify.openDeclaration('D-1');
    await vi.waitFor(() => expect(classify.opened.view).not.toBeNull());
    expect(classify.question.text).toBe('SMART WATCH WITH STRAP');
    expect(classify.opened.rival).toBe('910212');
    await classify.reject();
    await classify.pick();
    expect(await log(database)).toMatchObject([
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

  it('says that a declaration has no goods text', async () => {
    const classify = screen(madeAnswer());
    await classify.openDeclaration('D-2');
    const nothing = { text: null, declared: null };
    expect(classify.goods).toEqual({ declaration: 'D-2', state: 'ready', ...nothing });
  });

  it('does not take a failed read for a declaration without goods', async () => {
    const classify = screen(madeAnswer());
    database.close();
    await classify.openDeclaration('D-1');
    expect(classify.goods?.state).toMatchObject({ failed: {} });
    expect(classify.fault).toBeNull();
    await database.open();
    await classify.openDeclaration('D-1');
    expect(classify.goods).toMatchObject({ state: 'ready', declared: '910212' });
  });

  it('lets a declaration be left before it is read', async () => {
    const classify = screen(madeAnswer());
    const opening = classify.openDeclaration('D-1');
    classify.leaveDeclaration();
    await opening;
    expect(classify.goods).toBeNull();
    expect(classify.question.text).toBe('');
  });

  it('records nothing of the goods before under a declaration', async () => {
    const classify = screen(madeAnswer());
    await type(classify, 'FROZEN SHRIMP');
    const opening = classify.openDeclaration('D-1');
    expect(await classify.reject()).toBeNull();
    await opening;
    expect(await classify.reject()).toBeNull();
    expect(await log(database)).toEqual([]);
  });

  it('lets go of a declared code chosen by hand when other goods are typed', async () => {
    const classify = screen(madeAnswer({ kind: 'choose', candidates: [] }));
    await classify.openDeclaration('D-1');
    await vi.waitFor(() => expect(classify.ready).not.toBeNull());
    classify.choose('910212');
    await type(classify, 'frozen shrimp');
    expect(classify.target).toBeNull();
  });

  it('asks how the declared code stands to its goods, and of no code without a declaration', async () => {
    const hs = madeHs();
    const asked: unknown[] = [];
    const { suggest } = hs;
    hs.suggest = (call, text, declared) => {
      asked.push(declared);
      return suggest(call, text);
    };
    const classify = madeScreen(database, hs);
    await type(classify, 'FROZEN SHRIMP');
    await classify.openDeclaration('D-1');
    await vi.waitFor(() => expect(classify.ready).not.toBeNull());
    expect(asked).toEqual([null, '910212']);
  });
});
