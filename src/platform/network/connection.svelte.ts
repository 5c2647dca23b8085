const HEALTH_URL = '/api/health';
/** No answer within this time counts as none, ms. */
const ANSWER_LIMIT = 5_000;
/** How often the server is asked while the screen is visible, ms: gently when all is well. */
const ASK_CONNECTED = 60_000;
const ASK_DISCONNECTED = 15_000;

/**
 * Whether the server answers. navigator.onLine only knows of a cable or an antenna: a stopped
 * server or a captive portal would look connected, so nothing but an answer counts.
 */
export class Connection {
  connected = $state(false);

  readonly #fetch: typeof globalThis.fetch;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;

  constructor(fetch: typeof globalThis.fetch) {
    this.#fetch = fetch;
  }

  /** Starts watching; returns how to stop. */
  watch(): () => void {
    const look = (): void => void this.ask();
    const lost = (): void => void (this.connected = false);
    addEventListener('online', look);
    addEventListener('offline', lost);
    document.addEventListener('visibilitychange', look);
    look();
    return () => {
      this.#stopped = true;
      clearTimeout(this.#timer);
      removeEventListener('online', look);
      removeEventListener('offline', lost);
      document.removeEventListener('visibilitychange', look);
    };
  }

  /** Asks the server now. A hidden screen asks nothing: it is asked when it shows again. */
  async ask(): Promise<boolean> {
    clearTimeout(this.#timer);
    if (document.visibilityState === 'hidden') return this.connected;
    this.connected = await answers(this.#fetch);
    const wait = this.connected ? ASK_CONNECTED : ASK_DISCONNECTED;
    clearTimeout(this.#timer);
    if (!this.#stopped) this.#timer = setTimeout(() => void this.ask(), wait);
    return this.connected;
  }
}

async function answers(fetch: typeof globalThis.fetch): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(ANSWER_LIMIT);
    const response = await fetch(HEALTH_URL, { cache: 'no-store', signal });
    const answer: unknown = response.ok ? await response.json() : null;
    // A portal that answers everything with its login page is not our server.
    return (
      typeof answer === 'object' &&
      answer !== null &&
      'service' in answer &&
      answer.service === 'haechi'
    );
  } catch {
    return false;
  }
}
