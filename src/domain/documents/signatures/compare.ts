/** Two signatures held against each other. */
import { after, alignment, stretchOf } from './align.ts';
import { orientationCells, UNMOVED } from './cells.ts';
import { describe, type Described, type Projection } from './describe.ts';
import type { Edges } from './edges.ts';
import { match } from './match.ts';

/** A signature with its cells as they lie. */
export interface Prepared {
  readonly edges: Edges;
  readonly cells: Described;
}

export interface Comparison {
  /** Similarity with each signature filling its own box. */
  readonly asTheyLie: number;
  /** Similarity with the query laid over the reference; never less. */
  readonly laidOver: number;
  /** How far the query had to be stretched, turned and slanted for that; 0: not at all. */
  readonly moved: number;
}

/** Times the query is laid anew over the reference. */
const ALIGNMENTS = 2;

export function prepare(edges: Edges, projection: Projection): Prepared {
  return { edges, cells: describe(orientationCells(edges), projection) };
}

/** The query is laid over the reference as long as they come to look more alike. */
export function compare(query: Prepared, reference: Prepared, projection: Projection): Comparison {
  let best = match(query.cells, reference.cells);
  const asTheyLie = best.similarity;
  let cells = query.cells;
  let move = UNMOVED;
  for (let round = 0; round < ALIGNMENTS; round += 1) {
    const further = after(move, alignment(cells, best));
    cells = describe(orientationCells(query.edges, further), projection);
    const next = match(cells, reference.cells);
    if (next.similarity <= best.similarity) break;
    best = next;
    move = further;
  }
  return { asTheyLie, laidOver: best.similarity, moved: stretchOf(move) };
}
