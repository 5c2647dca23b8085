import type { LineFacts, Suggestion } from '../../src/domain/controlled/judge.ts';
import { codeAt, dateOf } from '../../src/domain/risk/declaration.ts';
import {
  KEPT_CODES,
  type GoodsCheckChunk,
  type HaechiDatabase,
  type LineChunk,
  type LinePapers,
} from '../../src/platform/database/database.ts';

export type ChunkKey = readonly [batch: string, index: number];

/** All that the tablet has on the lines of one chunk, as of one moment. */
export interface ChunkSources {
  readonly chunk: LineChunk;
  /** Undefined: no line of the chunk states anything beyond its columns. */
  readonly papers: LinePapers | undefined;
  /** Undefined: no goods texts, or not checked yet. */
  readonly checks: GoodsCheckChunk | undefined;
  readonly hasTexts: boolean;
  /** Lines whose text has not been checked yet. */
  readonly unread: ReadonlySet<string>;
}

export async function readSources(
  database: HaechiDatabase,
  [batch, index]: ChunkKey,
): Promise<ChunkSources | undefined> {
  const { chunks, linePapers, goodsTexts, goodsChecks } = database;
  const key: [string, number] = [batch, index];
  const tables = [chunks, linePapers, goodsTexts, goodsChecks];
  const [chunk, papers, texts, checks] = await database.transaction('r', tables, () =>
    Promise.all([chunks.get(key), linePapers.get(key), goodsTexts.get(key), goodsChecks.get(key)]),
  );
  const unread = new Set(checks ? [] : texts?.ids);
  return chunk && { chunk, papers, checks, unread, hasTexts: texts !== undefined };
}

/** What the HS check of a chunk's texts adds to the basis of its answers. */
export function textBasis(version: string | undefined, hasTexts: boolean): string {
  return version ?? (hasTexts ? 'unchecked' : 'no-texts');
}

/** Makes the facts of one line after the other; `at`: its place in the chunk. */
export function factsOf({ chunk, papers, checks }: ChunkSources): (at: number) => LineFacts {
  const { table } = chunk;
  const { netMass, itemPrice } = table.quantity;
  const paperAt = places(papers?.ids);
  const checkAt = places(checks?.ids);
  return (at) => {
    const id = table.id[at] ?? '';
    const paper = paperAt.get(id) ?? -1;
    const check = checkAt.get(id) ?? -1;
    return {
      code: papers?.codes[paper] ?? codeAt(table, 'hs6', at),
      day: dateOf(table.day[at] ?? 0),
      documents: papers?.stated ? (papers.documents[paper] ?? '') : null,
      suggestions: checks && check >= 0 ? suggestionsOf(checks, check) : [],
      similarity: checks?.similarity[check] ?? 0,
      netMass: netMass[at] ?? NaN,
      itemPrice: itemPrice[at] ?? NaN,
      origin: codeAt(table, 'origin', at),
      departure: codeAt(table, 'departure', at),
    };
  };
}

function places(ids: readonly string[] | undefined): ReadonlyMap<string, number> {
  return new Map(ids?.map((id, at) => [id, at]));
}

function suggestionsOf({ codes, shares }: GoodsCheckChunk, check: number): Suggestion[] {
  const found: Suggestion[] = [];
  for (let at = check * KEPT_CODES; at < (check + 1) * KEPT_CODES; at += 1) {
    const code = codes[at] ?? 0;
    if (code === 0) break;
    found.push({ code: String(code).padStart(6, '0'), probability: shares[at] ?? 0 });
  }
  return found;
}
