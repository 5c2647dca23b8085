/** What crosses the border between the clearance screen and the risk worker. */
import * as v from 'valibot';
import { LINE_FIELDS } from '../domain/risk/declaration.ts';
import type { DeclarationLine, LineField } from '../domain/risk/declaration.ts';
import type { CapacityPoint } from '../domain/risk/capacity.ts';
import type { Estimate } from '../domain/risk/estimate.ts';
import type { Explanation } from '../domain/risk/explanation.ts';
import { LANES, type Lane } from '../domain/risk/lane.ts';
import type { LaneSizes } from '../domain/risk/lane-sizes.ts';
import type { BadCell } from '../domain/risk/intake/bad-cell.ts';
import type { ColumnMapping } from '../domain/risk/intake/header.ts';
import type { Shared } from '../domain/risk/similar.ts';
import type { Delimiter } from '../domain/tables/delimiter.ts';
import type { ControlledMark, Standing } from './controlled.ts';
import type { Fault, Result } from './fault.ts';
import type { Decision } from './events.ts';

export type { BadCell };

/** Header of the file, by field of ours. Fields the file does not have are absent. */
export const HeaderMapping = v.record(
  v.picklist(LINE_FIELDS),
  v.pipe(v.string(), v.maxLength(200)),
);
export type HeaderMapping = ColumnMapping;

/** Fields without which a line cannot be scored. */
export const REQUIRED_FIELDS = [
  'id',
  'date',
  'hs6',
  'departure',
  'origin',
  'netMass',
  'itemPrice',
] as const satisfies readonly LineField[];

/** What a file turned out to be, before anything is stored. */
export interface TableOutline {
  readonly format: 'csv' | 'xlsx';
  readonly encoding: 'utf-8' | 'utf-16le' | 'euc-kr' | 'binary';
  readonly delimiter: Delimiter | null;
  readonly header: readonly string[];
  /** Up to five rows as they stand, for choosing columns by eye. */
  readonly sample: readonly (readonly string[])[];
  /** Known headers and remembered choices already filled in. */
  readonly mapping: HeaderMapping;
  readonly missing: readonly LineField[];
}

export interface ImportReport {
  readonly batch: string;
  readonly lines: number;
  readonly rejected: number;
  readonly skipped: number;
  /** The first 1,000 bad cells; `rejected` counts all bad rows. */
  readonly badCells: readonly BadCell[];
}

export const ImportRequest = v.object({
  file: v.instance(Blob),
  name: v.pipe(v.string(), v.maxLength(255)),
  mapping: HeaderMapping,
  /** Lines whose number is already on the tablet: refuse the file, or leave them as they are. */
  known: v.picklist(['refuse', 'skip']),
  remember: v.boolean(),
  actor: v.pipe(v.string(), v.maxLength(100)),
});
export type ImportRequest = v.InferOutput<typeof ImportRequest>;

export const SORTS = ['risk', 'price', 'date', 'mass'] as const;
export type Sort = (typeof SORTS)[number];

const IsoDate = v.pipe(v.string(), v.isoDate());
export const DeskQuery = v.object({
  /** Both ends included; null is open. */
  from: v.nullable(IsoDate),
  to: v.nullable(IsoDate),
  /** Share of the period's lines that can be inspected, whole percent. */
  capacity: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(30)),
  lane: v.nullable(v.picklist(LANES)),
  group: v.nullable(v.pipe(v.string(), v.maxLength(100))),
  /** Found in the number, HS code, importer or seller; case does not matter. */
  text: v.pipe(v.string(), v.maxLength(200)),
  /** HS6 codes whose names hold `text`: lines with them match the text too. */
  hs6In: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(6))), v.maxLength(6000))),
  undecidedOnly: v.boolean(),
  novelOnly: v.boolean(),
  randomOnly: v.boolean(),
  /** Lines answered *check this* on controlled goods, in whichever lane. */
  controlledOnly: v.boolean(),
  origin: v.nullable(v.pipe(v.string(), v.maxLength(3))),
  office: v.nullable(v.pipe(v.string(), v.maxLength(20))),
  sort: v.picklist(SORTS),
});
export type DeskQuery = v.InferOutput<typeof DeskQuery>;

/** Every line of the device, by risk, for an inspection of one in ten. */
export const FRESH_QUERY: DeskQuery = {
  from: null,
  to: null,
  capacity: 10,
  lane: null,
  group: null,
  text: '',
  undecidedOnly: false,
  novelOnly: false,
  randomOnly: false,
  controlledOnly: false,
  origin: null,
  office: null,
  sort: 'risk',
};

export interface LaneSummary {
  readonly lane: Lane;
  readonly lines: number;
  readonly decided: number;
  readonly novel: number;
  /** Expected share of fraud among the lane's lines, 0..1; null when there is no score. */
  readonly fraud: Estimate | null;
  /** Lines drawn at random for inspection (fast lane only). */
  readonly drawn: number;
  /** Lines without a document that the list of controlled goods asks for. */
  readonly noDocument: number;
}

/** Similar high-risk lines of the period: same goods, route and partner. */
export interface RiskGroup {
  readonly id: string;
  readonly hs6: string;
  readonly departure: string;
  readonly origin: string;
  /** The importer when the group shares one, else null. */
  readonly importer: string | null;
  readonly lines: number;
  readonly undecided: number;
  readonly meanProbability: number;
}

