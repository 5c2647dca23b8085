import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GOODS_TEXT_LIMIT, type HsAnswer } from '../../src/contracts/hs.ts';
import { appendEvent } from '../../src/platform/database/event-log.ts';
import { readDeclaredGoods, readGoodsCheck } from '../../src/platform/database/goods.ts';
import { checkDeclarations } from '../../workers/hs/check-declarations.ts';
import { explain } from '../../workers/hs/explain.ts';
import { Findings } from '../../workers/hs/findings.ts';
import { leaves } from '../../workers/hs/leaves.ts';
import { suggest } from '../../workers/hs/suggest.ts';
import type { OpenedTariff } from '../../workers/hs/tariff.ts';
import { goodsChunk, installPack, makeTablet, openedModel, SMALL_MODEL } from './hs-workshop.ts';
import { faultOf, makeCall, valueOf } from './risk-workshop.ts';

const tablet = makeTablet();
const { database } = tablet.state;
let tariff: OpenedTariff;

beforeAll(async () => {
  await installPack(database, 'nomenclature');
  tariff = valueOf(await tablet.state.tariff.read());
});
afterAll(tablet.remove);

const answer = (text: string): HsAnswer => suggest(openedModel(), text, []);

describe('a goods text', () => {
  it('gets a suggestion with its path, each level at least as likely as the next', () => {
    const given = answer('Frozen shrimp');
    expect(given).toMatchObject({ kind: 'suggest', reason: null, language: 'en', cut: false });
    expect(given.pack).toEqual({ id: 'hs', version: '1.0.0' });
    const [best] = given.candidates;
    expect(best?.path.map(({ code }) => code)).toEqual(['S01', '03', '0306', '030617']);
    expect(given.rightShare).toBeNull();
  });

  it('gets a short list, or a question, where the words leave it open', () => {
    expect(answer('watch').kind).toBe('choose');
    expect(
      answer('phone')
        .candidates.map(({ code }) => code)
        .slice(0, 2),
    ).toEqual(['851713', '851714']);
    expect(answer('quartz resonator')).toMatchObject({ kind: 'ask', reason: 'unlike' });
    const vague = answer('spare parts');
    expect(vague).toMatchObject({ kind: 'ask', reason: 'vague' });
    expect(vague.vague).toEqual({ term: 'spare parts', topic: 'part-of-what' });
  });

  it('is held against a declared code by the rule that checks whole files', async () => {
    expect(answer('wrist watch').agreement).toBeNull();
    const held = (text: string, code: string) => suggest(openedModel(), text, [], code).agreement;
    expect(held('spare parts', '851762')).toMatchObject({ agreement: 'cannot-tell' });
    expect(held('', '851762')).toEqual({
      ...{ agreement: 'cannot-tell', suggested: null, probability: 0, declaredProbability: 0 },
    });
    const small = makeTablet();
    const { database: own } = small.state;
    const chunk = goodsChunk('B1', 0, 3);
    await own.goodsTexts.add(chunk);
    valueOf(await checkDeclarations(makeCall().call, own, new Findings(own), openedModel()));
    for (const [at, text] of chunk.texts.entries()) {
      const { agreement, suggested } = held(text, chunk.declared[at] ?? '') ?? {};
      const checked = await readGoodsCheck(own, chunk.ids[at] ?? '');
      expect(checked).toMatchObject({ agreement, suggested });
    }
    small.remove();
  });

  it('gets an answer whatever it is', () => {
    const odd = [
      ...[
        '',
        ' ',
        'a',
        '8517.62',
        '제8517호',
        '😀👍🏽',
        '\ud800',
        '\u202egnp.exe',
        '\0',
        '()[]{}*+?',
      ],
      ...['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '&amp;&lt;b&gt;'],
      ...['블루투스 watch 手表 ساعة часы', 'x'.repeat(1_000_000), '새우 '.repeat(300_000)],
    ];
    for (const text of odd) {
      const given = answer(text);
      expect(['suggest', 'choose', 'ask']).toContain(given.kind);
      expect(given.cut).toBe(text.length > GOODS_TEXT_LIMIT);
      expect(given.rest.probability).toBeLessThanOrEqual(1);
    }
    for (const text of ['', 'a', '😀', '8517.62']) {
      expect(answer(text)).toMatchObject({ kind: 'ask', reason: 'empty', candidates: [] });
    }
  });

  it('gets an answer whose shares add up, for any words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const { candidates, rest } = answer(text);
        const sum = candidates.reduce((total, { probability }) => total + probability, 0);
        expect(sum + rest.probability).toBeCloseTo(1, 5);
      }),
    );
  });
});

