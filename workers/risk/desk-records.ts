import type { HaechiDatabase, StandingDecision } from '../../src/platform/database/database.ts';
import { RANDOM_SHARE } from '../../src/domain/risk/lanes.ts';

const SHARE_SETTING = 'risk.randomShare';

/** What officers decided and set, as the log has it. */
export interface Records {
  /** By declaration number. */
  readonly decisions: ReadonlyMap<string, StandingDecision>;
  readonly randomShare: number;
  /** Place of the last event: the records are the same while it is. */
  readonly head: number;
}

/** Reads the records again only when the log has grown: one look-up a cut. */
export class DeskRecords {
  readonly #database: HaechiDatabase;
  #records: Records | undefined;

  constructor(database: HaechiDatabase) {
    this.#database = database;
  }

  async read(): Promise<Records> {
    const [head = 0] = await this.#database.events.orderBy(':id').reverse().limit(1).primaryKeys();
    if (this.#records?.head === head) return this.#records;
    const standing = await this.#database.decisions.toArray();
    const share: unknown = (await this.#database.settings.get(SHARE_SETTING))?.value;
    this.#records = {
      head,
      decisions: new Map(standing.map((decision) => [decision.declaration, decision])),
      randomShare: typeof share === 'number' && share >= 0 && share <= 1 ? share : RANDOM_SHARE,
    };
    return this.#records;
  }
}
