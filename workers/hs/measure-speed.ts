import type { HsSpeed } from '../../src/contracts/hs.ts';
import { fail, succeed, type Result } from '../../src/contracts/fault.ts';
import { answerText } from '../../src/domain/hs/answer-text.ts';
import type { HaechiDatabase } from '../../src/platform/database/database.ts';
import type { Call } from '../../src/platform/workers/call.ts';
import { HS_PACK, openModel } from './hs-model.ts';
import { openPack } from '../../src/platform/packs/pack-store.ts';
import { readGolden } from './self-test.ts';

/** Texts timed one by one, and how long a batch goes on, ms. */
const TIMED = 200;
const BATCH_TIME = 1000;

/**
 * Opening and answering on this device, in this thread, over the golden texts. Faults:
 * model-missing, pack-*, cancelled, self-test-failed (no golden texts).
 */
export async function measureSpeed(call: Call, database: HaechiDatabase): Promise<Result<HsSpeed>> {
  const began = performance.now();
  const opened = await openPack(database, HS_PACK, openModel);
  if (!opened.ok) return opened;
  const loadMs = performance.now() - began;
  const { model, limits, version } = opened.value;
  const texts = readGolden(opened.value)?.cases.map(({ text }) => text) ?? [];
  if (texts.length === 0) return fail('self-test-failed', { pack: HS_PACK, version, cases: 0 });
  const timed: number[] = [];
  for (let i = 0; i < TIMED; i += 1) {
    const from = performance.now();
    answerText(model, limits, texts[i % texts.length] ?? '');
    timed.push(performance.now() - from);
    call.progress({ stage: 'testing', done: i + 1, of: TIMED });
    if (call.signal.aborted) return fail('cancelled');
  }
  timed.sort((a, b) => a - b);
  const from = performance.now();
  let answered = 0;
  for (; performance.now() - from < BATCH_TIME; answered += 1) {
    model.score(texts[answered % texts.length] ?? '');
  }
  const perSecond = Math.round((answered * 1000) / (performance.now() - from));
  const part = (share: number): number => timed[Math.floor(share * (TIMED - 1))] ?? 0;
  return succeed({ loadMs, p50Ms: part(0.5), p95Ms: part(0.95), perSecond });
}