describe('why a code', () => {
  const why = (text: string, code: string, rival: string | null) =>
    explain(SMALL_MODEL, tariff, text, code, rival);

  it('is told by the words of the text as they stand there, and by the official names', () => {
    const text = 'SMART WATCH, BLUETOOTH 5.3';
    const { spans, differences } = valueOf(why(text, '851762', '910212'));
    const words = spans.map(({ start, end, weight }) => [text.slice(start, end), weight]);
    expect(words).toEqual([
      ['WATCH', 0.5],
      ['BLUETOOTH', 1],
    ]);
    expect(differences).toContainEqual(expect.objectContaining({ key: 'wireless' }));
  });

  it('has no rows without a rival, and no words for a code the model does not know', () => {
    expect(valueOf(why('watch', '851762', null)).differences).toEqual([]);
    expect(valueOf(why('watch', '010121', '851762')).spans).toEqual([]);
    expect(faultOf(why('watch', '851712', null))).toBe('not-found');
    expect(faultOf(why('watch', '851762', '999999'))).toBe('not-found');
  });

  it('marks no word that hardly pulls, be it the strongest', () => {
    const weak = {
      ...SMALL_MODEL,
      pulls: () => [
        { start: 0, end: 5, pull: 0.06 },
        { start: 6, end: 11, pull: -0.04 },
      ],
    };
    const { spans } = valueOf(explain(weak, tariff, 'watch strap', '851762', '910212'));
    expect(spans).toEqual([{ start: 0, end: 5, weight: 1 }]);
  });

  it('holds for ten digits too', () => {
    const [span] = valueOf(why('wrist', '8517629030', '9102121000')).spans;
    expect(span).toEqual({ start: 0, end: 5, weight: -1 });
    expect(valueOf(why('bluetooth', '8517629030', '9102121000')).spans).toHaveLength(1);
  });
});

describe('the ten digits under a subheading', () => {
  it('come likeliest first, named with the groups above them', () => {
    const found = valueOf(leaves(SMALL_MODEL, tariff, '무선 공유기', '851762'));
    const shares = found.map(({ probability }) => probability ?? -1);
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
    expect(found.every(({ code }) => code.startsWith('851762') && code.length === 10)).toBe(true);
    expect(found.find(({ code }) => code === '8517629030')?.ko).toBe('기타 › 그 밖의 무선통신용');
  });

  it('have no share, and stand in their order, where the text or the model says nothing', () => {
    for (const [model, text] of [
      [SMALL_MODEL, ''],
      [SMALL_MODEL, 'box'],
      [null, '무선'],
    ] as const) {
      const found = valueOf(leaves(model, tariff, text, '851762'));
      expect(found.map(({ probability }) => probability)).toEqual(found.map(() => null));
      expect(found.map(({ code }) => code)).toEqual(found.map(({ code }) => code).toSorted());
    }
    expect(valueOf(leaves(null, tariff, '', '851713')).map((leaf) => leaf.probability)).toEqual([
      1,
    ]);
    expect(faultOf(leaves(null, tariff, '', '851712'))).toBe('not-found');
  });
});

describe('an earlier pick', () => {
  it('comes back as evidence for like words, as soon as it is recorded', async () => {
    const { picks } = tablet.state;
    expect(await picks.similar('smart band bluetooth')).toEqual([]);
    const body = {
      ...{ text: 'smart band, bluetooth', suggested: [], declaration: null, declared: null },
      ...{ pack: 'hs', version: '1.0.0', code: '8517629030', answer: 'choose' as const },
    };
    const context = {
      ...{ actor: 'officer', device: 'tablet' },
      ...{ now: () => new Date('2026-11-22'), newId: () => 'E1' },
    };
    await appendEvent(database, context, { kind: 'hs-code-picked', subject: 'goods', body });
    const [found] = await picks.similar('smart band bluetooth');
    expect(found).toMatchObject({ event: 'E1', code: '8517629030' });
  });
});

