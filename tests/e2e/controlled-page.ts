import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright';
import { GROUNDS, LIST_PACK, type Ground } from '../../src/contracts/controlled.ts';
import { openControlledList } from '../../src/domain/controlled/controlled-list.ts';
import { csvLine } from '../../src/domain/tables/csv-text.ts';
import { controlledMessages } from '../../src/i18n/messages/controlled.ts';
import { listImportMessages } from '../../src/i18n/messages/list-import.ts';
import type { ControlledChunk, InstalledPack } from '../../src/platform/database/database.ts';
import { sheetFile } from '../worker/zip-archive.ts';
import { ClearancePage, type Locale } from './clearance-page.ts';

const STARTER = openControlledList(
  readFileSync('models/rules/kr-controlled-goods/v1/requirements.json', 'utf8'),
);

interface Upload {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** What one line was answered, as it lies on the device. */
interface KeptAnswer {
  readonly id: string;
  readonly ground: Ground | undefined;
  readonly probability: number | null;
  readonly suspect: string | null;
}

/** What the app says of controlled goods as an officer finds their way in it: by what is written. */
export class ControlledPage {
  readonly page: Page;
  readonly desk: ClearancePage;
  readonly words: (typeof controlledMessages)['ko'];
  readonly imports: (typeof listImportMessages)['ko'];

  constructor(page: Page, locale: Locale = 'ko') {
    this.page = page;
    this.desk = new ClearancePage(page, locale);
    this.words = controlledMessages[locale];
    this.imports = listImportMessages[locale];
  }

  /** Waits until every line is answered by a list of this version, with its text read. */
  async waitForAnswers(list = '1.0.0'): Promise<void> {
    for (let waited = 0; waited < 60_000; waited += 250) {
      const chunks = await this.#chunks();
      const open = chunks.filter(
        ({ basis }) => !basis.startsWith(`${list}|`) || basis.endsWith('|unchecked'),
      );
      if (chunks.length > 0 && open.length === 0) return;
      await this.page.waitForTimeout(250);
    }
    throw new Error(`not all lines were answered by list ${list} within a minute`);
  }

  async answers(): Promise<KeptAnswer[]> {
    const chunks = await this.#chunks();
    return chunks.flatMap(({ ids, ground, probability, suspect }) =>
      ids.map((id, at) => ({
        id,
        ground: GROUNDS[ground[at] ?? -1],
        probability: Number.isNaN(probability[at]) ? null : (probability[at] ?? null),
        suspect: suspect[at] || null,
      })),
    );
  }

  /** Numbers of the lines that were answered on this ground, the surest first. */
  async numbersOf(ground: Ground): Promise<string[]> {
    const found = (await this.answers()).filter((answer) => answer.ground === ground);
    return found
      .sort((a, b) => (b.probability ?? 0) - (a.probability ?? 0))
      .map((answer) => answer.id);
  }

  async listVersion(): Promise<string | undefined> {
    const packs = await this.desk.records<InstalledPack>('packs');
    return packs.find(({ id, state }) => id === LIST_PACK && state === 'active')?.version;
  }

  get lane(): Locator {
    const { laneNames } = this.desk.words;
    return this.page.getByRole('button', { name: new RegExp(`^${laneNames.controlled}`) });
  }

  /** How many lines stand in the lane, as it says. */
  async laneSize(): Promise<number> {
    const numbers = await this.lane.locator('.size b').innerText();
    return Number(numbers.replace(/\D/g, ''));
  }

  /** Importers of the listed lines. */
  async listed(): Promise<string[]> {
    const rows = await this.desk.rows.allInnerTexts();
    return rows.flatMap((text) => /IM-[A-Z]+/.exec(text) ?? []).sort();
  }

  /** Goes to the list of the lane alone. */
  async showLane(address: string): Promise<void> {
    await this.page.goto(`${address}#/clearance`);
    await this.lane.waitFor();
    if ((await this.lane.getAttribute('aria-pressed')) !== 'true') await this.lane.click();
  }

  get section(): Locator {
    return this.page.getByRole('region', { name: this.words.title, exact: true });
  }

