import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shellMessages } from '../../src/i18n/messages/shell.ts';
import { ClearancePage } from './clearance-page.ts';
import { Office, Tablet } from './office.ts';

/** The same build with another page title, as the next release would be: N and N + 1. */
function nextRelease(): string {
  const dist = join(mkdtempSync(join(tmpdir(), 'haechi-next-')), 'dist');
  cpSync('dist', dist, { recursive: true });
  const page = join(dist, 'index.html');
  const before = readFileSync(page);
  appendFileSync(page, '<!-- next -->\n');
  const hash = (bytes: Buffer) => createHash('md5').update(bytes).digest('hex');
  const worker = join(dist, 'worker.js');
  const text = readFileSync(worker, 'utf8');
  const changed = text.replace(hash(before), hash(readFileSync(page)));
  expect(changed, 'the precache list names index.html by its hash').not.toBe(text);
  writeFileSync(worker, changed);
  expect(readdirSync(dist)).toContain('assets');
  return dist;
}

describe('a new version of the app', () => {
  let office = new Office();
  const tablet = new Tablet();
  beforeAll(() => office.open());
  afterAll(async () => {
    await tablet.discard();
    await office.close();
  });

  test('waits until the officer agrees, and keeps every record', async () => {
    const page = await tablet.switchOn();
    const desk = new ClearancePage(page);
    await page.goto(office.url);
    await desk.waitForPacks();
    await desk.loadSampleWeek();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    const before = await desk.readLog();

    const { port } = office;
    await office.close();
    office = new Office('models', nextRelease());
    office.port = port;
    await office.open();
    await page.reload();
    await page.getByText(shellMessages.ko.updateReady).waitFor({ timeout: 30_000 });
    expect(await page.content()).not.toContain('<!-- next -->');

    await page.getByRole('button', { name: shellMessages.ko.updateNow }).click();
    await page.waitForFunction(() => document.documentElement.outerHTML.includes('next'));
    await desk.rows.first().getByText('%').waitFor();
    expect(await desk.readLog()).toEqual(before);
  });
});
