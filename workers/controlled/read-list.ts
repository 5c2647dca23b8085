import type { ReadList } from '../../src/contracts/controlled.ts';
import { fail, succeed, type Result } from '../../src/contracts/fault.ts';
import { withoutDirection } from '../../src/domain/controlled/list-cells.ts';
import { ListReader } from '../../src/domain/controlled/list-reader.ts';
import type { HaechiDatabase } from '../../src/platform/database/database.ts';
import { storageFault } from '../../src/platform/packs/storage-fault.ts';
import { readCsvRows } from '../../src/platform/tables/csv-rows.ts';
import { tellKind } from '../../src/platform/tables/file-kind.ts';
import { takeFingerprint } from '../../src/platform/tables/fingerprint.ts';
import { readWorkbook } from '../../src/platform/tables/xlsx-rows.ts';
import type { Call } from '../../src/platform/workers/call.ts';
import { nextTask } from '../../src/platform/workers/next-task.ts';
import { changeOf } from './list-in-use.ts';
import { knownCodes } from './list-codes.ts';
import { makeListPack, usedVersions } from './list-pack.ts';

/** 100,000 rows of usual length are half of this. Bytes. */
const LIST_LIMIT = 64 * 1024 * 1024;
/** Rows taken between two looks at the cancel button. */
const ROWS_AT_A_TIME = 4096;

/**
 * Reads an administration's list and, where nothing in it is wrong, makes a pack of it. Nothing is
 * stored. Faults: file-empty, file-too-large, file-not-a-table, file-unreadable, header-unknown,
 * storage-refused.
 */
export async function readList(
  call: Call,
  database: HaechiDatabase,
  file: File,
  today: string,
): Promise<Result<ReadList>> {
  if (file.size > LIST_LIMIT) {
    return fail('file-too-large', { bytes: file.size, limit: LIST_LIMIT });
  }
  try {
    const reader = new ListReader({ today, isKnown: await knownCodes(database) });
    const read = await readRows(call, file, reader);
    if (!read.ok) return read;
    const { file: table, ...checked } = reader.finish();
    if (checked.rows === 0) return fail('file-empty', { rows: 0 });
    const named = { name: withoutDirection(file.name), ...checked };
    if (!table) return succeed({ review: { ...named, change: null }, pack: null });
    call.signal.throwIfAborted();
    const review = { ...named, change: await changeOf(database, table.rows, today) };
    const pack = makeListPack(table, review, await usedVersions(database));
    return pack.ok ? succeed({ review, pack: pack.value }) : pack;
  } catch (error) {
    return call.signal.aborted ? fail('cancelled') : storageFault(error);
  }
}

/** Feeds the file's rows to the reader. */
async function readRows(call: Call, file: File, reader: ListReader): Promise<Result<null>> {
  const kind = await tellKind(file);
  if (!kind.ok) return kind;
  const fed = await (kind.value === 'workbook' ? feedSheet : feedText)(call, file, reader);
  if (!fed.ok || reader.met === 'header') return fed;
  if (reader.met === 'nothing') return fail('file-empty');
  return fail('header-unknown', { missing: reader.missing.join(',') });
}

async function feedText(call: Call, file: File, reader: ListReader): Promise<Result<null>> {
  const fingerprint = await takeFingerprint(call, file);
  if (!fingerprint.ok) return fingerprint;
  const { encoding } = fingerprint.value;
  if (!encoding) return fail('file-unreadable');
  for await (const batch of readCsvRows(file, encoding, call.signal)) {
    if (!batch.ok) return batch;
    for (const { line, cells, stray } of batch.value.rows) {
      const taken = cells ? reader.take(line, cells) : reader.refuse(line, stray);
      if (taken !== 'more') return succeed(null);
    }
    call.progress({ stage: 'checking', done: batch.value.bytes, of: file.size });
    await nextTask();
  }
  return succeed(null);
}

async function feedSheet(call: Call, file: File, reader: ListReader): Promise<Result<null>> {
  call.progress({ stage: 'reading', done: 0, of: 0 });
  const rows = await readWorkbook(file, false);
  if (!rows.ok) return rows;
  for (const [i, row] of rows.value.entries()) {
    if (reader.take(i + 1, row) !== 'more') break;
    if ((i + 1) % ROWS_AT_A_TIME !== 0) continue;
    call.progress({ stage: 'checking', done: i, of: rows.value.length });
    await nextTask();
    call.signal.throwIfAborted();
  }
  return succeed(null);
}