describe('the check of declared goods', () => {
  const LINES = 900;
  const check = (
    call = makeCall().call,
    opened = openedModel(),
    findings = new Findings(database),
  ) => checkDeclarations(call, database, findings, opened);

  beforeAll(async () => {
    for (const index of [0, 1, 2]) await database.goodsTexts.add(goodsChunk('B1', index, LINES));
  });

  it('stops at a word and keeps the chunks that are done', async () => {
    // Slow enough that each chunk takes several stretches.
    const slow = {
      ...SMALL_MODEL,
      score: (text: string) => {
        const until = performance.now() + 0.2;
        while (performance.now() < until);
        return SMALL_MODEL.score(text);
      },
    };
    const { call, controller } = makeCall(({ done }) => {
      if (done > LINES + 10) controller.abort();
    });
    expect(faultOf(await check(call, openedModel('1.0.0', slow)))).toBe('cancelled');
    expect(await database.goodsChecks.count()).toBe(1);
  });

  it('goes on where it stopped, and tells how far it is', async () => {
    const steps: number[] = [];
    const { call } = makeCall(({ done, of }) => {
      expect(of).toBe(3 * LINES);
      steps.push(done);
    });
    const summary = valueOf(await check(call));
    expect(steps[0]).toBeGreaterThan(LINES);
    expect(steps.at(-1)).toBe(3 * LINES);
    expect(summary).toEqual({
      ...{ lines: 3 * LINES, checked: 3 * LINES },
      counts: { agrees: LINES, 'near-miss': 0, conflict: LINES, 'cannot-tell': LINES },
    });
  });

  it('does not look again at what this version has checked', async () => {
    const never = { ...SMALL_MODEL, score: () => expect.unreachable() };
    expect(valueOf(await check(makeCall().call, openedModel('1.0.0', never))).checked).toBe(
      3 * LINES,
    );
  });

  it('lists what does not agree, surest first, and what it said of one declaration', async () => {
    const findings = new Findings(database);
    const found = await findings.differing(50);
    expect(found).toHaveLength(50);
    expect(new Set(found.map(({ agreement }) => agreement))).toEqual(new Set(['conflict']));
    expect(found[0]).toMatchObject({ suggested: '910212', declared: '851762' });
    const checkOf = await readGoodsCheck(database, 'B1-2-1');
    expect(checkOf).toMatchObject({ text: 'wrist watch lot 1', agreement: 'conflict' });
    expect(checkOf?.pack).toEqual({ id: 'hs', version: '1.0.0' });
    expect(await readGoodsCheck(database, 'B1-2-2')).toMatchObject({ suggested: null });
    expect(await readGoodsCheck(database, 'unknown')).toBeUndefined();
    expect(await readDeclaredGoods(database, 'B1-0-0')).toEqual({
      ...{ text: 'frozen shrimp lot 0', declared: '030617' },
    });
  });

  it('is done anew by another version, in place of the one before', async () => {
    const summary = valueOf(await check(makeCall().call, openedModel('1.1.0')));
    expect(summary.checked).toBe(3 * LINES);
    expect(await database.goodsChecks.count()).toBe(3);
    expect((await readGoodsCheck(database, 'B1-0-0'))?.pack.version).toBe('1.1.0');
  });

  it('takes up what was imported meanwhile', async () => {
    const findings = new Findings(database);
    valueOf(await check(makeCall().call, openedModel('1.1.0'), findings));
    await database.goodsTexts.add(goodsChunk('B2', 0, 30));
    const summary = valueOf(await check(makeCall().call, openedModel('1.1.0'), findings));
    expect(summary).toMatchObject({ lines: 3 * LINES + 30, checked: 3 * LINES + 30 });
  });
});
