import { FRESH_QUERY } from '../../src/contracts/risk.ts';
import { fail, succeed, type Result } from '../../src/contracts/fault.ts';
import type { Call } from '../../src/platform/workers/call.ts';
import type { Cut } from './cut.ts';
import type { Desk } from './desk.ts';

/**
 * The cut the screen shows; when there is none (a link to a case opens before the list was ever
 * shown), one of all lines. Faults: cancelled.
 */
export async function shownCut(call: Call, desk: Desk): Promise<Result<Cut>> {
  const { shown } = desk;
  return shown ? succeed(shown) : desk.cut(call, FRESH_QUERY);
}

/**
 * The shown cut for handles of the view with `linesVersion`. Faults: cancelled; worker-lost when
 * this worker was started afresh and counts other lines.
 */
export async function cutOf(call: Call, desk: Desk, linesVersion?: string): Promise<Result<Cut>> {
  const cut = await shownCut(call, desk);
  if (!cut.ok || linesVersion === undefined) return cut;
  return cut.value.lines.versions.has(linesVersion) ? cut : fail('worker-lost');
}

/** Handle of a declaration number, for rows and cases of the shown cut. Faults: cancelled, not-found. */
export async function findLine(call: Call, desk: Desk, id: string): Promise<Result<number>> {
  const cut = await shownCut(call, desk);
  if (!cut.ok) return cut;
  const handle = cut.value.lines.handles.get(id);
  return handle === undefined ? fail('not-found', { id }) : succeed(handle);
}
