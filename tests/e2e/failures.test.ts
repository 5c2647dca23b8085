import {
  mkdtempSync,
  openSync,
  closeSync,
  ftruncateSync,
  cpSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { faultMessages } from '../../src/i18n/messages/faults.ts';
import { shellMessages } from '../../src/i18n/messages/shell.ts';
import { ClearancePage } from './clearance-page.ts';
import { Office, Tablet } from './office.ts';

const HEADER =
  'Declaration ID,Date,HS6 Code,Country of Departure,Country of Origin,Net Mass,Item Price';
const textFile = (name: string, text: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});
const title = (code: Parameters<typeof faultMessages.ko>[0]['code']) =>
  faultMessages.ko({ code }).title;

describe('when things go wrong', () => {
  let office: Office;
  let tablet: Tablet;
  beforeEach(async () => {
    office = new Office();
    tablet = new Tablet();
    await office.open();
  });
  afterEach(async () => {
    await tablet.discard();
    await office.close();
  });

  test('a bad file gets a clear answer and changes nothing', async () => {
    const page = await tablet.switchOn();
    const desk = new ClearancePage(page);
    await page.goto(office.url);
    await desk.waitForPacks();
    const before = (await desk.readLog()).length;
    const row = 'A1,2026-11-16,910212,HK,CN,10,1000';
    const folder = mkdtempSync(join(tmpdir(), 'haechi-huge-'));
    const huge = join(folder, 'huge.csv');
    const handle = openSync(huge, 'w');
    ftruncateSync(handle, 1024 ** 3);
    closeSync(handle);

    const bad: [string | ReturnType<typeof textFile>, string][] = [
      [textFile('empty.csv', ''), title('file-empty')],
      [
        textFile('page.csv', '<!doctype html><html><script>alert(1)</script></html>'),
        title('file-not-a-table'),
      ],
      [textFile('twice.csv', `${HEADER}\n${row}\n${row}\n`), title('ids-repeated')],
      [
        textFile('nothing.csv', `${HEADER}\nA1,yesterday,watch,HK,CN,ten,1000\n`),
        title('no-good-rows'),
      ],
      [huge, title('file-too-large')],
    ];
    for (const [file, words] of bad) {
      await desk.chooseFile(file);
      await page.getByText(words).first().waitFor();
      await page.reload();
      await page.getByRole('button', { name: desk.imports.sample }).waitFor();
    }
    expect(await desk.readLog()).toHaveLength(before);
  });

  test('good rows come in though others are bad, and each bad cell is listed with its place', async () => {
    const page = await tablet.switchOn();
    const desk = new ClearancePage(page);
    await page.goto(office.url);
    await desk.waitForPacks();
    const text = `${HEADER}\nA1,2026-11-16,910212,HK,CN,10,1000\nA2,2026-02-30,910212,HK,CN,10,1000\n`;
    await desk.chooseFile(textFile('mixed.csv', text));
    await page.getByText('2026-02-30').waitFor();
    await desk.closeReport();
    expect(await desk.rows.count()).toBe(1);
  });

  test('hostile text in a file is shown as text and runs nowhere', async () => {
    const page = await tablet.switchOn();
    const desk = new ClearancePage(page);
    await page.goto(office.url);
    await desk.waitForPacks();
    const attack = '<img src=x onerror=document.title="owned">';
    const text = `${HEADER},Importer ID\nA1,2026-11-16,910212,HK,CN,10,1000,"${attack.replaceAll('"', '""')}"\n`;
    await desk.chooseFile(textFile('hostile.csv', text));
    await desk.closeReport();
    await page.getByText(attack).first().waitFor();
    expect(await page.title()).toBe('해치');
    expect(await page.locator('img').count()).toBe(0);
  });

  test('a pack corrupted on its way is refused in words, and taken once it arrives whole', async () => {
    const models = mkdtempSync(join(tmpdir(), 'haechi-models-'));
    cpSync('models', models, { recursive: true });
    const file = join(models, 'risk/v1/arrays.bin');
    const bytes = readFileSync(file);
    const whole = Buffer.from(bytes);
    bytes[1000] = (bytes[1000] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    await office.close();
    office = new Office(models);
    await office.open();

    const page = await tablet.switchOn();
    const desk = new ClearancePage(page);
    await page.goto(`${office.url}#/packs`);
    await page.getByText(title('pack-corrupt')).first().waitFor();
    await page.goto(`${office.url}#/clearance`);
    await desk.loadSampleWeek();
    await page.getByText(title('model-missing')).first().waitFor();
    expect(await page.getByText('판단 불가').count()).toBeGreaterThan(0);

    writeFileSync(file, whole);
    await page.goto(`${office.url}#/packs`);
    await page.getByRole('button', { name: desk.packs.again }).first().click();
    await desk.waitForPacks();
    await page.goto(`${office.url}#/clearance`);
    await desk.rows.first().getByText('%').waitFor();
  });

  test('a browser that refuses to store is told before any work starts', async () => {
    const page = await tablet.switchOn();
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('storage is blocked', 'SecurityError');
      };
    });
    await page.goto(office.url);
    await page.getByText(shellMessages.ko.noStorageTitle).waitFor();
    expect(await page.getByRole('button', { name: '예시 한 주' }).count()).toBe(0);
  });

  test('an address cut in half leads to the list instead of nowhere', async () => {
    const page = await tablet.switchOn();
    await page.goto(`${office.url}#/case/%E0%A4%A`);
    await page.getByRole('button', { name: '예시 한 주' }).waitFor();
  });

  test('a bug beside the drawing is said on the screen, with what was kept', async () => {
    const page = await tablet.switchOn();
    await page.goto(office.url);
    await page.getByRole('button', { name: '예시 한 주' }).waitFor();
    await page.evaluate(() => void Promise.reject(new TypeError('planted')));
    await page.getByText(shellMessages.ko.brokenTitle).waitFor();
    await page.getByText('TypeError: planted').waitFor();
  });

  test('a declaration that is not on this tablet says so', async () => {
    const page = await tablet.switchOn();
    await page.goto(`${office.url}#/case/no-such-number`);
    await page.getByText(title('not-found')).first().waitFor();
  });
});
