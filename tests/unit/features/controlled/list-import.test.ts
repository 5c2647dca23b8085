import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LIST_PACK } from '../../../../src/contracts/controlled.ts';
import type { Result } from '../../../../src/contracts/fault.ts';
import type { PackEntry } from '../../../../src/contracts/pack.ts';
import { goldenOf } from '../../../../src/domain/controlled/golden.ts';
import { LIST_COLUMNS, placeColumns } from '../../../../src/domain/controlled/list-columns.ts';
import type { RequirementFile } from '../../../../src/domain/controlled/requirement.ts';
import { missingOf } from '../../../../src/features/controlled/list-columns-found.ts';
import { listCsv, readListInUse } from '../../../../src/features/controlled/list-csv.ts';
import { ListImport } from '../../../../src/features/controlled/list-import.svelte.ts';
import { PackShelf } from '../../../../src/features/packs/pack-shelf.svelte.ts';
import { listImportMessages } from '../../../../src/i18n/messages/list-import.ts';
import { HaechiDatabase } from '../../../../src/platform/database/database.ts';
import { readLog } from '../../../../src/platform/database/event-log.ts';
import type { Call } from '../../../../src/platform/workers/call.ts';
import { selfTestPack } from '../../../../src/shell/self-test.ts';
import { testList } from '../../../../workers/controlled/list-self-test.ts';
import { readList } from '../../../../workers/controlled/read-list.ts';

const STARTER: RequirementFile = {
  format: 1,
  id: 'kr-controlled-goods',
  standing: 'starter',
  checked: '2026-11-20',
  rows: [
    {
      hs: '3304',
      law: { ko: '화장품법', en: 'Cosmetics Act' },
      authority: { ko: '가람협회', en: 'Garam Association' },
      document: { ko: '표준통관예정보고서', en: 'Clearance report' },
      condition: { ko: '사람에 쓰는 것, "가루" 포함', en: 'For persons' },
      ...{ effective_from: '2020-01-01', effective_to: null, citation: '=제9조' },
      last_verified: null,
    },
    {
      hs: '020110',
      law: { ko: '축산물법', en: 'Livestock Act' },
      authority: { ko: '가람검역소', en: 'Garam Quarantine' },
      document: { ko: '검역증', en: 'Certificate' },
      ...{ condition: null, effective_from: '2019-01-01', effective_to: '2029-12-31' },
      ...{ citation: '제3조', last_verified: '2026-01-02' },
    },
  ],
};
const OWN = 'HS부호,법령,확인기관,구비서류,시행일\n3304,화장품법,가람협회,보고서,2024-01-01\n';

let database: HaechiDatabase;
let shelf: PackShelf;
let intake: ListImport;
let swapped: string[];
/** What the server offers. */
let served: readonly PackEntry[];

async function starterPack(version = '1.0.0', golden = goldenOf(STARTER)) {
  const contents = { 'requirements.json': STARTER, 'golden.json': golden };
  const files = new Map<string, Blob>();
  const listed = [];
  for (const [name, content] of Object.entries(contents)) {
    const bytes = new TextEncoder().encode(JSON.stringify({ ...content }));
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    files.set(name, new Blob([bytes]));
    listed.push({ name, bytes: bytes.byteLength, sha256 });
  }
  const entry: PackEntry = {
    ...{ id: LIST_PACK, kind: 'rules', version, format: 1, path: 'rules/kr-controlled-goods/v1' },
    ...{ title: { ko: '목록', en: 'List' }, source: { ko: '시험', en: 'Test' } },
    ...{ made: '2026-11-20', files: listed, needs: [], thresholds: {}, metrics: {} },
    golden: 'golden.json',
  };
  return { entry, files };
}

const callOf = (call: Partial<Call>): Call => ({
  signal: new AbortController().signal,
  progress: () => undefined,
  ...call,
});

