import * as v from 'valibot';
import { LaneNames, RandomShare } from '../../src/contracts/settings.ts';
import type { HaechiDatabase, StandingDecision } from '../../src/platform/database/database.ts';
import { RANDOM_SHARE } from '../../src/domain/risk/lanes.ts';

/** What officers decided and set, as the log has it. */
export interface Records {
  /** By declaration number. */
  readonly decisions: ReadonlyMap<string, StandingDecision>;
  readonly randomShare: number;
  /** Null: the office gave none. */
  readonly laneNames: LaneNames | null;
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
    const settings = await this.#database.settings.bulkGet(['risk.randomShare', 'risk.lanes']);
    const [share, names] = settings.map((setting) => setting?.value);
    const randomShare = v.safeParse(RandomShare, share);
    const laneNames = v.safeParse(LaneNames, names);
    this.#records = {
      head,
      decisions: new Map(standing.map((decision) => [decision.declaration, decision])),
      randomShare: randomShare.success ? randomShare.output : RANDOM_SHARE,
      laneNames: laneNames.success ? laneNames.output : null,
    };
    return this.#records;
  }
}
