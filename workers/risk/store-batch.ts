import type { EventBody } from '../../src/contracts/events.ts';
import type { ImportRequest } from '../../src/contracts/risk.ts';
import type { ReadSummary } from '../../src/domain/risk/intake/read-rows.ts';
import type { HaechiDatabase } from '../../src/platform/database/database.ts';
import { appendEvent } from '../../src/platform/database/event-log.ts';
import type { Call } from '../../src/platform/workers/call.ts';
import { logContext } from './device-facts.ts';
import { headerKey } from './outline.ts';

/** A header longer than an event may carry is not remembered. Characters. */
const HEADER_LIMIT = 4000;

export interface NewBatch {
  readonly body: EventBody<'declarations-imported'>;
  readonly header: readonly string[];
  readonly summary: ReadSummary;
}

/** Lines, goods texts, papers, bad cells, the event of the import and the choice of columns: all of it, or nothing. */
export async function storeBatch(
  call: Call,
  database: HaechiDatabase,
  request: ImportRequest,
  { body, header, summary }: NewBatch,
): Promise<void> {
  const context = await logContext(database, request.actor);
  const { batch } = body;
  const { chunks, goods, papers, badCells } = summary;

  async function storeLines(): Promise<void> {
    for (const [index, table] of chunks.entries()) {
      // Thrown inside the transaction, so that nothing of it stays.
      call.signal.throwIfAborted();
      await database.chunks.add({ batch, index, table });
      const texts = goods[index];
      if (texts && texts.ids.length > 0) await database.goodsTexts.add({ batch, index, ...texts });
      const stated = papers[index];
      if (stated && stated.ids.length > 0) {
        await database.linePapers.add({ batch, index, ...stated });
      }
      call.progress({ stage: 'storing', done: index + 1, of: chunks.length });
    }
    if (badCells.length > 0) await database.rejected.add({ batch, cells: badCells });
  }

  call.signal.throwIfAborted();
  await database.transaction('rw', database.tables, async () => {
    const imported = { kind: 'declarations-imported', subject: batch, body } as const;
    await appendEvent(database, context, imported, storeLines);
    const key = headerKey(header);
    if (!request.remember || key.length > HEADER_LIMIT) return;
    const remembered = { header: key, mapping: request.mapping };
    const subject = 'columns';
    await appendEvent(database, context, { kind: 'mapping-remembered', subject, body: remembered });
  });
}
