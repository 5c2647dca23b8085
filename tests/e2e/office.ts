import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve, type ServerType } from '@hono/node-server';
import { chromium, type BrowserContext, type Page } from 'playwright';
import { createApp } from '../../server/app.ts';
import { CHROMIUM_ARGS, chromiumPath } from '../chromium.ts';

export const TABLET = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

/** The office's server, as `npm start` runs it, on a free port of this machine. */
export class Office {
  #server: ServerType | undefined;
  port = 0;
  readonly #models: string;
  readonly #dist: string;

  constructor(models = 'models', dist = 'dist') {
    this.#models = models;
    this.#dist = dist;
  }

  async open(): Promise<void> {
    const app = await createApp({ dist: this.#dist, models: this.#models });
    await new Promise<void>((ready) => {
      this.#server = serve(
        { fetch: app.fetch, port: this.port, hostname: '127.0.0.1' },
        (info: AddressInfo) => {
          this.port = info.port;
          ready();
        },
      );
    });
  }

  /** The network is gone: nothing answers on the port any more. */
  async close(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    if ('closeAllConnections' in server) server.closeAllConnections();
    await new Promise<void>((done) => server.close(() => done()));
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/`;
  }
}

export interface TabletOptions {
  readonly locale?: 'ko-KR' | 'en-US';
  readonly viewport?: { width: number; height: number };
  readonly args?: readonly string[];
}

/** A tablet: one browser profile that survives a restart of the browser. */
export class Tablet {
  readonly #profile = mkdtempSync(join(tmpdir(), 'haechi-tablet-'));
  readonly #options: TabletOptions;
  #context: BrowserContext | undefined;
  readonly errors: string[] = [];

  constructor(options: TabletOptions = {}) {
    this.#options = options;
  }

  async switchOn(): Promise<Page> {
    this.#context = await chromium.launchPersistentContext(this.#profile, {
      executablePath: chromiumPath(),
      headless: true,
      args: [...CHROMIUM_ARGS, ...(this.#options.args ?? [])],
      locale: this.#options.locale ?? 'ko-KR',
      viewport: this.#options.viewport ?? TABLET,
      acceptDownloads: true,
    });
    const page = this.#context.pages()[0] ?? (await this.#context.newPage());
    page.on('pageerror', (error) => this.errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(message.text());
    });
    return page;
  }

  get context(): BrowserContext {
    if (!this.#context) throw new Error('the tablet is off');
    return this.#context;
  }

  async switchOff(): Promise<void> {
    await this.#context?.close();
    this.#context = undefined;
  }

  async discard(): Promise<void> {
    await this.switchOff();
    rmSync(this.#profile, { recursive: true, force: true });
  }
}
