import type { Locator, Page } from 'playwright';
import { classifyMessages } from '../../src/i18n/messages/classify.ts';
import type { Locale } from './clearance-page.ts';

/** The classify screen as an officer finds their way in it: by what is written on it. */
export class ClassifyPage {
  readonly page: Page;
  readonly words: (typeof classifyMessages)['ko'];

  constructor(page: Page, locale: Locale = 'ko') {
    this.page = page;
    this.words = classifyMessages[locale];
  }

  /** Shows the screen with an empty box: what was there before is kept over a look elsewhere. */
  async open(address: string): Promise<void> {
    await this.page.goto(`${address}#/classify`);
    const whole = this.page.getByRole('button', { name: this.words.endLines });
    await this.box.or(whole).first().waitFor();
    if (await whole.isVisible()) await whole.click();
    await this.box.fill('');
  }

  get box(): Locator {
    return this.page.getByLabel(this.words.box);
  }

  /** Writes a text and waits for the answer to it. */
  async ask(text: string): Promise<void> {
    await this.box.fill(text);
    await this.answer.waitFor();
    // The answer before it stays in view until this one is there.
    await this.page.waitForTimeout(600);
  }

  /** The band that says what kind of answer it is. */
  get answer(): Locator {
    return this.page.locator('section', {
      has: this.page.getByRole('list', { name: this.words.answer.stepsLabel }),
    });
  }

  get kind(): Locator {
    return this.answer.locator('[aria-current=true]');
  }

  get candidates(): Locator {
    return this.page.locator('button[aria-pressed]').filter({ hasText: /\d{4}\.\d{2}/ });
  }

  get leaves(): Locator {
    return this.page.getByRole('radio');
  }

  get pick(): Locator {
    return this.bar.getByRole('button').last();
  }

  get reject(): Locator {
    return this.page.getByRole('button', { name: this.words.reject });
  }

  get bar(): Locator {
    return this.page.getByRole('region', { name: this.words.bar });
  }

  get tariff(): Locator {
    return this.page.getByRole('region', { name: this.words.tariff.title });
  }

  /** Goods for a file to import: what they are called and which code is declared. */
  static fileOf(lines: readonly { id: string; goods: string; code: string }[]) {
    const header =
      'Declaration ID,Date,HS6 Code,Country of Departure,Country of Origin,Net Mass,Item Price,Goods Description';
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const rows = lines.map(
      ({ id, goods, code }) => `${id},2026-11-16,${code},HK,CN,10,1000,${quoted(goods)}`,
    );
    const text = `${[header, ...rows].join('\n')}\n`;
    return { name: 'goods.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  }
}
