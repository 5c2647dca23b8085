import { sha256 as sha256Of } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { PackEntry } from '../../src/contracts/pack.ts';
import { HaechiDatabase } from '../../src/platform/database/database.ts';
import {
  FRESH_QUERY,
  type DeskQuery,
  type ImportReport,
  type ImportRequest,
} from '../../src/contracts/risk.ts';
import type { Result } from '../../src/contracts/fault.ts';
import type { LineField } from '../../src/domain/risk/declaration.ts';
import { KCS_HEADERS } from '../../src/domain/risk/kcs-headers.ts';
import type { Call } from '../../src/platform/workers/call.ts';
import { Desk } from '../../workers/risk/desk.ts';
import { importTable } from '../../workers/risk/import-table.ts';
import { LineStore } from '../../workers/risk/line-store.ts';
import { outlineTable } from '../../workers/risk/outline.ts';

/** A declaration as a file writes it: every cell a text. */
export type FileLine = Partial<Record<LineField, string>>;

export const FIELDS = Object.keys(KCS_HEADERS) as LineField[];

/** A good line; `n` makes its number and varies what it carries. */
export function fileLine(n: number, changes: FileLine = {}): FileLine {
  return {
    id: `D${String(n).padStart(6, '0')}`,
    date: `2021-01-${String((n % 28) + 1).padStart(2, '0')}`,
    office: String(10 + (n % 5)),
    processType: 'B',
    importType: '11',
    importUse: '21',
    paymentType: '11',
    transportMode: '40',
    declarant: `B${n % 7}`,
    importer: `IMP${n % 11}`,
    seller: n % 3 === 0 ? '' : `SEL${n % 13}`,
    courier: '',
    hs6: ['010121', '854231', '950300'][n % 3] ?? '',
    departure: 'CN',
    origin: ['CN', 'VN', 'JP'][n % 3] ?? '',
    taxRate: '8.0',
    taxType: 'A',
    originIndicator: 'G',
    netMass: String(10 + n),
    itemPrice: String(100_000 + n * 10),
    fraud: '0',
    critical: '0',
    ...changes,
  };
}

export const fileLines = (count: number): FileLine[] =>
  Array.from({ length: count }, (_, n) => fileLine(n));

/** Cells of a table with the KCS header, the header first. */
export function tableOf(lines: readonly FileLine[], headers = KCS_HEADERS): string[][] {
  return [
    FIELDS.map((field) => headers[field]),
    ...lines.map((line) => FIELDS.map((field) => line[field] ?? '')),
  ];
}

export function csvText(
  rows: readonly (readonly string[])[],
  delimiter = ',',
  end = '\r\n',
): string {
  const cell = (text: string): string =>
    text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map((row) => row.map(cell).join(delimiter) + end).join('');
}

export function csvFile(lines: readonly FileLine[], delimiter = ','): File {
  return new File([csvText(tableOf(lines), delimiter)], 'week.csv');
}

/** Bytes of a text in EUC-KR: browsers only read it, so its table is read out of the decoder. */
export function encodeKorean(text: string): Uint8Array<ArrayBuffer> {
  const table = new Map<string, readonly number[]>();
  const decoder = new TextDecoder('euc-kr');
  for (let high = 0xb0; high <= 0xc8; high += 1) {
    for (let low = 0xa1; low <= 0xfe; low += 1) {
      table.set(decoder.decode(new Uint8Array([high, low])), [high, low]);
    }
  }
  return new Uint8Array(
    Array.from(text).flatMap((letter) => table.get(letter) ?? [letter.charCodeAt(0)]),
  );
}

export function encodeWide(text: string): Uint8Array<ArrayBuffer> {
  const units = Uint16Array.from(`\ufeff${text}`, (letter) => letter.charCodeAt(0));
  return new Uint8Array(units.buffer);
}

export interface Progressed {
  readonly call: Call;
  readonly controller: AbortController;
}

