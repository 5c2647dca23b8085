import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ClearancePage } from './clearance-page.ts';
import { Office, Tablet } from './office.ts';

describe('a tablet whose network has gone', () => {
  const office = new Office();
  const tablet = new Tablet();

  beforeAll(async () => {
    await office.open();
    const page = await tablet.switchOn();
    await page.goto(office.url);
    await new ClearancePage(page).waitForPacks();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await tablet.switchOff();
    await office.close();
  });
  afterAll(() => tablet.discard());

  test('starts from cold, imports, ranks, explains and keeps a decision', async () => {
    const page = await tablet.switchOn();
    const desk = new ClearancePage(page);
    await page.goto(office.url);
    await desk.loadSampleWeek();
    await desk.rows.first().getByText('%').waitFor();
    await desk.openNext.click();
    await page.getByText(desk.cases.adds).waitFor();
    const case1 = page.url();
    await desk.decide('review').click();
    await desk.sayWho('김가람');
    await page.waitForFunction((was) => location.href !== was, case1);
    await tablet.switchOff();
  });

  test('has everything that was recorded after the browser was killed and started again', async () => {
    const page = await tablet.switchOn();
    const desk = new ClearancePage(page);
    await page.goto(office.url);
    await desk.rows.first().getByText('%').waitFor();
    const log = await desk.readLog();
    expect(log.map((event) => event.kind)).toEqual(
      expect.arrayContaining(['declarations-imported', 'decision-recorded']),
    );
    await page.getByRole('link', { name: '연결 없음' }).waitFor();
    await tablet.switchOff();
  });
});
