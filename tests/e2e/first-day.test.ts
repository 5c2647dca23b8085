import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright';
import { ClearancePage } from './clearance-page.ts';
import { Office, Tablet } from './office.ts';

describe('an officer with a fresh tablet', () => {
  const office = new Office();
  const tablet = new Tablet();
  let page: Page;
  let desk: ClearancePage;

  beforeAll(async () => {
    await office.open();
    page = await tablet.switchOn();
    desk = new ClearancePage(page);
    await page.goto(office.url);
    await desk.waitForPacks();
  });
  afterAll(async () => {
    await tablet.discard();
    await office.close();
  });

  test('loads the sample week and gets it ranked, highest risk first', async () => {
    await desk.loadSampleWeek();
    await desk.rows.first().getByText('%').waitFor();
    const percents = await desk.rows.getByText(/\d+ %$/).allInnerTexts();
    const values = percents.map((text) => Number(/(\d+) %/.exec(text)?.[1]));
    expect(values.length).toBeGreaterThan(4);
    expect(values).toEqual(values.toSorted((a, b) => b - a));
  });

  test('sees by the slider how much more a larger capacity would catch', async () => {
    const slider = page.getByRole('slider').first();
    await slider.focus();
    await page.keyboard.press('End');
    await page.getByText(/30\s%/).first().waitFor();
    const lane = page.getByRole('button', { name: new RegExp(`^${desk.words.laneNames.inspect}`) });
    await page.waitForFunction(
      (text) => document.querySelector('main')?.textContent?.includes(text) ?? false,
      '1,200',
    );
    expect(await lane.first().innerText()).toContain('1,200');
    await slider.focus();
    await page.keyboard.press('Home');
    for (let step = 1; step < 10; step++) await page.keyboard.press('ArrowRight');
  });

  test('opens the next line, reads why, says once who decides, and is led to the one after', async () => {
    await desk.openNext.click();
    await page.waitForURL(/#\/case\//);
    const first = page.url();
    await page.getByText(desk.cases.adds).waitFor();
    await desk.decide('inspect').click();
    await desk.sayWho('김가람');
    await page.waitForFunction((before) => location.href !== before, first);
    expect(page.url()).toMatch(/#\/case\//);
    const decided = (await desk.readLog()).filter((event) => event.kind === 'decision-recorded');
    expect(decided).toHaveLength(1);
    expect(decided[0]?.actor).toBe('김가람');
    expect(decided[0]?.body).toMatchObject({
      decision: 'inspect',
      seen: { lane: 'inspect', pack: 'risk', version: '1.0.0' },
    });
  });

  test('takes a decision back within eight seconds, and both stay in the log', async () => {
    await page.getByRole('button', { name: desk.cases.undo }).click();
    await expect
      .poll(async () => (await desk.readLog()).map((event) => event.kind))
      .toContain('decision-withdrawn');
    expect((await desk.readLog()).some((event) => event.kind === 'decision-recorded')).toBe(true);
  });

  test('decides by keyboard alone: 1, 2, 3 and N', async () => {
    const before = (await desk.readLog()).filter((e) => e.kind === 'decision-recorded').length;
    for (const key of ['1', '2', '3']) {
      const here = page.url();
      await page.getByText(desk.cases.adds).waitFor();
      await page.keyboard.press(key);
      await page.waitForFunction((was) => location.href !== was, here);
    }
    const here = page.url();
    await page.keyboard.press('n');
    await page.waitForFunction((was) => location.href !== was, here);
    const decided = (await desk.readLog()).filter((e) => e.kind === 'decision-recorded');
    expect(decided).toHaveLength(before + 3);
  });

  test('goes back to the list and finds the decided lines marked', async () => {
    await page.keyboard.press('Escape');
    await page.waitForURL(/#\/clearance/);
    await desk.rows.first().waitFor();
    expect(await page.getByText(/결정함/).count()).toBeGreaterThan(0);
  });

  test('exports the ranked list as a file that opens in a spreadsheet', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: desk.words.exportList }).click();
    const path = await (await download).path();
    const { readFile } = await import('node:fs/promises');
    const text = await readFile(path, 'utf8');
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text.trim().split(/\r?\n/)).toHaveLength(4001);
    expect(text).not.toMatch(/(^|,)"?[=+@]/m);
  });

  test('met no error on the way', () => {
    expect(tablet.errors).toEqual([]);
  });
});
