/** Draws references of each writer and holds everything else against them. */
import {
  compare,
  prepare,
  type Prepared,
} from '../../../src/domain/documents/signatures/compare.ts';
import type { Projection } from '../../../src/domain/documents/signatures/describe.ts';
import { featuresOf, signerOf } from '../../../src/domain/documents/signatures/signer.ts';
import { seededRandom, shuffle } from '../../random.ts';
import type { Kind } from './rates.ts';
import type { Writer } from './read-folder.ts';

/** One query against one draw of references. */
export interface Held {
  readonly writer: number;
  readonly kind: Kind;
  /** Mean similarity to the references, nothing taken off. */
  readonly raw: number;
  readonly features: readonly number[];
  /** Inked cells of the query. */
  readonly cells: number;
}

export interface Protocol {
  readonly references: number;
  readonly draws: number;
  /** Random forgeries a writer: one genuine signature of each of so many others. */
  readonly others: number;
}

interface Query {
  readonly kind: Kind;
  readonly prepared: Prepared;
  /** To each genuine signature of the writer; 0 for itself. */
  readonly similarities: readonly number[];
}

export function holdAgainst(
  writers: readonly Writer[],
  projection: Projection,
  protocol: Protocol,
): Held[] {
  const prepared = writers.map(({ genuine, forged }) => ({
    genuine: genuine.map((edges) => prepare(edges, projection)),
    forged: forged.map((edges) => prepare(edges, projection)),
  }));
  return prepared.flatMap(({ genuine, forged }, writer) => {
    if (genuine.length <= protocol.references) return [];
    const ask = (kind: Kind, query: Prepared): Query => ({
      kind,
      prepared: query,
      similarities: genuine.map((one) =>
        one === query ? 0 : compare(query, one, projection).similarity,
      ),
    });
    const queries = [
      ...genuine.map((query) => ask('genuine', query)),
      ...forged.map((query) => ask('skilled', query)),
      ...othersOf(prepared, writer, protocol.others).map((query) => ask('random', query)),
    ];
    const random = seededRandom(1000 + writer);
    return Array.from({ length: protocol.draws }, () => {
      const order = shuffle(Uint32Array.from(genuine.keys()), random);
      return holdDraw(queries, genuine, [...order.subarray(0, protocol.references)]);
    })
      .flat()
      .map((held) => ({ ...held, writer }));
  });
}

function holdDraw(
  queries: readonly Query[],
  genuine: readonly Prepared[],
  drawn: readonly number[],
): Omit<Held, 'writer'>[] {
  const similarity = (query: number, reference: number): number =>
    queries[query]?.similarities[reference] ?? 0;
  const references = drawn.flatMap((at) => genuine[at] ?? []);
  const signer = signerOf(references, (query, reference) =>
    similarity(drawn[query] ?? 0, drawn[reference] ?? 0),
  );
  return queries.flatMap(({ kind, prepared }, at) => {
    if (drawn.includes(at)) return [];
    const similarities = drawn.map((reference) => similarity(at, reference));
    const raw = similarities.reduce((sum, one) => sum + one, 0) / similarities.length;
    const features = featuresOf(signer, similarities);
    return [{ kind, raw, features, cells: prepared.cells.cells.length }];
  });
}

/** The writers that come next, each with one signature. */
function othersOf(
  all: readonly { readonly genuine: readonly Prepared[] }[],
  writer: number,
  count: number,
): Prepared[] {
  const others = Array.from({ length: Math.min(count, all.length - 1) }, (_, at) => {
    const other = (writer + 1 + at) % all.length;
    const own = all[other]?.genuine ?? [];
    return own[(writer * 7 + other) % Math.max(1, own.length)];
  });
  return others.filter((one) => one !== undefined);
}
