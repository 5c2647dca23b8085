import { describe, expect, it } from 'vitest';
import type { ControlledCheckState } from '../../../../src/contracts/controlled.ts';
import { FRESH_QUERY, type DeskView, type LaneSummary } from '../../../../src/contracts/risk.ts';
import { countFilters, NO_FILTERS } from '../../../../src/features/risk/filters.ts';
import { controlledGap, laneTruth } from '../../../../src/features/risk/lane-truth.ts';
import { i18n } from '../../../../src/i18n/i18n.svelte.ts';

type Controlled = DeskView['controlled'];

const lane: LaneSummary = {
  ...{ lane: 'controlled', lines: 12, decided: 0, novel: 0, fraud: null, drawn: 0 },
  noDocument: 5,
};

/** A desk of a hundred lines of which nothing is ranked. */
function viewOf(controlled: Controlled): DeskView {
  return {
    ...{ revision: 1, linesVersion: '', total: 100, span: null, curve: [], laneSizes: [] },
    ...{ lanes: [lane], groups: [], order: new Uint32Array(0), next: null, origins: [] },
    ...{ offices: [], randomShare: 0, pack: null, fault: null, controlled },
  };
}

const looked: NonNullable<Controlled> = {
  ...{ standing: 'starter', model: true, answered: 100, check: 12, unstated: 0 },
};
function truthOf(controlled: Controlled, check: ControlledCheckState = 'ready'): string {
  const view = viewOf(controlled);
  return laneTruth(view, lane, controlledGap(view, check));
}

describe('the lane of controlled goods', () => {
  it('tells lines that want a document from lines whose goods look like others', () => {
    const m = i18n.m.clearance;
    expect(truthOf(looked)).toBe(`${m.laneNoDocument(5)} · ${m.laneHidden(7)}`);
    expect(controlledGap(viewOf(looked), 'ready')).toBeNull();
  });

  it('never says that none was found where none was looked for', () => {
    const m = i18n.m.clearance;
    expect(truthOf(null)).toBe(m.controlledNoList);
    expect(truthOf({ ...looked, answered: 0 })).toBe(m.controlledNotYet);
    expect(truthOf({ ...looked, answered: 60 })).toBe(m.controlledOpen(40));
    expect(truthOf({ ...looked, model: false })).toBe(`${m.laneNoDocument(5)} · ${m.laneNoModel}`);
    const said = [null, { ...looked, answered: 0 }, { ...looked, answered: 60 }].map((of) =>
      truthOf(of),
    );
    for (const text of said) expect(text).not.toContain(m.laneHidden(7));
  });
});

describe('the check in the background', () => {
  it('is named where it runs or broke off, and not once every line is looked at', () => {
    const m = i18n.m.clearance;
    const open = { ...looked, answered: 60 };
    expect(truthOf(open, 'running')).toBe(m.controlledRunning);
    expect(truthOf(open, 'failed')).toBe(m.controlledFailed(40));
    expect(truthOf(null, 'failed')).toBe(m.controlledNoList);
    expect(truthOf(looked, 'failed')).toBe(truthOf(looked));
  });
});

describe('files without a column for documents', () => {
  it('never look as if no document were missing', () => {
    const m = i18n.m.clearance;
    const none = { ...lane, lines: 7, noDocument: 0 };
    const truth = laneTruth(viewOf({ ...looked, unstated: 30 }), none, null);
    expect(truth).toBe(`${m.laneUnstated} · ${m.laneHidden(7)}`);
  });
});

describe('the filter on controlled goods', () => {
  it('is counted with the others and cleared with them', () => {
    const filtered = { ...FRESH_QUERY, controlledOnly: true, novelOnly: true };
    expect(countFilters(filtered)).toBe(2);
    expect(countFilters({ ...filtered, ...NO_FILTERS })).toBe(0);
  });
});
