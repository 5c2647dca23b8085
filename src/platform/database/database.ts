import { Dexie, type EntityTable, type Table } from 'dexie';
import type { LogEvent } from '../../domain/events/chain.ts';
import type { LineTable } from '../../domain/risk/declaration.ts';
import type { BadCell, HeaderMapping } from '../../contracts/risk.ts';
import type { Decision } from '../../contracts/events.ts';
import type { PackEntry } from '../../contracts/pack.ts';

/** An event with its place in this device's log. */
export type StoredEvent = LogEvent & { seq: number };

/** Projection of `decision-recorded` and `decision-withdrawn`: the decision that stands. */
export interface StandingDecision {
  declaration: string;
  decision: Decision;
  remark: string;
  at: string;
  actor: string;
  event: string;
}

/** Projection of `declarations-imported`. */
export interface Batch {
  id: string;
  name: string;
  sha256: string;
  lines: number;
  rejected: number;
  skipped: number;
  firstDate: string;
  lastDate: string;
  importedAt: string;
}

/** What could not be taken from a batch's file, kept with it so that it can be mended at the source. */
export interface RejectedCells {
  batch: string;
  cells: readonly BadCell[];
}

/** Up to CHUNK_LINES lines of a batch as columns: one record is read far faster than its rows. */
export interface LineChunk {
  batch: string;
  index: number;
  table: LineTable;
}
export const CHUNK_LINES = 4096;

/**
 * Goods texts of the lines of one chunk that have one, as columns in the same order. They stand
 * apart from the lines: ranking never reads them.
 */
export interface GoodsTexts {
  batch: string;
  /** Of the line chunk. */
  index: number;
  ids: readonly string[];
  texts: readonly string[];
  /** HS codes as declared, four or six digits. */
  declared: readonly string[];
}

/** Most likely codes kept for each goods text. */
export const KEPT_CODES = 12;

/** What one version of the HS pack said of a chunk's goods texts; columns in the order of the texts. */
export interface GoodsCheckChunk {
  batch: string;
  index: number;
  version: string;
  ids: readonly string[];
  /** KEPT_CODES a text, most likely first: six digits as a number, 0 after the last; none where the text says nothing. */
  codes: Uint32Array;
  /** Probability of each of `codes`. */
  shares: Float32Array;
  /** Of the text to the most similar goods the pack learnt from, 0..1. */
  similarity: Float32Array;
  /** Most likely code; empty where the model offers none. */
  suggested: readonly string[];
  probability: Float32Array;
  declaredProbability: Float32Array;
  /** Index into AGREEMENTS. */
  agreement: Uint8Array;
}

/**
 * What the lines of one chunk state beyond the line itself, for lines that state anything: the code
 * as declared where it has more than six digits, and the documents of other authorities.
 */
export interface LinePapers {
  batch: string;
  /** Of the line chunk. */
  index: number;
  /** Whether the file has a column for documents: without one, an empty text means nothing. */
  stated: boolean;
  ids: readonly string[];
  /** As declared, up to 10 digits. */
  codes: readonly string[];
  documents: readonly string[];
}

/** Answers on controlled goods of a whole line chunk; columns in the order of its lines. */
export interface ControlledChunk {
  batch: string;
  index: number;
  /** Versions that the answers rest on: list, model and HS check of the chunk. */
  basis: string;
  list: string;
  model: string | null;
  ids: readonly string[];
  /** Index into GROUNDS. */
  ground: Uint8Array;
  /** NaN: none. */
  probability: Float32Array;
  /** Empty: none. */
  suspect: readonly string[];
}

/** Projection of `hs-code-picked`. */
export interface HsPick {
  event: string;
  text: string;
  /** Six or ten digits. */
  code: string;
  at: string;
  actor: string;
  declaration: string | null;
}

/** One version of a pack on this device. */
export interface InstalledPack {
  id: string;
  version: string;
  entry: PackEntry;
  /** staged: all files here and verified, self-test not passed yet. */
  state: 'staged' | 'active' | 'previous';
  installedAt: string;
  selfTest: { at: string; cases: number; largestDifference: number; backend: string } | null;
}

/** A pack file by its hash. Blob, not ArrayBuffer: an order of magnitude faster to write. */
export interface PackBlob {
  sha256: string;
  blob: Blob;
}

/**
 * Some bytes of a pack file that is still being downloaded. Once written a part is never changed:
 * a download cut off by a dead battery goes on after the last part, and packBlobs holds whole,
 * verified packs only.
 */
export interface PackPart {
  sha256: string;
  /** Place of the first byte in the file. */
  offset: number;
  pack: string;
  blob: Blob;
}

export interface RememberedMapping {
  /** The file's header cells, joined by the unit separator. */
  header: string;
  mapping: HeaderMapping;
}

/** What belongs to this tablet and never leaves it or changes: its id, the seed of the random draw. */
export interface DeviceFact {
  key: 'id' | 'draw-seed';
  value: string;
}

export interface Setting {
  key: string;
  value: unknown;
}

export class HaechiDatabase extends Dexie {
  declare events: EntityTable<StoredEvent, 'seq'>;
  declare decisions: EntityTable<StandingDecision, 'declaration'>;
  declare batches: EntityTable<Batch, 'id'>;
  declare rejected: EntityTable<RejectedCells, 'batch'>;
  declare device: EntityTable<DeviceFact, 'key'>;
  declare chunks: Table<LineChunk, [string, number]>;
  declare goodsTexts: Table<GoodsTexts, [string, number]>;
  declare goodsChecks: Table<GoodsCheckChunk, [string, number]>;
  declare linePapers: Table<LinePapers, [string, number]>;
  declare controlledChecks: Table<ControlledChunk, [string, number]>;
  declare hsPicks: EntityTable<HsPick, 'event'>;
  declare packs: Table<InstalledPack, [string, string]>;
  declare packBlobs: EntityTable<PackBlob, 'sha256'>;
  declare packParts: Table<PackPart, [string, number]>;
  declare mappings: EntityTable<RememberedMapping, 'header'>;
  declare settings: EntityTable<Setting, 'key'>;

  constructor(name = 'haechi') {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      events: '++seq, &id, kind, subject',
      decisions: 'declaration, at',
      batches: 'id, sha256',
      chunks: '[batch+index]',
      rejected: 'batch',
      device: 'key',
      packs: '[id+version], id, state',
      packBlobs: 'sha256',
      packParts: '[sha256+offset], pack',
      mappings: 'header',
      settings: 'key',
    });
    // Goods texts, their check and what officers picked. Nothing of version 1 changes.
    this.version(2).stores({
      goodsTexts: '[batch+index], *ids',
      goodsChecks: '[batch+index], *ids, version',
      hsPicks: 'event, declaration',
    });
    // Documents, answers on controlled goods; checks of goods texts now keep the likeliest codes.
    this.version(3)
      .stores({
        linePapers: '[batch+index], *ids',
        controlledChecks: '[batch+index], *ids, basis',
      })
      // Made anew in the background.
      .upgrade((change) => change.table('goodsChecks').clear());
  }
}

/** Opening can hang for ever when the browser is short of memory: give up after this long, ms. */
const OPEN_LIMIT = 10_000;

/** Opens the database or throws; the caller says that nothing can be kept on this device. */
export async function openDatabase(name?: string): Promise<HaechiDatabase> {
  const database = new HaechiDatabase(name);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('database open timed out')), OPEN_LIMIT);
  });
  try {
    await Promise.race([database.open(), late]);
    return database;
  } finally {
    clearTimeout(timer);
  }
}
