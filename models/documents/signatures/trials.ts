/** Draws references of each writer and holds everything else against them. */
import {
  compare,
  prepare,
  type Comparison,
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
  /** Mean similarity to the references as they lie, nothing taken off. */
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

const NONE: Comparison = { asTheyLie: 0, laidOver: 0, moved: 0 };

interface Query {
  readonly kind: Kind;
  readonly prepared: Prepared;
  /** With each genuine signature of the writer; NONE with itself. */
  readonly comparisons: readonly Comparison[];
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
      comparisons: genuine.map((one) => (one === query ? NONE : compare(query, one, projection))),
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
  const comparison = (query: number, reference: number): Comparison =>
    queries[query]?.comparisons[reference] ?? NONE;
  const references = drawn.flatMap((at) => genuine[at] ?? []);
  const others = drawn.map((reference) =>
    drawn.filter((query) => query !== reference).map((query) => comparison(query, reference)),
  );
  const signer = signerOf(references, others);
  return queries.flatMap(({ kind, prepared }, at) => {
    if (drawn.includes(at)) return [];
    const comparisons = drawn.map((reference) => comparison(at, reference));
    const raw = comparisons.reduce((sum, { asTheyLie }) => sum + asTheyLie, 0) / drawn.length;
    const features = featuresOf(signer, comparisons);
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
