/** How often free space is measured again, ms. */
const MEASURE_EVERY = 60_000;

/** Room on the tablet, bytes; null where the browser does not tell. */
export class StorageState {
  used = $state<number | null>(null);
  quota = $state<number | null>(null);
  /** True: the browser promised not to clear our records by itself. */
  persisted = $state(false);
  readonly free = $derived(
    this.used === null || this.quota === null ? null : Math.max(0, this.quota - this.used),
  );

  readonly #manager: StorageManager | undefined;
  #asked = false;

  /** Without a secure origin there is no manager: nothing is known then. */
  constructor(manager: StorageManager | undefined) {
    this.#manager = manager;
  }

  /** Starts measuring; returns how to stop. */
  watch(): () => void {
    void this.measure();
    const timer = setInterval(() => void this.measure(), MEASURE_EVERY);
    return () => clearInterval(timer);
  }

  async measure(): Promise<void> {
    const room = await this.#manager?.estimate().catch(() => undefined);
    this.used = room?.usage ?? null;
    this.quota = room?.quota ?? null;
    this.persisted = (await this.#manager?.persisted().catch(() => false)) ?? false;
  }

  /** Asks as below, once a visit and only when not promised yet. */
  async askOnce(): Promise<void> {
    if (this.#asked || this.persisted) return;
    this.#asked = true;
    await this.askToPersist();
  }

  /** Asks the browser to keep our records; true when it promised. Some browsers ask the officer. */
  async askToPersist(): Promise<boolean> {
    this.persisted = (await this.#manager?.persist().catch(() => false)) ?? false;
    return this.persisted;
  }
}
