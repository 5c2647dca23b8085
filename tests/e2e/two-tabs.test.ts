import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright';
import { findBreak } from '../../src/domain/events/chain.ts';
import { ClearancePage } from './clearance-page.ts';
import { Office, Tablet } from './office.ts';

describe('two windows on one tablet', () => {
  const office = new Office();
  const tablet = new Tablet();
  let first: Page;
  let second: Page;

  beforeAll(async () => {
    await office.open();
    first = await tablet.switchOn();
    await first.goto(office.url);
    const desk = new ClearancePage(first);
    await desk.waitForPacks();
    await desk.loadSampleWeek();
    second = await tablet.context.newPage();
    await second.goto(office.url);
    await new ClearancePage(second).rows.first().getByText('%').waitFor();
  });
  afterAll(async () => {
    await tablet.discard();
    await office.close();
  });

  test('decide on the same line at once: both decisions are kept, in one unbroken chain', async () => {
    const desks = [new ClearancePage(first), new ClearancePage(second)] as const;
    await desks[0].openNext.click();
    await first.getByText(desks[0].cases.adds).waitFor();
    const address = first.url();
    await second.goto(address);
    await second.getByText(desks[1].cases.adds).waitFor();
    await desks[0].decide('inspect').click();
    await desks[0].sayWho('김가람');
    await desks[1].decide('release').click();
    await desks[1].sayWho('이나래');
    await second.waitForFunction((was) => location.href !== was, address);

    const log = await desks[0].readLog();
    const decided = log.filter((event) => event.kind === 'decision-recorded');
    expect(decided.map((event) => [event.actor, event.body['decision']])).toEqual([
      ['김가람', 'inspect'],
      ['이나래', 'release'],
    ]);
    expect(new Set(decided.map((event) => event.subject)).size).toBe(1);
    expect(findBreak(log)).toBeUndefined();
  });
});
