/** Entry of the HS worker: checks what comes over the border and hands it to its pipelines. */
import * as v from 'valibot';
import { GoodsText, HsCodeText, type HsWorker } from '../../src/contracts/hs.ts';
import { fail, succeed, type Result } from '../../src/contracts/fault.ts';
import { serve } from '../../src/platform/workers/serve.ts';
import { checkDeclarations } from './check-declarations.ts';
import { explain } from './explain.ts';
import { leaves } from './leaves.ts';
import { measureSpeed } from './measure-speed.ts';
import { nextTask } from '../../src/platform/workers/next-task.ts';
import { runSelfTest } from './self-test.ts';
import { withState } from './state.ts';
import { readPart, suggest } from './suggest.ts';
import type { OpenedTariff } from './tariff.ts';

const Code = HsCodeText;
const CodeOrNone = v.nullable(Code);
const Query = v.pipe(
  v.string(),
  v.transform((text) => text.slice(0, 500)),
);
const Limit = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000));
const Version = v.pipe(v.string(), v.maxLength(20));

/** What only the nomenclature is needed for. */
function withTariff<T>(act: (tariff: OpenedTariff) => Result<T>): Promise<Result<T>> {
  return withState(async ({ tariff }) => {
    const opened = await tariff.read();
    return opened.ok ? act(opened.value) : opened;
  });
}

serve<HsWorker>({
  suggest: (_call, text, declared = null) =>
    withState(async ({ model, picks }) => {
      const goods = v.parse(GoodsText, text);
      const code = v.parse(CodeOrNone, declared);
      const opened = await model.read();
      if (!opened.ok) return opened;
      return succeed(suggest(opened.value, goods, await picks.similar(readPart(goods)), code));
    }),
  explain: (call, text, code, rival) =>
    withState(async ({ model, tariff }) => {
      const [opened, names] = await Promise.all([model.read(), tariff.read()]);
      if (!opened.ok) return opened;
      if (!names.ok) return names;
      const goods = v.parse(GoodsText, text);
      const other = v.parse(CodeOrNone, rival);
      // Word by word takes long: a suggestion, or the word to stop, that waits comes first.
      await nextTask();
      if (call.signal.aborted) return fail('cancelled');
      return explain(opened.value.model, names.value, goods, v.parse(Code, code), other);
    }),
  leaves: (_call, text, code) =>
    withState(async ({ model, tariff }) => {
      const [opened, names] = await Promise.all([model.read(), tariff.read()]);
      if (!names.ok) return names;
      const known = opened.ok ? opened.value.model : null;
      return leaves(known, names.value, v.parse(GoodsText, text), v.parse(Code, code));
    }),
  browse: (_call, code) =>
    withTariff((tariff) => {
      const above = v.parse(CodeOrNone, code);
      const known = above === null || tariff.node(above);
      return known ? succeed(tariff.children(above)) : fail('not-found', { code: above });
    }),
  path: (_call, code) =>
    withTariff((tariff) => {
      const path = tariff.path(v.parse(Code, code));
      return path.length > 0 ? succeed(path) : fail('not-found', { code });
    }),
  search: (_call, query, limit) =>
    withTariff((tariff) => {
      const found = tariff.search(v.parse(Query, query), v.parse(Limit, limit));
      return succeed(found.flatMap((code) => tariff.node(code) ?? []));
    }),
  checkDeclarations: (call) =>
    withState(async ({ database, model, findings }) => {
      const opened = await model.read();
      return opened.ok ? checkDeclarations(call, database, findings, opened.value) : opened;
    }),
  disagreements: (_call, limit) =>
    withState(async ({ findings }) => succeed(await findings.differing(v.parse(Limit, limit)))),
  selfTest: (call, version) =>
    withState(({ database }) => runSelfTest(call, database, v.parse(Version, version))),
  measureSpeed: (call) => withState(({ database }) => measureSpeed(call, database)),
  reload: () =>
    withState(async ({ model, tariff, picks, findings }) => {
      for (const kept of [model, tariff, picks, findings]) kept.forget();
      return succeed(null);
    }),
});
