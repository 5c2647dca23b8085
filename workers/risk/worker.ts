/** Entry of the risk worker: checks what comes over the border and hands it to its pipelines. */
import * as v from 'valibot';
import { DeskQuery, ImportRequest, type RiskWorker } from '../../src/contracts/risk.ts';
import { succeed } from '../../src/contracts/fault.ts';
import { serve } from '../../src/platform/workers/serve.ts';
import { openCase } from './case.ts';
import { exportRanked } from './export-ranked.ts';
import { importTable } from './import-table.ts';
import { measureSpeed } from './measure-speed.ts';
import { outlineTable } from './outline.ts';
import { cutOf, findLine } from './shown-cut.ts';
import { runSelfTest } from './self-test.ts';
import { readRows } from './rows.ts';
import { withState } from './state.ts';

const Handle = v.pipe(v.number(), v.integer(), v.minValue(0));
const Handles = v.pipe(
  v.instance(Uint32Array),
  v.check((handles) => handles.length <= 10_000, 'too many rows'),
);
const Id = v.pipe(v.string(), v.maxLength(200));
const LinesVersion = v.optional(v.pipe(v.string(), v.maxLength(60)));
const Version = v.pipe(v.string(), v.maxLength(20));
const Locale = v.picklist(['ko', 'en']);

serve<RiskWorker>({
  outline: (_call, file) =>
    withState(({ database }) =>
      outlineTable(v.parse(v.instance(Blob), file), async (header) => {
        return (await database.mappings.get(header))?.mapping;
      }),
    ),
  importTable: (call, request) =>
    withState(({ database, lines }) =>
      importTable(call, database, lines, v.parse(ImportRequest, request)),
    ),
  desk: (call, query) => withState(({ desk }) => desk.show(call, v.parse(DeskQuery, query))),
  rows: (call, handles, linesVersion) =>
    withState(async ({ desk }) => {
      const cut = await cutOf(call, desk, v.parse(LinesVersion, linesVersion));
      return cut.ok ? succeed(readRows(cut.value, v.parse(Handles, handles))) : cut;
    }),
  openCase: (call, handle, linesVersion) =>
    withState(async ({ desk }) => {
      const cut = await cutOf(call, desk, v.parse(LinesVersion, linesVersion));
      return cut.ok ? openCase(cut.value, v.parse(Handle, handle)) : cut;
    }),
  find: (call, id) => withState(({ desk }) => findLine(call, desk, v.parse(Id, id))),
  exportRanked: (call, query, locale) =>
    withState(async ({ desk }) => {
      const cut = await desk.cut(call, v.parse(DeskQuery, query));
      if (!cut.ok) return cut;
      return succeed(await exportRanked(cut.value, v.parse(Locale, locale), call.signal));
    }),
  selfTest: (call, version) =>
    withState(({ database }) => runSelfTest(call, database, v.parse(Version, version))),
  measureSpeed: (call) => withState(({ database, lines }) => measureSpeed(call, database, lines)),
  reload: () =>
    withState(async ({ desk, lines }) => {
      desk.forget();
      lines.forget();
      return succeed(null);
    }),
});
