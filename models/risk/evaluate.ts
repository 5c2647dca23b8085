import { newestPack } from '../manifest.ts';
import type { ByShare, GroupFigures } from '../../src/contracts/risk-card.ts';
import { calibrationError } from './training/metrics.ts';
import { fastTrackOf } from './training/fast-track.ts';
import { groupFigures } from './training/figures.ts';
import { readInspected } from '../declarations/read-declarations.ts';
import { openPackFolder, scoreTable, startBackend } from './training/run-model.ts';
import { linesWhere } from '../declarations/select-lines.ts';
import { foundAtLeast } from './training/found.ts';

function values(figures: ByShare): Record<string, number> {
  return Object.fromEntries(Object.entries(figures).map(([share, f]) => [share, f.value]));
}

function groupOf(f: GroupFigures): Record<string, unknown> {
  return {
    rows: f.rows,
    base_rate: f.baseRate.value,
    auc: f.auc.value,
    auc_interval: [f.auc.low, f.auc.high],
    ap: f.ap.value,
    ap_interval: [f.ap.low, f.ap.high],
    precision_at: values(f.precisionAt),
  };
}

/**
 * Scores a labelled declaration file with the newest listed pack (or the one in `pack`), on the
 * lines the desk would take and whose outcome is known; all figures of the model card's table.
 * A figure that the lines cannot give (one outcome only, no line of a group) is null in JSON.
 */
export async function evaluate(options: { data: string; pack?: string }): Promise<unknown> {
  const { table, rejected, withoutOutcome } = readInspected(options.data);
  await startBackend();
  const model = openPackFolder(options.pack ?? newestPack('risk'));
  await scoreTable(model, table); // the first run compiles; the second one is timed
  const begin = performance.now();
  const { scores } = await scoreTable(model, table);
  const seconds = (performance.now() - begin) / 1000;
  const fraud = foundAtLeast(table, 'fraud');
  const grave = foundAtLeast(table, 'critical');
  const { probability, novel, critical } = scores;
  const of = (lines: Uint32Array): GroupFigures =>
    groupFigures(
      Array.from(lines, (l) => probability[l] as number),
      Array.from(lines, (l) => fraud[l] as number),
      41,
    );
  const all = of(linesWhere(table.length, () => true));
  const graveFigures = groupFigures(critical, grave, 42);
  const fast = fastTrackOf({ probability, critical, novel, fraud, grave }, model.thresholds);
  return {
    version: model.version,
    rows: table.length,
    rejected,
    without_outcome: withoutOutcome,
    base_rate: all.baseRate.value,
    auc: all.auc.value,
    ap: all.ap.value,
    brier: all.brier.value,
    ece: calibrationError(probability, fraud),
    precision_at: values(all.precisionAt),
    recall_at: values(all.recallAt),
    seen: groupOf(of(linesWhere(table.length, (l) => novel[l] === 0))),
    unseen: groupOf(of(linesWhere(table.length, (l) => novel[l] === 1))),
    critical: {
      ap: graveFigures.ap.value,
      recall_at: { 1: graveFigures.recallAt['1']?.value, 5: graveFigures.recallAt['5']?.value },
    },
    fast_track: { share: fast.share, fraud_rate: fast.fraudRate, critical: fast.critical },
    rows_per_second: Math.round(table.length / seconds),
  };
}
