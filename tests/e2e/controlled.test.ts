import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright';
import { ANSWER_OF } from '../../src/contracts/controlled.ts';
import { controlledMessages } from '../../src/i18n/messages/controlled.ts';
import { faultMessages } from '../../src/i18n/messages/faults.ts';
import { ControlledPage } from './controlled-page.ts';
import { Office, Tablet } from './office.ts';

describe('controlled goods of the sample week, on a tablet whose network has gone', () => {
  const office = new Office();
  const tablet = new Tablet();
  let page: Page;
  let goods: ControlledPage;
  /** Number of the case decided, and what its section said. */
  const decided = { number: '', said: '', laneSize: 0 };

  const start = async (): Promise<void> => {
    page = await tablet.switchOn();
    goods = new ControlledPage(page);
    await page.goto(office.url);
  };

  beforeAll(async () => {
    await office.open();
    await start();
    await goods.desk.waitForPacks();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await office.close();
    await goods.desk.loadSampleWeek();
    await goods.waitForAnswers();
  });
  afterAll(() => tablet.discard());

  test('the filter lists them in whatever lane, once all goods texts are read', async () => {
    const { words } = goods.desk;
    await goods.showLane(office.url);
    const found = (await goods.answers()).filter(
      ({ ground }) => ground !== undefined && ANSWER_OF[ground] === 'check',
    );
    await page.getByRole('button', { name: words.filter }).click();
    await goods.sheet.getByRole('button', { name: words.all, exact: true }).click();
    await goods.sheet.getByRole('button', { name: words.controlledOnly }).click();
    await goods.sheet.getByRole('button', { name: words.show(found.length) }).click();
    // Lines to be inspected stay in their lane.
    expect(found.length).toBeGreaterThanOrEqual(await goods.laneSize());
    await page.getByRole('button', { name: words.filterCount(1) }).click();
    await goods.sheet.getByRole('button', { name: words.clearFilters }).click();
    await goods.leaveSheet();
  });

  test('their lane lists nothing else, and says how many lack a paper and how many are suspected', async () => {
    const { words } = goods.desk;
    const whole = /서류 없음 [1-9]\d*건 · 의심 [1-9]\d*건/;
    await goods.lane.filter({ hasText: whole }).waitFor();
    await goods.lane.click();
    const size = await goods.laneSize();
    await page
      .getByRole('status')
      .filter({ hasText: words.found(size) })
      .waitFor();
    const tags = new RegExp(`${words.controlledTag}|${words.noDocumentTag}`);
    const rows = await goods.desk.rows.allInnerTexts();
    expect(rows.length).toBeGreaterThan(4);
    expect(rows.filter((row) => !tags.test(row))).toEqual([]);
    expect(await page.getByText(words.controlledStarter).count()).toBeGreaterThan(0);
  });

  test('a suspected line names code, law, paper and percent, marks the words, and says what it rests on', async () => {
    await goods.showLane(office.url);
    decided.laneSize = await goods.laneSize();
    decided.number = (await goods.numbersOf('hidden'))[0] ?? '';
    await goods.openCase(office.url, decided.number);
    const answer = (await goods.answers()).find(({ id }) => id === decided.number);
    const code = answer?.suspect?.replace(/^(\d{4})(\d{2})$/, '$1.$2') ?? 'none';
    await goods.answered('check').waitFor();
    await goods.section.locator('.text .code').first().waitFor();
    await goods.section.getByText(new RegExp(`^${code} 쪽: “`)).waitFor();
    decided.said = await goods.section.innerText();
    expect(decided.said).toMatch(/세관장확인대상일 수 있습니다 (\d+\s%|99\s% 넘음)/);
    expect(decided.said).toContain(`의심되는 코드: ${code} (`);
    expect(decided.said).toContain(goods.words.simulated);
    expect(decided.said).toContain(goods.words.starter);
    expect(decided.said).toContain(await goods.lawOfPaper(answer?.suspect ?? ''));
    expect(decided.said).toContain(goods.words.clues);
  });

  test('the decision on it is recorded with what was seen, and the next line opens', async () => {
    await goods.openCase(office.url, decided.number);
    const here = page.url();
    await goods.desk.decide('review').click();
    await goods.desk.sayWho('김가람');
    await page.getByText(goods.desk.cases.recorded('review')).waitFor();
    await page.waitForFunction((was) => location.href !== was, here);
    await goods.section.locator('.foot').waitFor();
    await goods.answered('check').waitFor();
    const answer = (await goods.answers()).find(({ id }) => id === decided.number);
    const events = (await goods.desk.readLog()).filter((e) => e.kind === 'decision-recorded');
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ subject: decided.number, actor: '김가람' });
    expect(events[0]?.body).toMatchObject({
      decision: 'review',
      seen: { lane: 'controlled' },
      controlled: {
        ...{ ground: 'hidden', suspect: answer?.suspect, list: '1.0.0', model: '1.0.0' },
        // Stored answers are kept at single precision.
        probability: expect.closeTo(answer?.probability ?? NaN, 6) as number,
      },
    });
  });

  test('a line without its paper names law and paper, and no percent', async () => {
    const [number = ''] = await goods.numbersOf('document-missing');
    await goods.openCase(office.url, number);
    await goods.answered('check').waitFor();
    const said = await goods.section.innerText();
    expect(said).toMatch(/필요한 서류(가| \d+가지가) 신고에 적혀 있지 않습니다/);
    const code = /신고한 코드\(([\d.]+)/.exec(said)?.[1]?.replace('.', '') ?? '';
    expect(said).toContain(await goods.lawOfPaper(code));
    expect(said).toContain(goods.words.requirementStates.missing);
    expect(said).toContain('목록에 따른 답이라 확률이 없습니다.');
    expect(said).not.toMatch(/\d\s%/);
    expect(said).not.toContain(goods.words.simulated);
  });

  test('all is there after the browser was killed and started again', async () => {
    await tablet.switchOff();
    await start();
    await goods.desk.rows.first().getByText('%').waitFor();
    await expect.poll(() => goods.laneSize()).toBe(decided.laneSize);
    await goods.openCase(office.url, decided.number);
    await page.getByText(goods.desk.cases.standing('review')).first().waitFor();
    await goods.section.locator('.text .code').first().waitFor();
    expect(await goods.section.innerText()).toBe(decided.said);
    expect((await goods.desk.readLog()).map((event) => event.kind)).toContain('decision-recorded');
    expect(tablet.errors.filter((error) => !error.includes('ERR_CONNECTION_REFUSED'))).toEqual([]);
  });
});

