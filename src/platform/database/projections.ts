import * as v from 'valibot';
import { EVENT_BODIES } from '../../contracts/events.ts';
import type { LogEvent } from '../../domain/events/chain.ts';
import type { HaechiDatabase } from './database.ts';

/** Tables that hold nothing but what the log says. */
export const PROJECTIONS = ['decisions', 'batches', 'mappings', 'settings', 'hsPicks'] as const;

type Projector = (database: HaechiDatabase, event: LogEvent) => Promise<unknown>;

/** How each kind of event changes what the screen shows. Kinds without a projection are history only. */
const PROJECTORS: Readonly<Record<string, Projector>> = {
  'declarations-imported': async (database, event) => {
    const body = v.parse(EVENT_BODIES['declarations-imported'], event.body);
    await database.batches.put({
      id: body.batch,
      name: body.name,
      sha256: body.sha256,
      lines: body.lines,
      rejected: body.rejected,
      skipped: body.skipped,
      firstDate: body.firstDate,
      lastDate: body.lastDate,
      importedAt: event.at,
    });
  },
  'mapping-remembered': async (database, event) => {
    const body = v.parse(EVENT_BODIES['mapping-remembered'], event.body);
    await database.mappings.put({ header: body.header, mapping: body.mapping });
  },
  'decision-recorded': async (database, event) => {
    const body = v.parse(EVENT_BODIES['decision-recorded'], event.body);
    await database.decisions.put({
      declaration: event.subject,
      decision: body.decision,
      remark: body.remark,
      at: event.at,
      actor: event.actor,
      event: event.id,
    });
  },
  'decision-withdrawn': async (database, event) => {
    const body = v.parse(EVENT_BODIES['decision-withdrawn'], event.body);
    await withdraw(database, event.subject, body.withdrawn);
  },
  'hs-code-picked': async (database, event) => {
    const body = v.parse(EVENT_BODIES['hs-code-picked'], event.body);
    await database.hsPicks.put({
      event: event.id,
      text: body.text,
      code: body.code,
      at: event.at,
      actor: event.actor,
      declaration: body.declaration,
    });
  },
  'settings-changed': async (database, event) => {
    const body = v.parse(EVENT_BODIES['settings-changed'], event.body);
    await database.settings.bulkPut(
      Object.entries(body.settings).map(([key, value]) => ({ key, value })),
    );
  },
};

export async function project(database: HaechiDatabase, event: LogEvent): Promise<void> {
  await PROJECTORS[event.kind]?.(database, event);
}

/** Taking a decision back uncovers the one before it on the same declaration, if it was not withdrawn. */
async function withdraw(
  database: HaechiDatabase,
  declaration: string,
  withdrawn: string,
): Promise<void> {
  const events = await database.events.where('subject').equals(declaration).sortBy('seq');
  const taken = new Set([withdrawn]);
  for (const event of events) {
    if (event.kind === 'decision-withdrawn') {
      taken.add(v.parse(EVENT_BODIES['decision-withdrawn'], event.body).withdrawn);
    }
  }
  const standing = events.findLast((e) => e.kind === 'decision-recorded' && !taken.has(e.id));
  if (!standing) {
    await database.decisions.delete(declaration);
    return;
  }
  await PROJECTORS['decision-recorded']?.(database, standing);
}
