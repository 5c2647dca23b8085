import { GROUNDS, type ControlledSummary } from '../../src/contracts/controlled.ts';
import { fail, succeed, type Result } from '../../src/contracts/fault.ts';
import { judgeLine } from '../../src/domain/controlled/judge.ts';
import type { ControlledChunk, HaechiDatabase } from '../../src/platform/database/database.ts';
import type { Call } from '../../src/platform/workers/call.ts';
import { nextTask } from '../../src/platform/workers/next-task.ts';
import { basisOf, type Answers } from './answers.ts';
import { factsOf, readSources, textBasis, type ChunkSources } from './line-facts.ts';
import type { Judges, OpenedPacks } from './opened-packs.ts';

/** Longest stretch of judging before other calls are looked at, ms: an officer may open a case. */
const STRETCH = 25;

/**
 * Answers every line whose answer is not there or rests on another list, model or check of its
 * text. Each chunk is written when it is done: a killed tab loses one chunk's work. Progress is told
 * only when there is something to do. Faults: model-missing (no list), pack-*, cancelled, storage-*.
 */
export async function checkLines(
  call: Call,
  database: HaechiDatabase,
  answers: Answers,
  packs: Pick<OpenedPacks, 'read'>,
): Promise<Result<ControlledSummary>> {
  // Two tabs would do the same work twice; the packs may be others once the turn has come.
  return navigator.locks.request('haechi-controlled-check', { signal: call.signal }, async () => {
    const opened = await packs.read();
    if (!opened.ok) return opened;
    const judges = opened.value;
    const before = await answers.summary(judges);
    let done = before.checked;
    const tell = (more: number): void => {
      call.progress({ stage: 'checking', done: done + more, of: before.lines });
    };
    for (const key of await answers.stale(judges)) {
      const sources = await readSources(database, key);
      // A chunk may be done within a stretch: the word to stop is looked for here, too.
      if (call.signal.aborted) return fail('cancelled');
      if (!sources) continue;
      const judged = await judgeChunk(call, judges, sources, tell);
      if (!judged) return fail('cancelled');
      await database.controlledChecks.put(judged);
      done += judged.ids.length;
      tell(0);
    }
    return succeed(await answers.summary(judges));
  });
}

/** The answers of one chunk; undefined when stopped. */
async function judgeChunk(
  call: Call,
  judges: Judges,
  sources: ChunkSources,
  tell: (lines: number) => void,
): Promise<ControlledChunk | undefined> {
  const { list, model } = judges;
  const { chunk, checks, hasTexts, unread } = sources;
  const { batch, index, table } = chunk;
  const ground = new Uint8Array(table.length);
  const probability = new Float32Array(table.length);
  const suspect: string[] = [];
  const facts = factsOf(sources);
  let since = performance.now();
  for (let at = 0; at < table.length; at += 1) {
    const isUnread = unread.has(table.id[at] ?? '');
    const judged = judgeLine(list.list, model, facts(at), isUnread);
    ground[at] = GROUNDS.indexOf(judged.ground);
    probability[at] = judged.probability ?? NaN;
    suspect.push(judged.suspect ?? '');
    if (performance.now() - since < STRETCH) continue;
    tell(at + 1);
    await nextTask();
    if (call.signal.aborted) return undefined;
    since = performance.now();
  }
  const basis = basisOf(judges, textBasis(checks?.version, hasTexts));
  const versions = { basis, list: list.version, model: model?.version ?? null };
  return { batch, index, ...versions, ids: table.id, ground, probability, suspect };
}
