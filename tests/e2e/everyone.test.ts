import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright';
import { ClassifyPage } from './classify-page.ts';
import { ClearancePage, type Locale } from './clearance-page.ts';
import { Office, PHONE, Tablet, TABLET } from './office.ts';

const SCREENS = [
  ...['#/clearance', 'case', '#/classify', 'suggestion', 'question', 'invoice', 'nomenclature'],
  ...['#/packs', '#/outbox'],
] as const;

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
  let caseAddress = '';

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
  });
  afterAll(async () => {
    await tablet.discard();
    await office.close();
  });

  async function visit(screen: (typeof SCREENS)[number]): Promise<void> {
    const goods = GOODS[screen];
    const address = goods === undefined ? screen : '#/classify';
    await page.goto(office.url + (screen === 'case' ? caseAddress : address));
    await desk.title.waitFor();
    if (goods !== undefined) await write(goods);
    await page.waitForTimeout(400);
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
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map((v) => `${theme} ${v.id}: ${v.nodes.map((n) => n.html).join(' | ')}`),
      ).toEqual([]);
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
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map((v) => `${name} ${v.id}: ${v.nodes.map((n) => n.html).join(' | ')}`),
      ).toEqual([]);
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
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map((v) => `${name} ${v.id}: ${v.nodes.map((n) => n.html).join(' | ')}`),
      ).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
  });

  test.for(SCREENS)('%s speaks its language and does not run over the edge', async (screen) => {
    await visit(screen);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(locale);
    const over = await page.evaluate(() => {
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
      return { wide: scrollWidth - clientWidth, high: scrollHeight - clientHeight };
    });
    expect(over).toEqual({ wide: 0, high: 0 });
  });

  test.for(SCREENS)('%s has buttons and links large enough for a gloved finger', async (screen) => {
    await visit(screen);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('button, a[href], input, select, [role=slider]')]
        .filter((element) => element.checkVisibility() && element.getClientRects().length > 0)
        .filter((element) => !element.closest('.skip, .visually-hidden'))
        .map((element) => ({ box: element.getBoundingClientRect(), html: element.outerHTML }))
        .filter(({ box }) => box.width > 1 && (box.height < 43.5 || box.width < 43.5))
        .map(({ box, html }) => `${box.width}x${box.height} ${html.slice(0, 120)}`),
    );
    expect(small).toEqual([]);
  });
});