/** As the app's root puts them together. */
function open(): void {
  const none = { selfTest: (): Promise<Result<never>> => Promise.reject(new Error('no model')) };
  const controlled = {
    selfTest: (call: Partial<Call>, _: string, version: string) =>
      testList(callOf(call), database, version),
  };
  let count = 0;
  shelf = new PackShelf({
    database,
    log: () => ({
      ...{ actor: '김예시', device: 'tablet', now: () => new Date('2026-11-22T09:00:00Z') },
      newId: () => `event-${++count}-${crypto.randomUUID()}`,
    }),
    fetch: () => Promise.resolve(Response.json({ format: 1, packs: served })),
    selfTest: (entry, signal) =>
      selfTestPack(database, { risk: none, hs: none, controlled }, entry, signal),
    estimate: () => Promise.resolve({}),
    measureSpeed: () => Promise.reject(new Error('no model')),
    measureHsSpeed: () => Promise.reject(new Error('no model')),
    changed: () => Promise.resolve(),
  });
  intake = new ListImport({
    controlled: {
      readList: (call, file, today) => readList(callOf(call), database, file, today),
    },
    install: (pack) => shelf.installMade(pack),
    today: () => '2026-11-22',
    swapped: (version) => swapped.push(version),
  });
}

// Node has none of its own; installing asks it for locks, and does without.
vi.stubGlobal('navigator', {});

beforeEach(async () => {
  database = new HaechiDatabase(`list-${crypto.randomUUID()}`);
  swapped = [];
  const starter = await starterPack();
  served = [starter.entry];
  open();
  expect(await shelf.installMade(starter)).toBe(null);
});
afterEach(() => database.delete());

const file = (text: string, name = '목록.csv') => new File([text], name);
const states = async () =>
  Object.fromEntries((await database.packs.toArray()).map((pack) => [pack.version, pack.state]));

describe("an administration's list", () => {
  it('is shown before anything is changed', async () => {
    intake.choose();
    await intake.take(file(OWN));
    const { state } = intake;
    if (state.kind !== 'review') throw new Error(state.kind);
    expect(state.read.review).toMatchObject({
      ...{ name: '목록.csv', rows: 1, codes: 1, laws: ['화장품법'], inForce: 1, errors: 0 },
      change: {
        ...{ version: '1.0.0', before: { rows: 2, codes: 2, laws: 2, inForce: 2 } },
        gone: [{ ko: '축산물법', en: 'Livestock Act' }],
      },
    });
    expect(await states()).toEqual({ '1.0.0': 'active' });
  });

  it('stays out while it has an error, and says where', async () => {
    await intake.take(file(`${OWN}33O4,화장품법,가람협회,보고서,2024-01-01\n`));
    const { state } = intake;
    if (state.kind !== 'review') throw new Error(state.kind);
    expect(state.read.review.problems).toEqual([
      { kind: 'not-a-code', line: 3, column: 'HS부호', value: '33O4', other: null },
    ]);
    await intake.swap();
    expect(intake.state.kind).toBe('review');
    expect(await states()).toEqual({ '1.0.0': 'active' });
  });

  it('takes the place of the list before, which is one tap away', async () => {
    await intake.take(file(OWN));
    await intake.swap();
    expect(intake.state.kind).toBe('idle');
    expect(swapped).toEqual(['2026.1122.1']);
    expect(await states()).toEqual({ '1.0.0': 'previous', '2026.1122.1': 'active' });
    expect((await readListInUse(database))?.rows[0]?.document.ko).toBe('보고서');
    const log = await readLog(database);
    expect(log.at(-1)).toMatchObject({ kind: 'pack-activated', actor: '김예시' });

    await shelf.rollBack(LIST_PACK);
    expect(await states()).toEqual({ '1.0.0': 'active', '2026.1122.1': 'previous' });
    expect((await readListInUse(database))?.rows).toEqual(STARTER.rows);
  });

  it('gives every import of a day its own version', async () => {
    for (const own of [OWN, OWN.replace('보고서', '신고서')]) {
      await intake.take(file(own));
      await intake.swap();
    }
    expect(swapped).toEqual(['2026.1122.1', '2026.1122.2']);
    expect(await states()).toEqual({ '2026.1122.1': 'previous', '2026.1122.2': 'active' });
  });

  it("is never replaced by the server's starter, nor is that offered as newer", async () => {
    await intake.take(file(OWN));
    await intake.swap();
    served = [(await starterPack('1.4.0')).entry];
    await shelf.open();
    const row = () => shelf.rows.find(({ id }) => id === LIST_PACK);
    await expect.poll(row).toMatchObject({
      ...{ active: { version: '2026.1122.1' }, previous: { version: '1.0.0' }, offered: null },
    });
    expect(await states()).toEqual({ '1.0.0': 'previous', '2026.1122.1': 'active' });
  });

  it('leaves the starter of the server within reach after two lists of its own', async () => {
    for (const own of [OWN, OWN.replace('보고서', '신고서')]) {
      await intake.take(file(own));
      await intake.swap();
    }
    await shelf.open();
    const row = () => shelf.rows.find(({ id }) => id === LIST_PACK);
    await expect.poll(row).toMatchObject({ offered: null, other: { version: '1.0.0' } });
  });

  it('is not said to work while another version is on its way, nor dropped without a word', async () => {
    await intake.take(file(OWN));
    const [first] = await Promise.all([
      shelf.installMade(await starterPack('1.1.0')),
      intake.swap(),
    ]);
    expect(first).toBe(null);
    expect(swapped).toEqual([]);
    expect(intake.state).toMatchObject({ kind: 'failed', fault: { code: 'pack-busy' } });
    expect(shelf.faults.has(LIST_PACK), 'the version that came first').toBe(false);
    expect(await states()).toEqual({ '1.0.0': 'previous', '1.1.0': 'active' });
  });

  it('can be stopped while it is read, and leaves nothing behind', async () => {
    const taking = intake.take(file(OWN));
    intake.close();
    await taking;
    expect(intake.state.kind).toBe('idle');
    expect(await states()).toEqual({ '1.0.0': 'active' });
  });

  it.each([
    ['an empty file', '', 'file-empty'],
    ['a file without the needed columns', 'a,b\n1,2\n', 'header-unknown'],
    ['a picture', '\x89PNG\r\n\x1a\n\0', 'file-not-a-table'],
  ])('is refused when it is %s, with words for what to do', async (_, text, code) => {
    await intake.take(new File([Uint8Array.from(text, (c) => c.charCodeAt(0))], 'list.csv'));
    expect(intake.state).toMatchObject({ kind: 'failed', fault: { code } });
  });

  it('does not work before it has passed its test on this device', async () => {
    await intake.take(file(OWN));
    if (intake.state.kind !== 'review' || !intake.state.read.pack) throw new Error('no pack');
    const { entry, files } = intake.state.read.pack;
    const spoilt = new Map([...files, ['requirements.json', new Blob(['x'.repeat(9)])]]);
    expect(await shelf.installMade({ entry, files: spoilt })).toMatchObject({
      code: 'pack-incomplete',
    });
    const code = { code: '330499', day: '2026-11-22', rows: [] };
    const wrong = await starterPack('1.2.0', { format: 1, cases: [code] });
    expect(await shelf.installMade(wrong)).toMatchObject({ code: 'self-test-failed' });
    expect(await states()).toEqual({ '1.0.0': 'active' });
  });
});

