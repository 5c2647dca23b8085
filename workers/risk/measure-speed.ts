import type { SpeedReading } from '../../src/contracts/risk.ts';
import { fail, succeed, type Result } from '../../src/contracts/fault.ts';
import { mergeLines } from '../../src/domain/risk/intake/merge-lines.ts';
import type { HaechiDatabase } from '../../src/platform/database/database.ts';
import type { Call } from '../../src/platform/workers/call.ts';
import { goldenTable } from './golden.ts';
import type { LineStore } from './line-store.ts';
import { openModel } from './risk-model.ts';
import { scoreTable } from './scoring.ts';
import { readGolden } from './self-test.ts';

/** Lines scored at least: fewer take too little time to be timed. */
const LEAST_LINES = 20_000;

/**
 * Rows a second on this device, encoding and network included. The
 * tablet's own lines are scored, or the golden ones when it has none. Faults: model-missing, pack-*,
 * gpu-lost, cancelled, no-good-rows.
 */
export async function measureSpeed(
  call: Call,
  database: HaechiDatabase,
  store: LineStore,
): Promise<Result<SpeedReading>> {
  const opened = await openModel(database);
  if (!opened.ok) return opened;
  const { table: own } = await store.read();
  const golden = readGolden(opened.value);
  const table = own.length > 0 || !golden ? own : goldenTable(golden);
  if (table.length === 0) return fail('no-good-rows');
  const copies = Math.max(1, Math.ceil(LEAST_LINES / table.length));
  const lines = copies === 1 ? table : mergeLines(Array.from({ length: copies }, () => table));
  // The first run compiles; the second is what the officer waits for.
  let reading: SpeedReading = { rowsPerSecond: 0, lines: 0, backend: 'none' };
  for (let run = 0; run < 2; run += 1) {
    const from = performance.now();
    const scoring = await scoreTable(call, opened.value.model, lines);
    if (!scoring.ok) return scoring;
    const seconds = (performance.now() - from) / 1000;
    const rowsPerSecond = Math.round(lines.length / seconds);
    reading = { rowsPerSecond, lines: lines.length, backend: scoring.value.backend };
  }
  return succeed(reading);
}
