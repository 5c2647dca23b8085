/** `npm test`: finds or installs a Chromium, runs every test, and closes with the true totals. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './chromium.ts';

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly success: boolean;
}

const chromium = ensureChromium();
const report = join(mkdtempSync(join(tmpdir(), 'haechi-test-')), 'report.json');
const vitest = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit', env: { ...process.env, CHROMIUM_PATH: chromium } },
);

const totals = JSON.parse(readFileSync(report, 'utf8')) as Report;
const skipped = totals.numPendingTests + totals.numTodoTests;
// A suite that fails to load has no tests to count, yet the run has failed.
const failed = Math.max(totals.numFailedTests, totals.success ? 0 : 1);
console.log(
  `\n${totals.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
);
process.exit(vitest.status ?? 1);
