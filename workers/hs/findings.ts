import {
  AGREEMENTS,
  type Agreement,
  type CheckSummary,
  type GoodsCheck,
} from '../../src/contracts/hs.ts';
import type { GoodsCheckChunk, HaechiDatabase } from '../../src/platform/database/database.ts';
import { checkAt } from '../../src/platform/database/goods.ts';

type Key = readonly [batch: string, index: number];

/** What is known of one checked chunk; lines that agree are only counted. */
interface ChunkFindings {
  readonly version: string;
  readonly counts: Readonly<Record<Agreement, number>>;
  readonly differing: readonly GoodsCheck[];
}

/** Both contradict the declared code; what cannot be told is no finding. */
const DIFFERING: ReadonlySet<Agreement> = new Set(['near-miss', 'conflict']);

/** What the checks of all chunks found, kept in memory; another tab's checks are read as they come. */
export class Findings {
  readonly #database: HaechiDatabase;
  #chunks = new Map<string, ChunkFindings>();

  constructor(database: HaechiDatabase) {
    this.#database = database;
  }

  /** Chunks with goods texts that this version has not checked. */
  async unchecked(version: string): Promise<Key[]> {
    const { goodsTexts } = this.#database;
    const [keys] = await Promise.all([goodsTexts.toCollection().primaryKeys(), this.#follow()]);
    return keys.filter((key) => this.#chunks.get(String(key))?.version !== version);
  }

  async summary(version: string): Promise<CheckSummary> {
    await this.#follow();
    const counts = noneCounted();
    for (const chunk of this.#chunks.values()) {
      if (chunk.version !== version) continue;
      for (const agreement of AGREEMENTS) counts[agreement] += chunk.counts[agreement];
    }
    const checked = AGREEMENTS.reduce((sum, agreement) => sum + counts[agreement], 0);
    // Counts entries of the index: no text is read.
    return { lines: await this.#database.goodsTexts.orderBy('ids').count(), checked, counts };
  }

  /** Lines that contradict their code, surest first. */
  async differing(limit: number): Promise<readonly GoodsCheck[]> {
    await this.#follow();
    const all = [...this.#chunks.values()].flatMap((chunk) => chunk.differing);
    return all.sort((a, b) => b.probability - a.probability).slice(0, limit);
  }

  forget(): void {
    this.#chunks = new Map();
  }

  /** Reads the chunks whose check is new or was made anew. */
  async #follow(): Promise<void> {
    const { goodsChecks } = this.#database;
    const [keys, versions] = await this.#database.transaction('r', goodsChecks, () =>
      Promise.all([
        goodsChecks.orderBy('version').primaryKeys(),
        goodsChecks.orderBy('version').keys(),
      ]),
    );
    for (const [place, key] of keys.entries()) {
      if (this.#chunks.get(String(key))?.version === versions[place]) continue;
      const checks = await goodsChecks.get(key);
      if (checks) this.#chunks.set(String(key), await this.#read(checks));
    }
  }

  async #read(checks: GoodsCheckChunk): Promise<ChunkFindings> {
    const texts = await this.#database.goodsTexts.get([checks.batch, checks.index]);
    const counts = noneCounted();
    const differing: GoodsCheck[] = [];
    for (let at = 0; texts && at < checks.ids.length; at += 1) {
      const check = checkAt(texts, checks, at);
      if (!check) continue;
      counts[check.agreement] += 1;
      if (DIFFERING.has(check.agreement)) differing.push(check);
    }
    return { version: checks.version, counts, differing };
  }
}

function noneCounted(): Record<Agreement, number> {
  return { agrees: 0, 'near-miss': 0, conflict: 0, 'cannot-tell': 0 };
}
