import type { DeskRow } from '../../src/contracts/risk.ts';
import { codeAt, dateOf } from '../../src/domain/risk/declaration.ts';
import { LANES } from '../../src/domain/risk/lane.ts';
import type { Cut } from './cut.ts';
import { explain } from './explanations.ts';
import { placeIn } from './period.ts';

/** A probability, or null for what is none: it must never be taken for a low one. */
function probabilityAt(values: Float32Array | undefined, line: number): number | null {
  const value = values?.[line] ?? NaN;
  return Number.isFinite(value) ? value : null;
}

/**
 * One list row. A line outside the period (reached by its number, or as a similar line) has a
 * score but neither rank nor lane: it counts as waiting for review.
 */
export function readRow(cut: Cut, handle: number, topReason: DeskRow['topReason']): DeskRow {
  const { table } = cut.lines;
  const id = table.id[handle] ?? '';
  const scores = cut.scored.scoring?.scores;
  const place = placeIn(cut.period, handle);
  const decision = cut.records.decisions.get(id);
  return {
    handle,
    id,
    rank: cut.ranks?.[place] ?? 0,
    date: dateOf(table.day[handle] ?? 0),
    hs6: codeAt(table, 'hs6', handle),
    importer: codeAt(table, 'importer', handle),
    seller: codeAt(table, 'seller', handle),
    office: codeAt(table, 'office', handle),
    taxType: codeAt(table, 'taxType', handle),
    taxRate: table.quantity.taxRate[handle] ?? NaN,
    origin: codeAt(table, 'origin', handle),
    departure: codeAt(table, 'departure', handle),
    itemPrice: table.quantity.itemPrice[handle] ?? NaN,
    netMass: table.quantity.netMass[handle] ?? NaN,
    probability: probabilityAt(scores?.probability, handle),
    criticalProbability: probabilityAt(scores?.critical, handle),
    novel: scores?.novel[handle] === 1,
    lane: LANES[cut.lanes.lane[place] ?? LANES.indexOf('review')] ?? 'review',
    random: cut.lanes.drawn[place] === 1,
    controlled: cut.answers.markOf(handle),
    topReason,
    decision: decision ? { decision: decision.decision, at: decision.at } : null,
  };
}

/** Rows by handle, each with its weightiest reason; handles of lines that are gone are left out. */
export function readRows(cut: Cut, handles: Uint32Array): DeskRow[] {
  const known = Array.from(handles).filter((handle) => handle < cut.lines.table.length);
  return known.map((handle) => readRow(cut, handle, explain(cut, handle)?.reasons[0] ?? null));
}
