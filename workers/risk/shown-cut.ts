import type { DeskQuery } from '../../src/contracts/risk.ts';
import { succeed, type Result } from '../../src/contracts/fault.ts';
import type { Call } from '../../src/platform/workers/call.ts';
import type { Cut } from './cut.ts';
import type { Desk } from './desk.ts';

/** All lines by risk: what a link to a case opens onto before the list was ever shown. */
const EVERYTHING: DeskQuery = {
  from: null,
  to: null,
  capacity: 10,
  lane: null,
  group: null,
  text: '',
  undecidedOnly: false,
  novelOnly: false,
  randomOnly: false,
  origin: null,
  office: null,
  sort: 'risk',
};

/** The cut the screen shows; makes the first one if there is none. Faults: cancelled. */
export async function shownCut(call: Call, desk: Desk): Promise<Result<Cut>> {
  const { shown } = desk;
  return shown ? succeed(shown) : desk.cut(call, EVERYTHING);
}