/** The cut desk: everything the screen shows but the rows themselves. */
export interface DeskView {
  /** Changes whenever rows fetched earlier may no longer be right. */
  readonly revision: number;
  /** Which lines the handles of this view count; sent back with them. */
  readonly linesVersion: string;
  /** Lines of the period, whatever the other filters. */
  readonly total: number;
  /** Span of all lines on the device, null when there are none. */
  readonly span: { readonly first: string; readonly last: string } | null;
  /** One point for each capacity 1..30. Empty when there is no score. */
  readonly curve: readonly CapacityPoint[];
  /** Lines of each lane at each capacity 1..30. Empty when there is no score. */
  readonly laneSizes: readonly LaneSizes[];
  readonly lanes: readonly LaneSummary[];
  readonly groups: readonly RiskGroup[];
  /** Lines that match the filters, in list order, as line handles. */
  readonly order: Uint32Array;
  /** First undecided handle in list order, or null. */
  readonly next: number | null;
  readonly origins: readonly string[];
  readonly offices: readonly string[];
  readonly randomShare: number;
  readonly pack: { readonly id: string; readonly version: string } | null;
  /** Why there are no scores, when there are none. A failure never looks like a low score. */
  readonly fault: Fault | null;
  /**
   * How far the look for controlled goods is; null: no list of them works, so nothing is looked at.
   * `check`: lines of the period answered *check this*, in whichever lane. `answered`: lines of the period with an answer of the list and model that work now. `model`:
   * whether goods hidden under other codes are looked for at all. `unstated`: lines under codes of
   * the list from files without a column for documents.
   */
  readonly controlled: {
    readonly standing: Standing;
    readonly model: boolean;
    readonly answered: number;
    readonly check: number;
    readonly unstated: number;
  } | null;
}

/** One list row. `probability` null: no score. */
export interface DeskRow {
  readonly handle: number;
  readonly id: string;
  /** Place by risk among the period's lines, 1 = highest; 0: no score, or outside the period. */
  readonly rank: number;
  readonly date: string;
  readonly hs6: string;
  readonly importer: string;
  readonly seller: string;
  readonly office: string;
  readonly taxType: string;
  readonly taxRate: number;
  readonly origin: string;
  readonly departure: string;
  readonly itemPrice: number;
  readonly netMass: number;
  readonly probability: number | null;
  readonly criticalProbability: number | null;
  readonly novel: boolean;
  readonly lane: Lane;
  readonly random: boolean;
  /** Null: not looked at yet. */
  readonly controlled: ControlledMark | null;
  readonly topReason: Explanation['reasons'][number] | null;
  readonly decision: { readonly decision: Decision; readonly at: string } | null;
}

/** An earlier line on this device that is like the open one. */
export interface SimilarLine {
  readonly handle: number;
  readonly id: string;
  readonly date: string;
  readonly importer: string;
  readonly unitPrice: number | null;
  readonly decision: Decision | null;
  readonly outcome: DeclarationLine['outcome'];
}

export interface CaseView {
  /** The pack that gave this very score and explanation; null when there is none. */
  readonly pack: { readonly id: string; readonly version: string; readonly made?: string } | null;
  readonly row: DeskRow;
  readonly line: DeclarationLine;
  readonly explanation: Explanation | null;
  readonly similar: {
    readonly total: number;
    readonly shared: Shared;
    readonly lines: readonly SimilarLine[];
  };
}

/** Rows a second on this device, and what ran the network. */
export interface SpeedReading {
  readonly rowsPerSecond: number;
  readonly lines: number;
  readonly backend: 'webgpu' | 'wasm' | 'cpu' | 'none';
}

export interface SelfTestReading {
  readonly cases: number;
  readonly largestDifference: number;
  readonly backend: SpeedReading['backend'];
}

/** A step of long work: `done` of `of` (of 0 = amount unknown). */
export interface Progress {
  readonly stage: 'reading' | 'checking' | 'storing' | 'scoring' | 'downloading' | 'testing';
  readonly done: number;
  readonly of: number;
}

/**
 * Methods of the risk worker. Each takes the call's AbortSignal and progress listener through
 * the adapter in platform/workers; none throws for an expected failure.
 */
export interface RiskWorker {
  outline(file: Blob, name: string): Promise<Result<TableOutline>>;
  importTable(request: ImportRequest): Promise<Result<ImportReport>>;
  desk(query: DeskQuery): Promise<Result<DeskView>>;
  /**
   * Rows by handle. `linesVersion` is that of the view the handles are from: a worker that has
   * started afresh on other lines answers `worker-lost` instead of with rows of other lines.
   */
  rows(handles: Uint32Array, linesVersion?: string): Promise<Result<readonly DeskRow[]>>;
  /** `linesVersion` as for `rows`; leave it out for a handle of `find`. */
  openCase(handle: number, linesVersion?: string): Promise<Result<CaseView>>;
  /** Handle of a declaration number in the cut that is shown; fails with `not-found`. */
  find(id: string): Promise<Result<number>>;
  exportRanked(query: DeskQuery, locale: 'ko' | 'en'): Promise<Result<Blob>>;
  /** Runs the golden cases of a staged or active version. */
  selfTest(version: string): Promise<Result<SelfTestReading>>;
  measureSpeed(): Promise<Result<SpeedReading>>;
  /** Forget the loaded pack and lines; the next call reads them again. */
  reload(): Promise<Result<null>>;
}
