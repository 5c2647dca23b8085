import { AGREEMENTS, type CheckSummary } from '../../src/contracts/hs.ts';
import { fail, succeed, type Result } from '../../src/contracts/fault.ts';
import { compareDeclared, NOTHING_SAID, type Comparison } from '../../src/domain/hs/agreement.ts';
import { kindOfText } from '../../src/domain/hs/answer-text.ts';
import type {
  GoodsCheckChunk,
  GoodsTexts,
  HaechiDatabase,
} from '../../src/platform/database/database.ts';
import type { Call } from '../../src/platform/workers/call.ts';
import type { Findings } from './findings.ts';
import type { OpenedModel } from './hs-model.ts';
import { nextTask } from './next-task.ts';

/** Longest stretch of checking before other calls are looked at, ms: an officer may be typing. */
const STRETCH = 25;

/**
 * Checks every goods text that this version of the pack has not checked. Each chunk is written
 * when it is done: a killed tab loses one chunk's work. Faults: cancelled, storage-full,
 * storage-refused.
 */
export async function checkDeclarations(
  call: Call,
  database: HaechiDatabase,
  findings: Findings,
  opened: OpenedModel,
): Promise<Result<CheckSummary>> {
  const { version } = opened;
  // Two tabs would do the same work twice.
  return navigator.locks.request('haechi-goods-check', { signal: call.signal }, async () => {
    const before = await findings.summary(version);
    let done = before.checked;
    const tell = (more: number): void => {
      call.progress({ stage: 'checking', done: done + more, of: before.lines });
    };
    for (const [batch, index] of await findings.unchecked(version)) {
      const texts = await database.goodsTexts.get([batch, index]);
      if (!texts) continue;
      const checks = await checkChunk(call, opened, texts, tell);
      if (!checks) return fail('cancelled');
      await database.goodsChecks.put(checks);
      done += texts.ids.length;
      tell(0);
    }
    return succeed(await findings.summary(version));
  });
}

/** The columns of one chunk's check; undefined when stopped. */
async function checkChunk(
  call: Call,
  opened: OpenedModel,
  { batch, index, ids, texts, declared }: GoodsTexts,
  tell: (lines: number) => void,
): Promise<GoodsCheckChunk | undefined> {
  const suggested: string[] = [];
  const probability = new Float32Array(ids.length);
  const declaredProbability = new Float32Array(ids.length);
  const agreement = new Uint8Array(ids.length);
  // Regular traders declare the same words day by day.
  const before = new Map<string, Comparison>();
  let since = performance.now();
  for (const [at, text] of texts.entries()) {
    const code = declared[at] ?? '';
    const key = `${code} ${text}`;
    const found = before.get(key) ?? compareText(opened, text, code);
    before.set(key, found);
    suggested.push(found.suggested ?? '');
    probability[at] = found.probability;
    declaredProbability[at] = found.declaredProbability;
    agreement[at] = AGREEMENTS.indexOf(found.agreement);
    if (performance.now() - since < STRETCH) continue;
    tell(at + 1);
    await nextTask();
    if (call.signal.aborted) return undefined;
    since = performance.now();
  }
  const { version } = opened;
  return { batch, index, version, ids, suggested, probability, declaredProbability, agreement };
}

function compareText({ model, limits }: OpenedModel, text: string, declared: string): Comparison {
  const { kind, scores } = kindOfText(model, limits, text);
  if (scores) return compareDeclared(declared, kind, model.codes, scores.probability);
  return NOTHING_SAID;
}
