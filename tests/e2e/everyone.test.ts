import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright';
import { ClassifyPage } from './classify-page.ts';
import { ClearancePage, type Locale } from './clearance-page.ts';
import { ControlledPage } from './controlled-page.ts';
import { Office, PHONE, Tablet, TABLET } from './office.ts';

const SCREENS = [
  ...['#/clearance', 'case', '#/classify', 'suggestion', 'question', 'invoice', 'nomenclature'],
  ...['#/packs', '#/outbox', 'controlled case', 'requirements'],
] as const;

const LIST_WITH_FAULTS = [
  ['8517.1O', '전파법', '국립전파연구원', '적합성평가확인서', '2026-02-30', ''],
  ['3004', '약사법', '', '표준통관예정보고서', '2020-01-01', '2019-12-31'],
  ['9999', '어린이제품 안전 특별법', '한국제품안전관리원', '인증서', '2020-01-01', ''],
];

/** The classify screen by what is in its box. */
const GOODS: Readonly<Record<string, string>> = {
  suggestion: 'leather upper hiking boots, rubber sole',
  question: '부품 sample',
  invoice: '1. leather hiking boots\n2. frozen shrimp',
  nomenclature: '8517.13-0000',
};

describe.for([
  ['ko', TABLET],
  ['en', TABLET],
  ['ko', PHONE],
  ['en', PHONE],
] as const)('in %s on a screen of %o', ([locale, viewport]) => {
  const office = new Office();
  const tablet = new Tablet({ locale: locale === 'ko' ? 'ko-KR' : 'en-US', viewport });
  let page: Page;
  let desk: ClearancePage;
  let goods: ControlledPage;
  let caseAddress = '';
  let controlledCase = '';

  beforeAll(async () => {
    await office.open();
    page = await tablet.switchOn();
    desk = new ClearancePage(page, locale satisfies Locale);
    await page.goto(office.url);
    await desk.waitForPacks();
    await desk.loadSampleWeek();
    await desk.openNext.click();
    await page.waitForURL(/#\/case\//);
    caseAddress = new URL(page.url()).hash;
    goods = new ControlledPage(page, locale);
    await goods.waitForAnswers();
    controlledCase = (await goods.numbersOf('hidden'))[0] ?? '';
  });
  afterAll(async () => {
    await tablet.discard();
    await office.close();
  });

  async function visit(screen: (typeof SCREENS)[number]): Promise<void> {
    const text = GOODS[screen];
    if (screen === 'controlled case') await goods.openCase(office.url, controlledCase);
    else if (screen === 'requirements') await goods.openList(office.url);
    else if (screen === 'case') await page.goto(office.url + caseAddress);
    else await page.goto(office.url + (text === undefined ? screen : '#/classify'));
    await desk.title.waitFor();
    if (screen === 'controlled case') await goods.unfold();
    if (text !== undefined) await write(text);
    await page.waitForTimeout(400);
  }

  async function axeFaults(where: string): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page }).analyze();
    return violations.map((v) => `${where} ${v.id}: ${v.nodes.map((n) => n.html).join(' | ')}`);
  }

  /** Pixels by which the page, or a sheet's content, runs over the edge. */
  function overflow(): Promise<unknown> {
    return page.evaluate(() => {
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
      const sheet = document.querySelector('[role=dialog] .sheet-body');
      const inSheet = sheet ? sheet.scrollWidth - sheet.clientWidth : 0;
      return {
        wide: Math.max(scrollWidth - clientWidth, inSheet),
        high: scrollHeight - clientHeight,
      };
    });
  }

  function smallTargets(): Promise<string[]> {
    return page.evaluate(() =>
      [...document.querySelectorAll('button, a[href], input, select, summary, [role=slider]')]
        .filter((element) => element.checkVisibility() && element.getClientRects().length > 0)
        .filter((element) => !element.closest('.skip, .visually-hidden'))
        .map((element) => ({ box: element.getBoundingClientRect(), html: element.outerHTML }))
        .filter(({ box }) => box.width > 1 && (box.height < 43.5 || box.width < 43.5))
        .map(({ box, html }) => `${box.width}x${box.height} ${html.slice(0, 120)}`),
    );
  }

  /** Puts goods into the box and opens what there is to open. */
  async function write(goods: string): Promise<void> {
    const classify = new ClassifyPage(page, locale);
    await classify.open(office.url);
    await classify.box.fill(goods);
    await page.waitForTimeout(1000);
    const lines = page.getByRole('button', { name: classify.words.checkLines });
    if (await lines.isVisible()) await lines.click();
    else if (await classify.candidates.first().isVisible())
      await classify.candidates.first().click();
  }

  test.for(SCREENS)('%s has no accessibility fault in either theme', async (screen) => {
    await visit(screen);
    for (const theme of ['light', 'hc']) {
      await page.evaluate((t) => (document.documentElement.dataset['theme'] = t), theme);
      // Colours change over 120 ms.
      await page.waitForTimeout(300);
      expect(await axeFaults(theme)).toEqual([]);
    }
  });

  test('the sheets have none either', async () => {
    await visit('#/clearance');
    const m = desk.words;
    const sheets = [m.filter, m.sorts.risk, desk.shell.officerTitle, desk.shell.storageTitle];
    for (const name of sheets) {
      await page.getByRole('button', { name }).first().click();
      await page.getByRole('dialog').waitFor();
      await page.waitForTimeout(300);
      expect(await axeFaults(String(name))).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
  });

  test('the sheets of the classify screen have none', async () => {
    await visit('suggestion');
    const classify = new ClassifyPage(page, locale);
    const m = classify.words;
    const names = [m.sideBySide, /\d/, ...(viewport === PHONE ? [m.tariff.search] : [])];
    for (const name of names) {
      const button = page.getByRole('button', { name }).and(page.locator('[aria-haspopup=dialog]'));
      await button.first().click();
      await page.getByRole('dialog').waitFor();
      await page.waitForTimeout(400);
      expect(await axeFaults(String(name))).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
  });

  test('the sheet that takes a list in has none, cuts nothing off and has large buttons', async () => {
    await visit('requirements');
    const steps = [
      () => page.getByRole('button', { name: goods.imports.open }).click(),
      () => goods.giveList(ControlledPage.list(LIST_WITH_FAULTS)),
      () => goods.giveList(ControlledPage.list(LIST_WITH_FAULTS.slice(2))),
    ];
    for (const [step, goOn] of steps.entries()) {
      await goOn();
      if (step > 0) await goods.sheet.locator('dl').waitFor();
      await page.waitForTimeout(400);
      expect(await axeFaults(`step ${step}`)).toEqual([]);
      expect(await overflow()).toEqual({ wide: 0, high: 0 });
      expect(await smallTargets()).toEqual([]);
    }
    await page.keyboard.press('Escape');
    await goods.sheet.waitFor({ state: 'detached' });
  });

  test.for(SCREENS)('%s speaks its language and does not run over the edge', async (screen) => {
    await visit(screen);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(locale);
    expect(await overflow()).toEqual({ wide: 0, high: 0 });
  });

  test.for(SCREENS)('%s has buttons and links large enough for a gloved finger', async (screen) => {
    await visit(screen);
    expect(await smallTargets()).toEqual([]);
  });
});
