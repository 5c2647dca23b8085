import type { ControlledMark } from '../../../../src/contracts/controlled.ts';
import { succeed, fail } from '../../../../src/contracts/fault.ts';
import type {
  CaseView,
  DeskQuery,
  DeskRow,
  DeskView,
  RiskWorker,
} from '../../../../src/contracts/risk.ts';
import type { DeclarationLine } from '../../../../src/domain/risk/declaration.ts';
import type { Called } from '../../../../src/platform/workers/call.ts';

/** A line under an uncontrolled code whose goods look like controlled ones. */
export const HIDDEN: ControlledMark = {
  ...{ answer: 'check', ground: 'hidden', probability: 0.71, suspect: '300490' },
  ...{ list: '2026.11.1', model: '1.0.0' },
};

/** A line of a made-up tablet: inspect lane, scored, undecided, unless told otherwise. */
export function madeRow(change: Partial<DeskRow> = {}): DeskRow {
  return {
    ...{
      handle: 0,
      id: 'A-0',
      rank: 1,
      date: '2021-01-04',
      hs6: '910212',
      importer: 'I1',
      seller: 'S1',
    },
    ...{
      office: '40',
      taxType: 'A',
      taxRate: 8,
      origin: 'CN',
      departure: 'HK',
      itemPrice: 1000,
      netMass: 2,
    },
    ...{
      probability: 0.97,
      criticalProbability: 0.01,
      novel: false,
      lane: 'inspect',
      random: false,
    },
    ...{ controlled: null, topReason: null, decision: null },
    ...change,
  };
}

export function madeLine(row: DeskRow): DeclarationLine {
  const { id, date, office, importer, seller, hs6, departure, origin, taxType, taxRate } = row;
  return {
    ...{ id, date, office, importer, seller, hs6, departure, origin, taxType, taxRate },
    ...{ netMass: row.netMass, itemPrice: row.itemPrice, outcome: 'unknown' },
    ...{ processType: 'B', importType: '11', importUse: '21', paymentType: '11' },
    ...{ transportMode: '40', declarant: 'D1', courier: '', originIndicator: 'G' },
  };
}

/** The page and the list never ask for these. */
const refuse = async () => fail('cancelled');
const UNASKED = {
  ...{ outline: refuse, importTable: refuse, exportRanked: refuse },
  ...{ selfTest: refuse, measureSpeed: refuse, reload: refuse },
};

/**
 * What the risk worker answers on a tablet that holds these numbers, in list order. It knows of no
 * decision: that is the log's business.
 */
export function madeWorker(
  ids: readonly string[],
  opened: string[] = [],
  change: Partial<DeskRow> = {},
): Called<RiskWorker> {
  const rows = ids.map((id, handle) => madeRow({ id, handle, rank: handle + 1, ...change }));
  const view: DeskView = {
    ...{ revision: 1, linesVersion: '', total: ids.length, span: null, curve: [], laneSizes: [] },
    ...{ lanes: [], groups: [] },
    ...{ order: Uint32Array.from(rows, (row) => row.handle), next: ids.length > 0 ? 0 : null },
    ...{
      origins: [],
      offices: [],
      randomShare: 0.02,
      pack: { id: 'risk', version: '1.0.0' },
      fault: null,
      controlled: null,
    },
  };
  const caseOf = (row: DeskRow): CaseView => ({
    ...{ row, line: madeLine(row), explanation: null, inspected: 0 },
    similar: { total: 0, shared: 'goods', lines: [] },
    pack: view.pack,
  });
  return {
    ...UNASKED,
    desk: async (_, query: DeskQuery) => (void query, succeed(view)),
    rows: async (_, handles) => succeed(rows.filter((row) => handles.includes(row.handle))),
    find: async (_, id) => {
      const row = rows.find((r) => r.id === id);
      return row ? succeed(row.handle) : fail('not-found');
    },
    openCase: async (_, handle) => {
      const row = rows[handle];
      if (!row) return fail('not-found');
      opened.push(row.id);
      return succeed(caseOf(row));
    },
  };
}
