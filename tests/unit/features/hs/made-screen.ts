import { expect, vi } from 'vitest';
import { Classify, type ClassifyTools } from '../../../../src/features/hs/classify.svelte.ts';
import { openDatabase, type HaechiDatabase } from '../../../../src/platform/database/database.ts';
import { Recorder, type RecorderTools } from '../../../../src/platform/database/recorder.ts';

let tick = 0;

/** A database with the goods of two declarations. */
export async function madeTablet(): Promise<HaechiDatabase> {
  const database = await openDatabase(`classify-${crypto.randomUUID()}`);
  await database.goodsTexts.put({
    ...{ batch: 'B', index: 0, ids: ['D-0', 'D-1'] },
    texts: ['LEATHER BOOTS', 'SMART WATCH WITH STRAP'],
    declared: ['6403', '910212'],
  });
  return database;
}

export function madeScreen(
  database: HaechiDatabase,
  hs: ClassifyTools['hs'],
  identify?: RecorderTools['identify'],
): Classify {
  const context = () => ({
    ...{ actor: '김예시', device: 'T1', now: () => new Date(1_700_000_000_000 + tick++) },
    newId: () => `E${String(tick++).padStart(6, '0')}`,
  });
  const recorder = new Recorder({ database, context, ...(identify && { identify }) });
  return new Classify({ hs, recorder, database });
}

/** What is on the device, oldest first. */
export async function log(
  database: HaechiDatabase,
): Promise<{ kind: string; subject: string; body: unknown }[]> {
  return (await database.events.toArray()).map(({ kind, subject, body }) => ({
    ...{ kind, subject, body },
  }));
}

/** Types a text and waits for its answer. */
export async function type(classify: Classify, text: string): Promise<void> {
  classify.question.type(text, false);
  await vi.waitFor(() => expect(classify.question.answered?.text).toBe(text));
}