  async openCase(address: string, declaration: string): Promise<void> {
    await this.page.goto(`${address}#/case/${declaration}`);
    await this.page.getByText(declaration).first().waitFor();
    await this.section.locator('.foot').waitFor();
  }

  /** Brings the section into view with all that it holds back at first. */
  async unfold(): Promise<void> {
    const more = this.section.getByRole('button');
    while ((await more.count()) > 0) await more.first().click();
    await this.section.locator('.foot').scrollIntoViewIfNeeded();
  }

  /** The answer of the open case, as its tag says it. */
  answered(answer: keyof ControlledPage['words']['answers']): Locator {
    return this.section.getByText(this.words.answers[answer], { exact: true });
  }

  /** Law that the starter list gives for the first paper shown, for goods of this code. */
  async lawOfPaper(code: string): Promise<string> {
    const paper = await this.section.getByRole('listitem').first().locator('b').innerText();
    const row = STARTER.rows.find(
      ({ hs, document }) => code.startsWith(hs) && document.ko === paper,
    );
    if (!row) throw new Error(`the list asks for no “${paper}” for ${code}`);
    return row.law.ko;
  }

  /** Shows the list of requirements on the Packs screen. */
  async openList(address: string): Promise<void> {
    const { starter, administration } = this.desk.packs.controlled;
    await this.page.goto(`${address}#/packs`);
    // On a phone the list of packs and the pack take turns.
    const back = this.page.getByRole('button', { name: this.desk.packs.back, exact: true });
    if (await back.isVisible()) await back.click();
    await this.page
      .getByRole('button', { name: new RegExp(`${starter}$|${administration}$`) })
      .click();
    await this.page.getByRole('button', { name: this.imports.open }).waitFor();
  }

  get sheet(): Locator {
    return this.page.getByRole('dialog');
  }

  /** Closes the sheet and waits until it is gone: what is next must not meet it half closed. */
  async leaveSheet(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.sheet.waitFor({ state: 'detached' });
  }

  /** Gives a list file to the sheet, which is opened where it is not. */
  async giveList(file: Upload): Promise<void> {
    const input = this.sheet.locator('input[type=file]');
    const other = this.sheet.getByRole('button', { name: this.imports.chooseOther });
    if (!(await this.sheet.isVisible()))
      await this.page.getByRole('button', { name: this.imports.open }).click();
    else if (await other.isVisible()) await other.click();
    await input.setInputFiles(file);
  }

  /** A file of declarations with ten digits and a column for documents. */
  static declarations(lines: readonly (readonly [string, string, string, string])[]): Upload {
    const header = [
      ...['Declaration ID', 'Importer ID', 'Date', 'HS6 Code', 'Country of Departure'],
      ...['Country of Origin', 'Net Mass', 'Item Price', 'Goods Description'],
      'Requirement Documents',
    ];
    const rows = lines.map(([id, code, goods, documents]) => [
      ...[id, `IM-${id}`, '2026-11-16', code, 'CN', 'CN', '10', '250000', goods, documents],
    ]);
    return table('declarations.csv', [header, ...rows]);
  }

  static list(rows: readonly (readonly string[])[]): Upload {
    return table('list.csv', [LIST_HEADER, ...rows]);
  }

  /** The same as a workbook. */
  static async workbook(rows: readonly (readonly string[])[]): Promise<Upload> {
    const lines = [LIST_HEADER, ...rows].map((cells, row) => {
      const inner = cells.map((text, at) => {
        const place = `${String.fromCharCode(65 + at)}${row + 1}`;
        return `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
      });
      return `<row r="${row + 1}">${inner.join('')}</row>`;
    });
    const file = await sheetFile(lines);
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    return { name: 'list.xlsx', mimeType, buffer: Buffer.from(await file.arrayBuffer()) };
  }

  #chunks(): Promise<ControlledChunk[]> {
    return this.desk.records<ControlledChunk>('controlledChecks');
  }
}

const LIST_HEADER = ['HS부호', '법령', '확인기관', '구비서류', '시행일', '종료일'];

function table(name: string, rows: readonly (readonly string[])[]): Upload {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(rows.map(csvLine).join('')) };
}
