import * as v from 'valibot';
import { EVENT_BODIES } from '../../contracts/events.ts';
import type { LogEvent } from '../../domain/events/chain.ts';

/** Records of one kind and day that belong together on the screen. */
export interface EventGroup {
  readonly key: string;
  readonly kind: string;
  readonly count: number;
  /** Size of the records as they would be sent, bytes. */
  readonly bytes: number;
  /** When the newest of them was recorded. */
  readonly last: string;
  readonly detail: EventDetail;
}

export type EventDetail =
  | { readonly about: 'import'; readonly name: string; readonly lines: number }
  | { readonly about: 'pack'; readonly pack: string; readonly version: string }
  | { readonly about: 'declarations'; readonly first: string; readonly more: number }
  | { readonly about: 'nothing' };

/** Imports and pack changes stand alone; everything else gathers by kind and day. Newest first. */
export function groupEvents(
  events: readonly LogEvent[],
  dayOf: (at: string) => string,
  bytesOf: (event: LogEvent) => number = eventBytes,
): EventGroup[] {
  const groups = new Map<string, LogEvent[]>();
  for (const event of events) {
    const alone = event.kind === 'declarations-imported' || event.kind.startsWith('pack-');
    const key = alone ? event.id : `${event.kind} ${dayOf(event.at)}`;
    const group = groups.get(key);
    if (group) group.push(event);
    else groups.set(key, [event]);
  }
  return [...groups]
    .flatMap(([key, members]) => describe(key, members, bytesOf))
    .sort((a, b) => (a.last < b.last ? 1 : -1));
}

function describe(
  key: string,
  members: readonly LogEvent[],
  bytesOf: (event: LogEvent) => number,
): EventGroup[] {
  const newest = members.at(-1);
  if (!newest) return [];
  const bytes = members.reduce((sum, event) => sum + bytesOf(event), 0);
  const { kind, at } = newest;
  return [{ key, kind, count: members.length, bytes, last: at, detail: detailOf(members, newest) }];
}

function detailOf(members: readonly LogEvent[], newest: LogEvent): EventDetail {
  if (newest.kind === 'declarations-imported') {
    const body = v.parse(EVENT_BODIES['declarations-imported'], newest.body);
    return { about: 'import', name: body.name, lines: body.lines };
  }
  if (newest.kind.startsWith('pack-')) {
    const body = v.parse(v.object({ version: v.string() }), newest.body);
    return { about: 'pack', pack: newest.subject, version: body.version };
  }
  if (newest.kind.startsWith('decision-')) {
    const subjects = new Set(members.map((event) => event.subject));
    return { about: 'declarations', first: newest.subject, more: subjects.size - 1 };
  }
  return { about: 'nothing' };
}

const encoder = new TextEncoder();

export function eventBytes(event: LogEvent): number {
  return encoder.encode(JSON.stringify(event)).byteLength;
}