it('a file that lacks needed columns says which were found and which not', async () => {
  await intake.take(file('HS부호,구비서류,비고\n3304,보고서,\n'));
  if (intake.state.kind !== 'failed') throw new Error(intake.state.kind);
  expect(intake.state.fault.facts).toEqual({ missing: 'law,authority,effective_from' });
  expect(missingOf(intake.state.fault)).toEqual({
    missing: ['law', 'authority', 'effective_from'],
    found: ['hs', 'document'],
  });
});

describe('the list in use as a file', () => {
  it.each(['ko', 'en'] as const)('names its columns as the import knows them (%s)', (locale) => {
    const { columns } = listImportMessages[locale];
    const places = placeColumns(LIST_COLUMNS.map((column) => columns[column]));
    expect([...places]).toEqual(LIST_COLUMNS.map((column, at) => [column, at]));
  });

  it('comes back in as the same rows, formulas made harmless', async () => {
    const csv = listCsv(STARTER.rows, listImportMessages.ko.columns);
    expect(csv).toContain(`"'=제9조"`.replaceAll('"', ''));
    await intake.take(file(csv));
    const { state } = intake;
    if (state.kind !== 'review') throw new Error(state.kind);
    expect(state.read.review.problems).toEqual([]);
    await intake.swap();
    const rows = (await readListInUse(database))?.rows;
    const [first, second] = STARTER.rows;
    expect(rows).toEqual([{ ...first, citation: "'=제9조" }, second]);
  });
});
