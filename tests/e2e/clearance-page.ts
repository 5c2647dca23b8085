import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright';
import * as v from 'valibot';
import { PackManifest } from '../../src/contracts/pack.ts';
import type { LogEvent } from '../../src/domain/events/chain.ts';
import { caseMessages } from '../../src/i18n/messages/case.ts';
import { clearanceMessages } from '../../src/i18n/messages/clearance.ts';
import { importMessages } from '../../src/i18n/messages/import.ts';
import { outboxMessages } from '../../src/i18n/messages/outbox.ts';
import { packsMessages } from '../../src/i18n/messages/packs.ts';
import { shellMessages } from '../../src/i18n/messages/shell.ts';

export type Locale = 'ko' | 'en';

/** As many packs as the office offers. */
const PACKS = new Set(
  v
    .parse(PackManifest, JSON.parse(readFileSync('models/manifest.json', 'utf8')))
    .packs.map((pack) => pack.id),
).size;

/** An event as it lies on the device. */
export type RecordedEvent = LogEvent & { readonly body: Readonly<Record<string, unknown>> };

/** The clearance desk as an officer finds their way in it: by what is written on it. */
export class ClearancePage {
  readonly page: Page;
  readonly words: (typeof clearanceMessages)['ko'];
  readonly imports: (typeof importMessages)['ko'];
  readonly cases: (typeof caseMessages)['ko'];
  readonly packs: (typeof packsMessages)['ko'];
  readonly outbox: (typeof outboxMessages)['ko'];
  readonly shell: (typeof shellMessages)['ko'];

  constructor(page: Page, locale: Locale = 'ko') {
    this.page = page;
    this.words = clearanceMessages[locale];
    this.imports = importMessages[locale];
    this.cases = caseMessages[locale];
    this.packs = packsMessages[locale];
    this.outbox = outboxMessages[locale];
    this.shell = shellMessages[locale];
  }

  /** Waits until all packs of a fresh tablet have passed their self-test. */
  async waitForPacks(): Promise<void> {
    for (let waited = 0; waited < 60_000; waited += 250) {
      const packs = await this.records<{ state: string }>('packs');
      if (packs.filter((pack) => pack.state === 'active').length === PACKS) return;
      await this.page.waitForTimeout(250);
    }
    throw new Error('the packs did not arrive within a minute');
  }

  async loadSampleWeek(): Promise<void> {
    await this.page.getByRole('button', { name: this.imports.sample }).click();
    await this.closeReport();
  }

  async chooseFile(
    file: string | { name: string; mimeType: string; buffer: Buffer },
  ): Promise<void> {
    await this.page.locator('input[type=file]').first().setInputFiles(file);
  }

  /** The import report, once read, leads to the list. */
  async closeReport(): Promise<void> {
    const toList = this.page.getByRole('button', { name: this.imports.toList });
    await toList.or(this.rows.first()).first().waitFor({ timeout: 60_000 });
    if (await toList.isVisible()) await toList.click();
    await this.rows.first().waitFor();
  }

  get rows(): Locator {
    return this.page
      .getByRole('grid')
      .getByRole('row')
      .filter({ has: this.page.getByRole('gridcell') });
  }

  get openNext(): Locator {
    return this.page.getByRole('button', { name: this.words.openNext });
  }

  /** The first decision on a tablet asks who decides. */
  async sayWho(name: string): Promise<void> {
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('textbox').first().fill(name);
    await dialog.getByRole('button', { name: this.shell.save }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  decide(decision: 'inspect' | 'review' | 'release'): Locator {
    return this.page.getByRole('button', {
      name: new RegExp(`^${this.cases.decisions[decision]}`),
    });
  }

  get title(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  /** All events in the log of this tablet, oldest first. */
  readLog(): Promise<RecordedEvent[]> {
    return this.records('events');
  }

  /** Everything in one table, read past the app: what is really on the device. */
  async records<T>(table: string): Promise<T[]> {
    const records: unknown = await this.page.evaluate(async (name) => {
      const open = indexedDB.open('haechi');
      const database = await new Promise<IDBDatabase>((done, failed) => {
        open.onsuccess = () => done(open.result);
        open.onerror = () => failed(open.error ?? new Error('no database'));
      });
      try {
        if (!database.objectStoreNames.contains(name)) return [];
        const read = database.transaction(name).objectStore(name).getAll();
        return await new Promise<unknown[]>((done) => {
          read.onsuccess = () => done(read.result);
        });
      } finally {
        database.close();
      }
    }, table);
    return records as T[];
  }
}
