import * as v from 'valibot';
import {
  CONTROLLED_PACK,
  LIST_PACK,
  type ControlledWorker,
} from '../../src/contracts/controlled.ts';
import { succeed } from '../../src/contracts/fault.ts';
import { serve } from '../../src/platform/workers/serve.ts';
import { checkLines } from './check-lines.ts';
import { openLine } from './open-line.ts';
import { testList } from './list-self-test.ts';
import { runSelfTest } from './self-test.ts';
import { withState } from './state.ts';

const Declaration = v.pipe(v.string(), v.maxLength(64));
const ListFile = v.instance(File);
const Day = v.pipe(v.string(), v.isoDate());
const Pack = v.picklist([LIST_PACK, CONTROLLED_PACK]);
const Version = v.pipe(v.string(), v.maxLength(20));

serve<ControlledWorker>({
  checkLines: (call) =>
    withState(({ database, answers, packs }) => checkLines(call, database, answers, packs)),
  openLine: (_call, declaration) =>
    withState(async ({ database, importers, packs }) => {
      const id = v.parse(Declaration, declaration);
      const opened = await packs.read();
      return opened.ok ? openLine(database, importers, opened.value, id) : opened;
    }),
  readList: (call, file, today) =>
    withState(async ({ database }) => {
      // Comes with the readers of tables, for the rare day on which a list is brought.
      const { readList } = await import('./read-list.ts');
      return readList(call, database, v.parse(ListFile, file), v.parse(Day, today));
    }),
  selfTest: (call, pack, version) =>
    withState(({ database }) => {
      const test = v.parse(Pack, pack) === LIST_PACK ? testList : runSelfTest;
      return test(call, database, v.parse(Version, version));
    }),
  reload: () =>
    withState(async ({ packs, answers, importers }) => {
      for (const kept of [packs, answers, importers]) kept.forget();
      return succeed(null);
    }),
});
