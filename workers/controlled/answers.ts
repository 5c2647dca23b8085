import {
  ANSWER_OF,
  CONTROLLED_ANSWERS,
  GROUNDS,
  type ControlledAnswer,
  type ControlledSummary,
} from '../../src/contracts/controlled.ts';
import type { ControlledChunk, HaechiDatabase } from '../../src/platform/database/database.ts';
import { textBasis, type ChunkKey } from './line-facts.ts';
import type { Judges } from './opened-packs.ts';

type Counts = Readonly<Record<ControlledAnswer, number>>;

/** What an answer rests on: equal bases, equal answers. */
export function basisOf({ list, model }: Judges, texts: string): string {
  return [list.version, model?.version ?? 'no-model', texts].join('|');
}

/** A line chunk: the basis its answers should have, and the one they have. */
interface Standing {
  readonly key: ChunkKey;
  readonly due: string;
  readonly has: string | undefined;
}

/** How the answers of all chunks stand; another tab's answers are read as they come. */
export class Answers {
  readonly #database: HaechiDatabase;
  #counted = new Map<string, { readonly basis: string; readonly counts: Counts }>();

  constructor(database: HaechiDatabase) {
    this.#database = database;
  }

  /** Chunks whose answers are not there or rest on something else. */
  async stale(judges: Judges): Promise<ChunkKey[]> {
    const standings = await this.#standings(judges);
    return standings.filter(({ due, has }) => due !== has).map(({ key }) => key);
  }

  /** Counts answers that rest on what there is now. */
  async summary(judges: Judges): Promise<ControlledSummary> {
    const total = { check: 0, fits: 0, 'cannot-tell': 0 };
    for (const { key, due, has } of await this.#standings(judges)) {
      if (due !== has) continue;
      const counts = await this.#count(key, due);
      for (const answer of CONTROLLED_ANSWERS) total[answer] += counts[answer];
    }
    const batches = await this.#database.batches.toArray();
    return {
      lines: batches.reduce((sum, { lines }) => sum + lines, 0),
      checked: total.check + total.fits + total['cannot-tell'],
      counts: total,
    };
  }

  forget(): void {
    this.#counted = new Map();
  }

  /** Reads keys and versions off the indexes: no line, text or answer. */
  async #standings(judges: Judges): Promise<Standing[]> {
    const { chunks, goodsTexts, goodsChecks, controlledChecks } = this.#database;
    const tables = [chunks, goodsTexts, goodsChecks, controlledChecks];
    const [keys, texts, checkKeys, versions, answerKeys, bases] = await this.#database.transaction(
      'r',
      tables,
      () =>
        Promise.all([
          chunks.toCollection().primaryKeys(),
          goodsTexts.toCollection().primaryKeys(),
          goodsChecks.orderBy('version').primaryKeys(),
          goodsChecks.orderBy('version').keys(),
          controlledChecks.orderBy('basis').primaryKeys(),
          controlledChecks.orderBy('basis').keys(),
        ]),
    );
    const withTexts = new Set(texts.map(String));
    const versionOf = new Map(checkKeys.map((key, at) => [String(key), String(versions[at])]));
    const basisAt = new Map(answerKeys.map((key, at) => [String(key), String(bases[at])]));
    return keys.map((key) => {
      const name = String(key);
      const checked = textBasis(versionOf.get(name), withTexts.has(name));
      return { key, due: basisOf(judges, checked), has: basisAt.get(name) };
    });
  }

  async #count(key: ChunkKey, basis: string): Promise<Counts> {
    const before = this.#counted.get(String(key));
    if (before?.basis === basis) return before.counts;
    const answers = await this.#database.controlledChecks.get([...key]);
    const counts = countAnswers(answers);
    // Written anew meanwhile: counted as it is, and looked at again.
    if (answers?.basis === basis) this.#counted.set(String(key), { basis, counts });
    return counts;
  }
}

function countAnswers(chunk: ControlledChunk | undefined): Counts {
  const counts = { check: 0, fits: 0, 'cannot-tell': 0 };
  for (const at of chunk?.ground ?? []) {
    const ground = GROUNDS[at];
    if (ground) counts[ANSWER_OF[ground]] += 1;
  }
  return counts;
}
