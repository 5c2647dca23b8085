import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CutMaker } from '../../workers/risk/cut-maker.ts';
import { readRows } from '../../workers/risk/rows.ts';
import { cutOf, findLine } from '../../workers/risk/shown-cut.ts';
import {
  csvFile,
  fileLine,
  fileLines,
  installRiskPack,
  makeCall,
  Tablet,
  valueOf,
} from './risk-workshop.ts';

const tablet = new Tablet();
const bare = new Tablet();
beforeAll(async () => {
  await installRiskPack(tablet.database);
  valueOf(await tablet.import(csvFile(fileLines(1500))));
  valueOf(await bare.import(csvFile(fileLines(100))));
});
afterAll(() => {
  tablet.remove();
  bare.remove();
});

describe('a failed scoring', () => {
  it('is tried again with the next cut, and changes no revision while it fails', async () => {
    const late = new Tablet();
    valueOf(await late.import(csvFile(fileLines(50))));
    // Bytes of a pack that cannot be read just now.
    await installRiskPack(late.database);
    const blobs = await late.database.packBlobs.toArray();
    await late.database.packBlobs.clear();
    const first = valueOf(await late.cut());
    expect(first.fault).not.toBeNull();
    expect(valueOf(await late.cut()).revision).toBe(first.revision);
    await late.database.packBlobs.bulkPut(blobs);
    expect(valueOf(await late.cut()).fault).toBeNull();
    late.remove();
  });
});

describe('a line whose score is no number', () => {
  it('has no score and no rank, waits for review and spoils no figure', async () => {
    valueOf(await tablet.cut({ capacity: 30 }));
    const { shown } = tablet.desk;
    if (!shown?.scored.scoring) throw new Error('nothing is scored');
    const { scoring } = shown.scored;
    const broken = [0, 7, 700];
    const spoil = (values: Float32Array): Float32Array =>
      values.map((value, handle) => (broken.includes(handle) ? NaN : value));
    const { logit, probability, critical } = scoring.scores;
    const scores = {
      ...scoring.scores,
      ...{ logit: spoil(logit), probability: spoil(probability), critical: spoil(critical) },
    };
    const scored = { ...shown.scored, scoring: { ...scoring, scores } };
    const maker = new CutMaker(new Uint8Array(32));
    const cut = maker.cut({ ...shown, scored });
    const rows = readRows(cut, cut.order);
    expect(rows.length).toBe(1500);
    const last = rows.slice(-3);
    expect(last.map((row) => row.handle)).toEqual(broken);
    for (const row of last) {
      expect(row).toMatchObject({ rank: 0, lane: 'review', random: false, topReason: null });
      expect(row).toMatchObject({ probability: null, criticalProbability: null });
    }
    expect(rows.slice(0, -3).map((row) => row.rank)).toEqual(
      rows.slice(0, -3).map((_, i) => i + 1),
    );
    const view = maker.view(cut);
    expect(view.lanes.reduce((sum, lane) => sum + lane.lines, 0)).toBe(1500);
    for (const lane of view.lanes) expect(lane.fraud?.value).not.toBeNaN();
    for (const point of view.curve) expect(point.hits.value).not.toBeNaN();
    expect(view.laneSizes[29]?.inspect).toBe(view.lanes[0]?.lines);
  });
});

describe('handles', () => {
  it('mean the lines of the shown cut, also while another tab imports', async () => {
    const one = new Tablet();
    valueOf(await one.import(csvFile([fileLine(1)])));
    const view = valueOf(await one.cut());
    const other = new Tablet(one.database.name);
    valueOf(await other.import(csvFile([fileLine(2)])));
    other.database.close();
    const { call } = makeCall();
    expect(await findLine(call, one.desk, 'D000001')).toEqual({ ok: true, value: 0 });
    expect(await findLine(call, one.desk, 'D000002')).toMatchObject({ ok: false });
    const later = valueOf(await one.cut());
    expect(await findLine(call, one.desk, 'D000002')).toEqual({ ok: true, value: 1 });
    // Those of the view before still count the same lines.
    for (const { linesVersion } of [view, later]) {
      expect((await cutOf(call, one.desk, linesVersion)).ok).toBe(true);
    }
    one.remove();
  });

  it('of other lines are refused by a worker that started afresh, and of the same ones are not', async () => {
    const { call } = makeCall();
    const { linesVersion } = valueOf(await bare.cut());
    const restarted = new Tablet(bare.database.name);
    expect((await cutOf(call, restarted.desk, linesVersion)).ok).toBe(true);
    const refused = await cutOf(call, restarted.desk, valueOf(await tablet.cut()).linesVersion);
    expect(refused).toMatchObject({ ok: false, fault: { code: 'worker-lost' } });
    restarted.database.close();
  });
});
