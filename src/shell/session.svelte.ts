import type { HaechiDatabase } from '../platform/database/database.ts';
import type { LogContext } from '../platform/database/event-log.ts';
import type { Recorder } from '../platform/database/recorder.ts';
import { ulid } from 'ulid';
import * as v from 'valibot';
import { Officer } from '../contracts/settings.ts';

/** Who works on this tablet. The name goes into each event; enrolment comes with the server. */
export class Session {
  officer = $state.raw<Officer>({ name: '', office: '' });
  /** Set while an act waits for a name. */
  asking = $state.raw<((named: boolean) => void) | null>(null);
  readonly #database: HaechiDatabase;
  #device = '';

  constructor(database: HaechiDatabase) {
    this.#database = database;
  }

  async open(): Promise<void> {
    this.#device = await deviceId(this.#database);
    const stored = await this.#database.settings.get('officer');
    const officer = v.safeParse(Officer, stored?.value);
    if (officer.success) this.officer = officer.output;
  }

  async rename(recorder: Recorder, officer: Officer): ReturnType<Recorder['record']> {
    const recorded = await recorder.record({
      kind: 'settings-changed',
      subject: 'officer',
      body: { settings: { officer } },
    });
    if (recorded.ok) this.officer = officer;
    return recorded;
  }

  /** True when somebody answers for what is done; asks once when nobody has said so yet. */
  identify(): Promise<boolean> {
    if (this.officer.name !== '') return Promise.resolve(true);
    this.asking?.(false);
    return new Promise((answer) => {
      this.asking = (named) => {
        this.asking = null;
        answer(named);
      };
    });
  }

  context(): LogContext {
    return {
      actor: this.officer.name,
      device: this.#device,
      now: () => new Date(),
      newId: () => ulid(),
    };
  }
}

/** The tablet's own id, made once. */
async function deviceId(database: HaechiDatabase): Promise<string> {
  return database.transaction('rw', database.device, async () => {
    const known = await database.device.get('id');
    if (known) return known.value;
    const value = ulid();
    await database.device.put({ key: 'id', value });
    return value;
  });
}