const RADIO = '방송통신기자재등의 적합성평가확인서';
const LINES = [
  ['GIVEN', '8517130000', '5G 스마트폰 128GB 신품', RADIO],
  ['MISSING', '8517130000', '5G 스마트폰 128GB 신품', ''],
  ['HONEST', '6109100000', '면 편직 남성용 반소매 티셔츠', ''],
  ['HIDDEN', '9209990000', 'fresh okra pods chilled', ''],
] as const;
/** Of the lines above it names the shirts alone. */
const OWN_LIST = [
  ['6109.10', '의류 안전법', '의류안전원', '의류 안전확인서', '2020-01-01', ''],
  ['3004', '약사법', '식품의약품안전처', '표준통관예정보고서', '2020-01-01', '2027-12-31'],
];
const BAD_LIST = OWN_LIST.with(1, ['3004', '약사법', '식약처', '보고서', '2026-02-30', '']);

describe('an administration brings its own list to a tablet without a network', () => {
  const office = new Office();
  const tablet = new Tablet();
  let page: Page;
  let goods: ControlledPage;

  beforeAll(async () => {
    await office.open();
    page = await tablet.switchOn();
    goods = new ControlledPage(page);
    await page.goto(office.url);
    await goods.desk.waitForPacks();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await office.close();
    await goods.desk.chooseFile(ControlledPage.declarations(LINES));
    await goods.desk.closeReport();
    await goods.waitForAnswers();
  });
  afterAll(() => tablet.discard());

  const listed = async (importers: readonly string[]): Promise<void> => {
    await goods.showLane(office.url);
    await expect.poll(() => goods.listed()).toEqual(importers);
  };

  test('a line with its paper, or honest under a code that needs none, is not suspected', async () => {
    await listed(['IM-HIDDEN', 'IM-MISSING']);
    const grounds = (await goods.answers()).map(({ id, ground }) => [id, ground]);
    expect(Object.fromEntries(grounds)).toEqual({
      ...{ GIVEN: 'document-given', MISSING: 'document-missing' },
      ...{ HONEST: 'no-sign', HIDDEN: 'hidden' },
    });
    await goods.openCase(office.url, 'GIVEN');
    await goods.answered('fits').waitFor();
    await goods.section.getByText(goods.words.requirementStates.given, { exact: true }).waitFor();
    await goods.section.getByText(goods.words.stated(RADIO)).waitFor();
    await goods.openCase(office.url, 'MISSING');
    await goods.section.getByText(goods.words.statedNone).waitFor();
    await goods.openCase(office.url, 'HONEST');
    await goods.answered('fits').waitFor();
  });

  test('a list with a fault is refused with line and column, and nothing changes', async () => {
    const before = await goods.desk.readLog();
    await goods.openList(office.url);
    await goods.giveList(ControlledPage.list(BAD_LIST));
    await goods.sheet.getByText(goods.imports.hasErrors(1)).waitFor();
    const fault = goods.sheet.getByRole('row').filter({ hasText: '2026-02-30' });
    expect((await fault.getByRole('cell').allInnerTexts()).slice(0, 3)).toEqual([
      ...['3', '시행일', '2026-02-30'],
    ]);
    expect(await goods.sheet.getByRole('button', { name: goods.imports.swap }).count()).toBe(0);
    expect(await goods.listVersion()).toBe('1.0.0');
    expect(await goods.desk.readLog()).toEqual(before);
    await goods.leaveSheet();
  });

  test('a file that is no list is refused in words', async () => {
    const words = (code: 'file-empty' | 'file-not-a-table') => faultMessages.ko({ code }).title;
    const file = (name: string, text: string) => ({
      ...{ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) },
    });
    await goods.openList(office.url);
    for (const [bad, title] of [
      [file('list.pdf', '%PDF-1.7\n%âãÏÓ\n1 0 obj\n'), words('file-not-a-table')],
      [file('empty.csv', ''), words('file-empty')],
      [file('letter.csv', 'Dear officer\nplease find\n'), '필요한 칸을 찾지 못했습니다'],
    ] as const) {
      await goods.giveList(bad);
      await goods.sheet.getByText(title).waitFor();
    }
    expect(await goods.listVersion()).toBe('1.0.0');
    await goods.leaveSheet();
  });

  test('a good workbook is reviewed and swapped in, and the lines are answered anew by it', async () => {
    await goods.openList(office.url);
    await goods.giveList(await ControlledPage.workbook(OWN_LIST));
    await goods.sheet.getByText(goods.imports.falls).waitFor();
    await goods.sheet.getByText('의류 안전법 · 약사법').waitFor();
    expect(await goods.listVersion()).toBe('1.0.0');
    await goods.sheet.getByRole('button', { name: goods.imports.swapAnyway }).click();
    await goods.sheet.waitFor({ state: 'detached' });
    const version = (await goods.listVersion()) ?? '';
    expect(version).toMatch(/^20\d\d\.\d{3,4}\.\d+$/);
    await page.getByText(goods.imports.swapped(version)).waitFor();
    await page.getByText(goods.desk.packs.controlled.own).waitFor();
    await goods.waitForAnswers(version);
    await listed(['IM-HONEST']);
    await goods.openCase(office.url, 'HONEST');
    const said = await goods.section.innerText();
    expect(said).toContain('의류 안전확인서 (의류 안전법)');
    expect(said).toContain(goods.words.versions(version, '1.0.0'));
    expect(said).not.toContain(goods.words.starter);
  });

  test('is rolled back in one tap, and the answers are as before', async () => {
    const { packs } = goods.desk;
    await goods.openList(office.url);
    await page.getByRole('button', { name: packs.rollBack('1.0.0') }).click();
    await goods.sheet.getByRole('button', { name: packs.confirmRollBack }).click();
    await page.getByText(packs.controlled.starterNot).first().waitFor();
    await goods.waitForAnswers('1.0.0');
    await listed(['IM-HIDDEN', 'IM-MISSING']);
    const kinds = (await goods.desk.readLog()).map((event) => event.kind);
    expect(kinds.slice(-2)).toEqual(['pack-activated', 'pack-rolled-back']);
  });

  test('the section reads in English as well', async () => {
    await page.getByRole('button', { name: goods.desk.shell.otherLanguageLabel }).click();
    const m = controlledMessages.en;
    const english = new ControlledPage(page, 'en');
    await english.openCase(office.url, 'HIDDEN');
    await english.answered('check').waitFor();
    const said = await english.section.innerText();
    expect(said).toMatch(/May be controlled goods (\d+\s%|over 99\s%)/);
    for (const words of [m.simulated, m.starter, 'Needed if', m.requirementStates.missing])
      expect(said).toContain(words);
    // Articles are cited as the law numbers them.
    expect(said.replaceAll(/제\d+조(의\d+)?/g, '')).not.toMatch(/[가-힣]/);
    expect(tablet.errors.filter((error) => !error.includes('ERR_CONNECTION_REFUSED'))).toEqual([]);
  });
});
