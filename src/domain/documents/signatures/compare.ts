/** Two signatures held against each other. */
import { after, alignment } from './align.ts';
import { orientationCells, UNMOVED } from './cells.ts';
import { describe, type Described, type Projection } from './describe.ts';
import type { Edges } from './edges.ts';
import { match, type Match } from './match.ts';

/** A signature with its cells as they lie. */
export interface Prepared {
  readonly edges: Edges;
  readonly cells: Described;
}

/** Times the query is laid anew over the reference. */
const ALIGNMENTS = 2;

export function prepare(edges: Edges, projection: Projection): Prepared {
  return { edges, cells: describe(orientationCells(edges), projection) };
}

/** The query is laid over the reference as long as they come to look more alike. */
export function compare(query: Prepared, reference: Prepared, projection: Projection): Match {
  let best = match(query.cells, reference.cells);
  let cells = query.cells;
  let move = UNMOVED;
  for (let round = 0; round < ALIGNMENTS; round += 1) {
    move = after(move, alignment(cells, best));
    cells = describe(orientationCells(query.edges, move), projection);
    const next = match(cells, reference.cells);
    if (next.similarity <= best.similarity) break;
    best = next;
  }
  return best;
}
