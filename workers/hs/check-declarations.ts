import { AGREEMENTS, type CheckSummary } from '../../src/contracts/hs.ts';
import { fail, succeed, type Result } from '../../src/contracts/fault.ts';
import { compareDeclared, NOTHING_SAID, type Comparison } from '../../src/domain/hs/agreement.ts';
import { mostLikely } from '../../src/domain/hs/answer.ts';
import { kindOfText } from '../../src/domain/hs/answer-text.ts';
import {
  KEPT_CODES,
  type GoodsCheckChunk,
  type GoodsTexts,
  type HaechiDatabase,
} from '../../src/platform/database/database.ts';
import type { Call } from '../../src/platform/workers/call.ts';
import type { Findings } from './findings.ts';
import type { OpenedModel } from './hs-model.ts';
import { nextTask } from '../../src/platform/workers/next-task.ts';

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
  const codes = new Uint32Array(ids.length * KEPT_CODES);
  const shares = new Float32Array(ids.length * KEPT_CODES);
  const similarity = new Float32Array(ids.length);
  const probability = new Float32Array(ids.length);
  const declaredProbability = new Float32Array(ids.length);
  const agreement = new Uint8Array(ids.length);
  // Regular traders declare the same words day by day.
  const before = new Map<string, Compared>();
  let since = performance.now();
  for (const [at, text] of texts.entries()) {
    const code = declared[at] ?? '';
    const key = `${code} ${text}`;
    const found = before.get(key) ?? compareText(opened, text, code);
    before.set(key, found);
    suggested.push(found.suggested ?? '');
    codes.set(found.codes, at * KEPT_CODES);
    shares.set(found.shares, at * KEPT_CODES);
    similarity[at] = found.similarity;
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
  const said = { suggested, probability, declaredProbability, agreement };
  return { batch, index, version, ids, ...said, codes, shares, similarity };
}

interface Compared extends Comparison {
  /** The likeliest codes as numbers, with their probabilities. */
  readonly codes: readonly number[];
  readonly shares: readonly number[];
  readonly similarity: number;
}

function compareText({ model, limits }: OpenedModel, text: string, declared: string): Compared {
  const { kind, scores } = kindOfText(model, limits, text);
  if (!scores) return { ...NOTHING_SAID, codes: [], shares: [], similarity: 0 };
  const { probability, similarity } = scores;
  const likely = mostLikely(probability, KEPT_CODES);
  return {
    ...compareDeclared(declared, kind, model.codes, probability),
    codes: likely.map((at) => Number(model.codes[at])),
    shares: likely.map((at) => probability[at] ?? 0),
    similarity,
  };
}
