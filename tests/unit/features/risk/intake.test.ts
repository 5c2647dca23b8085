import { describe, expect, it } from 'vitest';
import { fail, succeed, type Result } from '../../../../src/contracts/fault.ts';
import type { ImportReport, ImportRequest, TableOutline } from '../../../../src/contracts/risk.ts';
import { Intake } from '../../../../src/features/risk/intake.svelte.ts';
import { madeWorker } from './made-case.ts';

const KNOWN: TableOutline = {
  ...{ format: 'csv', encoding: 'utf-8', delimiter: ',', header: ['No', 'Day'], sample: [] },
  mapping: { id: 'No', date: 'Day' },
  missing: [],
};
const CLEAN: ImportReport = { batch: 'B1', lines: 3, rejected: 0, skipped: 0, badCells: [] };

/** A tablet whose importer answers as told. */
function tablet(
  outline: Result<TableOutline>,
  importing: (request: ImportRequest) => Promise<Result<ImportReport>>,
) {
  const requests: ImportRequest[] = [];
  let lists = 0;
  const risk = {
    ...madeWorker([]),
    outline: async () => outline,
    importTable: (_: object, request: ImportRequest) => {
      requests.push(request);
      return importing(request);
    },
  };
  const imported = async (): Promise<void> => void (lists += 1);
  const intake = new Intake({ risk, actor: () => '김예시', imported });
  return { intake, requests, lists: () => lists };
}

const file = new Blob(['No,Day\n1,2021-01-04\n']);

describe('a file on its way in', () => {
  it('goes straight into the list when its columns are known and every row is good', async () => {
    const { intake, requests, lists } = tablet(succeed(KNOWN), async () => succeed(CLEAN));
    await intake.take(file, 'week.csv');
    expect(intake.state.kind).toBe('idle');
    expect(lists()).toBe(1);
    expect(requests[0]).toMatchObject({ name: 'week.csv', known: 'refuse', remember: false });
    expect(requests[0]?.actor).toBe('김예시');
  });

  it('shows what was set aside when some rows were bad', async () => {
    const report = { ...CLEAN, rejected: 1 };
    const { intake } = tablet(succeed(KNOWN), async () => succeed(report));
    await intake.take(file, 'week.csv');
    expect(intake.state).toEqual({ kind: 'ready', report });
  });

  it('waits for the officer to match columns it does not know, and remembers them', async () => {
    const outline: TableOutline = { ...KNOWN, mapping: {}, missing: ['id', 'date'] };
    const { intake, requests } = tablet(succeed(outline), async () => succeed(CLEAN));
    await intake.take(file, 'week.csv');
    expect(intake.state.kind).toBe('mapping');
    expect(intake.missing).toContain('id');
    intake.choose('id', 'No');
    intake.choose('date', 'No');
    expect(intake.twice).toEqual(['No']);
    intake.choose('date', 'Day');
    expect(intake.twice).toEqual([]);
    intake.choose('date', null);
    expect(intake.mapping).toEqual({ id: 'No' });
    await intake.bringIn('refuse');
    expect(requests[0]).toMatchObject({ mapping: { id: 'No' }, remember: true });
  });

  it('offers only the new lines when some are on the tablet already', async () => {
    const { intake, requests } = tablet(succeed(KNOWN), async (request) =>
      request.known === 'refuse' ? fail('ids-known', { count: 2, new: 1 }) : succeed(CLEAN),
    );
    await intake.take(file, 'week.csv');
    expect(intake.state).toMatchObject({ kind: 'failed', fault: { code: 'ids-known' } });
    await intake.bringIn('skip');
    expect(intake.state.kind).toBe('idle');
    expect(requests.map((request) => request.known)).toEqual(['refuse', 'skip']);
  });

  it('says what is wrong with a file that is no table, and changes nothing', async () => {
    const { intake, requests, lists } = tablet(fail('file-not-a-table'), async () =>
      succeed(CLEAN),
    );
    await intake.take(file, 'photo.csv');
    expect(intake.state).toMatchObject({ kind: 'failed', fault: { code: 'file-not-a-table' } });
    expect(requests).toEqual([]);
    expect(lists()).toBe(0);
  });

  it('shows in the list what was stored before the officer could stop it', async () => {
    let answer: (result: Result<ImportReport>) => void = () => undefined;
    const { intake, lists } = tablet(
      succeed(KNOWN),
      () => new Promise((resolve) => (answer = resolve)),
    );
    const taking = intake.take(file, 'week.csv');
    await new Promise((resolve) => setTimeout(resolve));
    intake.close();
    answer(succeed(CLEAN));
    await taking;
    expect(intake.state.kind).toBe('idle');
    expect(lists()).toBe(1);
  });

  it('says that the sample week needs the network when it is not on the tablet', async () => {
    const { intake } = tablet(succeed(KNOWN), async () => succeed(CLEAN));
    await intake.takeSample(() => Promise.reject(new TypeError('offline')), 'Sample week.csv');
    expect(intake.state).toMatchObject({ kind: 'failed', fault: { code: 'offline' } });
  });

  it('stops waiting and says so when the importer has a bug, which is not swallowed', async () => {
    const { intake, lists } = tablet(succeed(KNOWN), async () => Promise.reject(new Error('bug')));
    await expect(intake.take(file, 'week.csv')).rejects.toThrow('bug');
    expect(intake.state.kind).toBe('failed');
    expect(lists()).toBe(0);
  });
});
