import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Page } from 'playwright';
import { ClassifyPage } from './classify-page.ts';
import { ClearancePage } from './clearance-page.ts';
import { Office, Tablet } from './office.ts';

const ATTACK = '<img src=x onerror=document.title="owned">';
const GOODS = [
  { id: 'A1', goods: 'frozen peeled shrimp IQF 31/40', code: '910212' },
  { id: 'A2', goods: `${ATTACK} leather upper hiking boots, rubber sole`, code: '640399' },
  { id: 'A3', goods: '', code: '851713' },
];

describe('an officer who classifies goods without a network', () => {
  const office = new Office();
  const tablet = new Tablet();
  let page: Page;
  let desk: ClearancePage;
  let classify: ClassifyPage;

  beforeAll(async () => {
    await office.open();
    page = await tablet.switchOn();
    desk = new ClearancePage(page);
    classify = new ClassifyPage(page);
    await page.goto(office.url);
    await desk.waitForPacks();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await office.close();
    await desk.chooseFile(ClassifyPage.fileOf(GOODS));
    await desk.closeReport();
  });
  afterAll(() => tablet.discard());
  beforeEach(() => classify.open(office.url));

  const kindsRecorded = async (): Promise<string[]> =>
    (await desk.readLog()).map((event) => event.kind).filter((kind) => kind.startsWith('hs-'));

  test('gets candidates for Korean goods, with their place in both languages', async () => {
    await classify.ask('면 편직 남성용 반소매 티셔츠');
    await classify.candidates.first().click();
    expect(await classify.candidates.first().innerText()).toMatch(/61\d\d\.\d\d[^]*%/);
    const place = page.locator('section', { hasText: classify.words.tariff.place }).last();
    await place.getByText('61류').waitFor();
    await place.getByText('Apparel and clothing accessories').waitFor();
  });

  test('gets candidates for English goods, sees which words led there and what separates them', async () => {
    await classify.ask('leather upper hiking boots, rubber sole');
    await classify.candidates.first().click();
    expect(await classify.candidates.first().innerText()).toMatch(/64\d\d\.\d\d/);
    await page.locator('.echo .s3').first().waitFor({ state: 'attached' });
    await page.getByText(/쪽으로 민 말: “/).waitFor({ state: 'attached' });
    await page.getByText(classify.words.what).waitFor();
    await page.getByRole('button', { name: classify.words.sideBySide }).click();
    await page.getByRole('dialog').getByText('64류').first().waitFor();
    await page.keyboard.press('Escape');
  });

  test('goes down to ten digits and records the pick under their name', async () => {
    await classify.ask('leather upper hiking boots, rubber sole');
    await classify.candidates.first().click();
    const leaf = classify.leaves.nth(1);
    await leaf.check();
    const words = await classify.pick.innerText();
    expect(words).toMatch(/\d{4}\.\d{2}-\d{4}/);
    await classify.pick.click();
    await desk.sayWho('김가람');
    await page.getByText(/골랐다고 기록했습니다/).waitFor();
    const picked = (await desk.readLog()).find((event) => event.kind === 'hs-code-picked');
    expect(picked?.actor).toBe('김가람');
    expect(picked?.body).toMatchObject({
      text: 'leather upper hiking boots, rubber sole',
      code: /\d{4}\.\d{2}-\d{4}/.exec(words)?.[0].replace(/\D/g, ''),
      declaration: null,
      pack: 'hs',
    });
    await classify.bar.getByText(/기록함/).waitFor();
  });

  test('finds the own pick first when like goods come again', async () => {
    await classify.ask('hiking boots with leather upper and rubber sole');
    await page.getByText('leather upper hiking boots, rubber sole').first().waitFor();
    await page
      .getByText(/말이 \d+ % 겹침/)
      .first()
      .waitFor();
  });

  test('says that none fits, and that is recorded too', async () => {
    await classify.ask('wireless bluetooth earphones with charging case');
    await classify.reject.click();
    await page.getByText(classify.words.rejected).waitFor();
    expect(await kindsRecorded()).toContain('hs-suggestion-rejected');
  });

  test('takes the picks along as rows for a training', async () => {
    await classify.ask('leather upper hiking boots, rubber sole');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /내보내기/ }).click();
    const text = await readFile(await (await download).path(), 'utf8');
    expect(text.replace('\uFEFF', '')).toMatch(
      /^description,code\r\n"leather upper hiking boots, rubber sole",\d{10}\r\n$/,
    );
  });

  test('opens the nomenclature for a code instead of goods', async () => {
    await classify.box.fill('제8517호');
    await classify.tariff.getByRole('heading', { name: /8517/ }).waitFor();
    await page.getByText(/품명이 아니라 코드/).waitFor();
    await classify.box.fill('9999.99');
    await page.getByText(classify.words.tariff.notFound('9999.99')).waitFor();
  });

  test('searches the nomenclature by words and digits, and walks down to units', async () => {
    const search = page.getByRole('searchbox');
    await search.fill('smartphones cellular');
    await classify.tariff.getByRole('button', { name: /^8517\.13 / }).click();
    await classify.tariff.getByText('스마트폰', { exact: true }).first().waitFor();
    await search.fill('8517.13-0000');
    await classify.tariff.getByRole('button', { name: /8517\.13-0000/ }).click();
    await classify.tariff.getByText(classify.words.tariff.unitQuantity).waitFor();
    await search.fill('');
    await classify.tariff.getByRole('button', { name: /^16부/ }).click();
    await classify.tariff.getByRole('button', { name: /^85류/ }).click();
    await classify.tariff.getByRole('button', { name: /^8517 / }).waitFor();
  });

  test('chooses a code found in the nomenclature for the goods in the box', async () => {
    await classify.ask('leather upper hiking boots, rubber sole');
    await page.getByRole('searchbox').fill('9102.12');
    await classify.tariff.getByRole('button', { name: /^9102\.12 / }).click();
    await classify.tariff
      .getByRole('button', { name: classify.words.tariff.pick('9102.12') })
      .click();
    await page.getByText(classify.words.answer.fromTariff).waitFor();
    expect(await classify.pick.innerText()).toContain('9102.12');
  });

  test('holds the goods of a declaration against the declared code, and returns to its case', async () => {
    await page.goto(`${office.url}#/classify/A1`);
    await classify.answer.waitFor();
    expect(await classify.box.inputValue()).toBe('frozen peeled shrimp IQF 31/40');
    await page.getByText(classify.words.answer.declared, { exact: true }).first().waitFor();
    await page.getByText(/신고 9102\.12/).waitFor();
    await page.getByRole('button', { name: classify.words.fromDeclaration('A1') }).click();
    await page.waitForURL(/#\/case\/A1/);
  });

  test('is told when a declaration has no goods text', async () => {
    await page.goto(`${office.url}#/classify/A3`);
    await page.getByText(classify.words.noGoods).waitFor();
  });

  test('sees text that attacks as text', async () => {
    await page.goto(`${office.url}#/classify/A2`);
    await classify.answer.waitFor();
    expect(await classify.box.inputValue()).toContain(ATTACK);
    await page.waitForTimeout(300);
    expect(await page.title()).toBe('해치');
    expect(await page.locator('img').count()).toBe(0);
  });

  test('looks at each line of a pasted invoice', async () => {
    await classify.box.fill('1. leather hiking boots\n2. frozen shrimp\nTOTAL 300');
    await page.getByRole('button', { name: classify.words.checkLines }).click();
    const line = page.getByRole('button', { name: /^frozen shrimp/ });
    await line.getByText(/\d{4}\.\d{2}|\?/).waitFor();
    await line.click();
    expect(await classify.box.inputValue()).toBe('frozen shrimp');
    await page.getByRole('button', { name: classify.words.toLines(2, 2) }).click();
    await page.getByRole('button', { name: classify.words.endLines }).click();
    expect(await classify.box.inputValue()).toContain('leather hiking boots\n2.');
  });

  test('always gets a sensible answer: one letter, signs, pictures, a megabyte', async () => {
    for (const text of ['a', 'ㅋ', '!!! ???', '🦐🦐', '부품', 'sample', '샘플 gift 3 pcs']) {
      await classify.ask(text);
      expect(await classify.kind.innerText()).toBe(classify.words.answer.steps.ask);
      expect(await classify.pick.isDisabled()).toBe(true);
    }
    await classify.ask('leather hiking boots '.repeat(50_000));
    await page.getByText(/글이 길어/).waitFor();
    await classify.candidates.first().waitFor();
  });

  test('works by keyboard alone', async () => {
    await classify.ask('leather upper hiking boots, rubber sole');
    await page.keyboard.press('Escape');
    await page.keyboard.press('2');
    expect(await classify.candidates.nth(1).getAttribute('aria-pressed')).toBe('true');
    const before = (await kindsRecorded()).length;
    await page.keyboard.press('Control+Enter');
    await expect.poll(async () => (await kindsRecorded()).length).toBe(before + 1);
    await page.keyboard.press('/');
    await page.keyboard.type('0306');
    await classify.tariff.getByRole('button', { name: /^0306 / }).waitFor();
  });

  test('finds everything that was recorded after the tablet was switched off', async () => {
    const before = await kindsRecorded();
    await tablet.switchOff();
    page = await tablet.switchOn();
    desk = new ClearancePage(page);
    classify = new ClassifyPage(page);
    await classify.open(office.url);
    expect(await kindsRecorded()).toEqual(before);
    await classify.ask('leather upper hiking boots, rubber sole');
    await page
      .getByText(/말이 100 % 겹침/)
      .first()
      .waitFor();
  });

  test('met no error on the way', () => {
    expect(tablet.errors.filter((text) => !text.includes('ERR_CONNECTION_REFUSED'))).toEqual([]);
  });
});