export function makeCall(onProgress: Call['progress'] = () => undefined): Progressed {
  const controller = new AbortController();
  return { controller, call: { signal: controller.signal, progress: onProgress } };
}

/** A tablet of its own: a database nobody else opens, and the worker's pipelines on it. */
export class Tablet {
  readonly database: HaechiDatabase;
  readonly lines: LineStore;
  readonly desk: Desk;

  constructor(name = `risk-${crypto.randomUUID()}`) {
    this.database = new HaechiDatabase(name);
    this.lines = new LineStore(this.database);
    this.desk = new Desk(this.database, this.lines, new Uint8Array(32).fill(7));
  }

  /** The browser deletes it once the last connection is gone; nobody has to wait for that. */
  remove(): void {
    this.database.close();
    indexedDB.deleteDatabase(this.database.name);
  }

  outline(file: Blob) {
    return outlineTable(file, async (key) => (await this.database.mappings.get(key))?.mapping);
  }

  /** Imports with the columns the outline proposes. */
  async import(
    file: Blob,
    changes: Partial<ImportRequest> = {},
    call: Call = makeCall().call,
  ): Promise<Result<ImportReport>> {
    const outline = await this.outline(file);
    if (!outline.ok) return outline;
    const { mapping } = outline.value;
    const request: ImportRequest = {
      ...{ file, name: 'week.csv', mapping, known: 'refuse', remember: false, actor: 'officer' },
      ...changes,
    };
    return importTable(call, this.database, this.lines, request);
  }

  cut(changes: Partial<DeskQuery> = {}) {
    return this.desk.show(makeCall().call, { ...FRESH_QUERY, ...changes });
  }

  /** Everything the database holds, to compare before and after. */
  async contents(): Promise<unknown> {
    const tables = await Promise.all(
      this.database.tables.map(async (table) => [table.name, await table.toArray()] as const),
    );
    // Made on first use, whatever comes of the import.
    return Object.fromEntries(tables.filter(([name]) => name !== 'device'));
  }
}

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.fault));
  return result.value;
}

export function faultOf(result: Result<unknown>): string | undefined {
  return result.ok ? undefined : result.fault.code;
}

const PACK_FILES = ['model.json', 'arrays.bin', 'golden.json', 'card.json'] as const;
const PACK_URLS: Record<string, string> = import.meta.glob('../../models/risk/v1/*', {
  query: '?url',
  import: 'default',
  eager: true,
});

/**
 * Puts the risk pack of this repository on a tablet, as an installed and active one. `change` may
 * spoil the text of its JSON files.
 */
export async function installRiskPack(
  database: HaechiDatabase,
  change: (name: string, text: string) => string = (_, text) => text,
): Promise<string> {
  const files = [];
  for (const name of PACK_FILES) {
    const url = PACK_URLS[`../../models/risk/v1/${name}`];
    if (!url) throw new Error(`no ${name} in models/risk/v1`);
    const answer = await fetch(url);
    const blob = name.endsWith('.json')
      ? new Blob([change(name, await answer.text())])
      : await answer.blob();
    const sha256 = bytesToHex(sha256Of(new Uint8Array(await blob.arrayBuffer())));
    await database.packBlobs.put({ sha256, blob });
    files.push({ name, bytes: blob.size, sha256 });
  }
  const version = '1.0.0';
  const source = { ko: '시험', en: 'Test' };
  const entry: PackEntry = {
    ...{ id: 'risk', kind: 'risk', version, format: 1, path: 'risk/v1', title: source, source },
    ...{ made: '2021-04-01', files, needs: [], thresholds: {}, metrics: {}, golden: 'golden.json' },
  };
  const installedAt = '2021-04-01T00:00:00.000Z';
  const pack = { id: 'risk', version, entry, installedAt, selfTest: null };
  await database.packs.put({ ...pack, state: 'active' });
  return version;
}
